"""How a rule and a deadline are spoken of."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class Standing(Labelled):
    """Where a deadline stands, in order of precedence."""

    MET = "met", "Met"
    MET_LATE = "met-late", "Met late"
    MISSED = "missed", "Missed"
    NOT_RECORDED = "not-recorded", "Was it held?"
    OVERDUE = "overdue", "Overdue"
    DUE_TODAY = "due-today", "Due today"
    DUE_SOON = "due-soon", "Due soon"
    WAITING = "waiting", "Waiting"
    UPCOMING = "upcoming", "Upcoming"
    NOT_DUE = "not-due", "Not due"


class Ownership(Labelled):
    """Whose work a rule is, seen from the IRO."""

    MINE = "mine", "IRO"
    THEIRS = "theirs", "somebody else, tracked"
    WATCH = "watch", "shown on the child only"


class Authority(Labelled):
    """What a rule rests on."""

    STATUTE = "statute", "statute"
    GUIDANCE = "guidance", "guidance"
    LOCAL = "local", "local practice"


class Mark(Labelled):
    """How far a rule's text was checked: its evidence."""

    V = "V", "checked against the source"
    LA = "LA", "stated in authorities' procedures"
    M = "M", "as commonly stated; the text was not checked"
    I = "I", "local interpretation, so that a date can be given"  # noqa: E741 the mark's own letter
