"""What comes out of the program."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class AgeBand(Labelled):
    """For whom a letter to a child is written: the words go by it. The bands are the program's own."""

    EARLY = "early", "under 5, to be read to them"
    YOUNG = "young", "5 to 7"
    MIDDLE = "middle", "8 to 11"
    OLDER = "older", "12 to 15"
    NEARLY_ADULT = "nearly-adult", "16 and over"


class OutputFormat(Labelled):
    """In what a document is written; the value is the ending of the file."""

    WORD = "docx", "Word"
    PDF = "pdf", "PDF"
    EXCEL = "xlsx", "Excel"
    CSV = "csv", "CSV"
