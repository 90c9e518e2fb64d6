"""The opening of the report: what it covers, what the year came to, and what the service is there for by law.

The words about the law are short and our own. Sources: Children Act 1989 ss.25A, 25B, 26; the Care Planning, Placement
and Case Review (England) Regulations 2010 (SI 2010/959) regs 33, 36, 45 and 46; the Care Leavers (England) Regulations
2010 (SI 2010/2571) reg 7; IRO Handbook (2010), whose paragraph 7.11 asks for this report.
"""

from collections.abc import Iterator

from iro_desktop.domain.dates import LONG_MONTHS
from iro_desktop.services.report.blocks import asked, bullets, heading, said
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import listed, sentence, way_words

# What a reader should know first: measure, of what, what became of them.
_FIRST = (
    ("reviews.held", "reviews of children looked after", "were held"),
    ("timeliness.held", "reviews", "were held in timescale"),
    ("recommendations.in-time", "reviews", "had their recommendations sent in timescale"),
    ("minutes.in-time", "reviews", "had their minutes finished in timescale"),
    ("participation.strict", "reviews of children of four and over", "had the child taking part or sending views"),
    ("attendance", "reviews of children of four and over", "had the child there"),
    ("consulted", "reviews", "had the child heard by the IRO beforehand"),
    ("rearranged", "reviews", "were rearranged at least once"),
    ("pathway.timeliness", "pathway plan reviews", "were held in timescale"),
    ("alerts.challenge", "quality assurance alerts", "were raised"),
)
_ASKED_ABOUT = ("timeliness.held", "minutes.in-time", "participation.strict", "rearranged")
_NAMES = {
    "timeliness.held": "reviews held in timescale",
    "minutes.in-time": "minutes finished in timescale",
    "participation.strict": "children taking part",
    "rearranged": "reviews rearranged",
}


def introduction(year: YearFigures) -> Iterator[Piece]:
    """What the report covers, and the year in a few lines."""
    first, last = year.whole.from_on, year.ends_on
    until = "" if year.is_over else ", the year so far"
    yield said(
        f"This report covers {first.day} {LONG_MONTHS[first.month - 1]} {first.year} to "
        f"{last.day} {LONG_MONTHS[last.month - 1]} {last.year}{until}. Every figure in it is counted from the reviews, "
        "bookings and tasks that are on record; the last section says of each what it counts and what it leaves out."
    )
    lines, about = [], []
    for measure, what, rest in _FIRST:
        shown = year.shown(measure)
        if shown is not None and (shown.value or is_hidden(shown)):
            lines.append(sentence(shown, what, rest, year.before(measure), is_first=False))
            about.append(About(measure))
    if lines:
        yield heading("The year in brief")
        yield bullets(lines, *about)
    yield from _what_moved(year)


def _what_moved(year: YearFigures) -> Iterator[Piece]:
    ways: dict[str, list[str]] = {}
    about = []
    for measure in _ASKED_ABOUT:
        way = way_words(year.shown(measure), year.before(measure))
        if way:
            ways.setdefault(way, []).append(_NAMES[measure])
            about.append(About(measure))
    moved = "; ".join(f"{listed(names)} {way}" for way, names in ways.items())
    if moved:
        yield asked(
            f"Beside the year before: {moved}. What lies behind that, and what did it mean for children?", *about
        )
    else:
        yield asked("What kind of year was it for the children, and for the service?")


def purpose(_year: YearFigures) -> Iterator[Piece]:
    """What the service is there for."""
    yield said(
        "Every local authority must appoint an Independent Reviewing Officer (IRO) for each child it looks after "
        "(Children Act 1989, section 25A). The IRO must (section 25B(1)):"
    )
    yield bullets(
        (
            "monitor how the authority performs its functions in relation to the child’s case;",
            "participate in any review of the child’s case;",
            "ensure that the child’s wishes and feelings are given due consideration by the authority;",
            "perform any other function that regulations prescribe.",
        )
    )
    yield said(
        "Those functions, and who may be appointed, are set out in the Care Planning, Placement and Case Review "
        "(England) Regulations 2010 (SI 2010/959), regulations 36, 45 and 46; regulation 33 says how soon each review "
        "must follow the one before: the first within 20 working days of the child becoming looked after, the second "
        "within three months of the first, later ones within six months. An IRO who considers it "
        "appropriate may refer the case to Cafcass at any time (section 25B(3))."
    )
    yield said(
        "Pathway plans of care leavers are reviewed under the Care Leavers (England) Regulations 2010 (SI 2010/2571), "
        "regulation 7. The IRO Handbook (2010) is statutory guidance; paragraph 7.11 asks the manager of the service "
        "for this report, for the corporate parenting board."
    )
