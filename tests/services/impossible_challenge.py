"""What cannot be of alerts, legal advice and the lists: the act, its field, words of the refusal, what comes before."""

from dataclasses import replace

from iro_desktop.domain.acts import Act, AddToList, ChangeAlert, MergeInList, RenameInList, ReopenAlert, RetireFromList
from iro_desktop.domain.vocabulary import AlertStage, ServiceList
from tests.services.cases_challenge import (
    ALERT,
    ANSWERED,
    ASKED,
    CAFCASS,
    ESCALATED,
    FORMAL,
    FULL,
    OWN,
    PAUSED,
    PRAISED,
    RAISED,
    RESOLVED,
    RESUMED,
)
from tests.services.office import day

OPEN_PAUSE = replace(PAUSED, to_on=None)
MERGED = MergeInList(which=ServiceList.THEME, name="Health", into="Safety")


def impossible_challenges() -> tuple[tuple[str, Act, str, str, tuple[Act, ...]], ...]:
    """What it is, the act, its field, words of the refusal, and what has to be there beside an IRO and the child."""
    return (
        ("partner without agency", replace(ESCALATED, agency=None), "agency", "names the partner agency", ()),
        ("asked for by the day before", replace(ESCALATED, reply_by=day("8 Nov")), "reply_by", "lies before", ()),
        ("a theme nobody offers", replace(ALERT, theme="Zebras"), "theme", "is not among the themes", ()),
        ("raised at Cafcass", replace(ALERT, stage=AlertStage.CAFCASS), "stage", "says its ground", ()),
        ("a stage it has not", replace(ALERT, stage=AlertStage.FORMAL_3), "stage", "no stage of the protocol", ()),
        ("about half a date", replace(ALERT, rule="after.minutes"), "trigger_on", "Say both", ()),
        ("taken further tomorrow", replace(FORMAL, started_on=day("24 Nov")), "started_on", "still to come", (ALERT,)),
        ("the same stage twice", FORMAL, "stage", "already", (ALERT, FORMAL)),
        ("back to an earlier stage", replace(FORMAL, stage=AlertStage.INFORMAL), "stage", "past that stage", (FULL,)),
        ("Cafcass without ground", replace(CAFCASS, ground=None), "ground", "says its ground", (ALERT,)),
        ("praise taken further", FORMAL, "stage", "not taken further", (PRAISED,)),
        ("answered twice", ANSWERED, "stage", "already", (ALERT, ANSWERED)),
        (
            "answered before it began",
            replace(ANSWERED, answered_on=day("8 Nov")),
            "answered_on",
            "lies before",
            (ALERT,),
        ),
        ("paused without a reason", replace(PAUSED, reason=" "), "reason", "Say why", (ALERT,)),
        ("paused twice at once", replace(PAUSED, from_on=day("12 Nov")), "from_on", "already", (ALERT, OPEN_PAUSE)),
        ("ended before the pause", replace(RESUMED, to_on=day("10 Nov")), "to_on", "lies before", (ALERT, OPEN_PAUSE)),
        ("not paused", RESUMED, "raised_on", "is not paused", (ALERT,)),
        ("resolved twice", RESOLVED, "raised_on", "was resolved", (ALERT, RESOLVED)),
        ("an effect nobody offers", replace(RESOLVED, effect="Zebras"), "effect", "not among the effects", (ALERT,)),
        ("opened while open", ReopenAlert(child="A1", raised_on=RAISED), "raised_on", "is open", (ALERT,)),
        (
            "child told before it was raised",
            ChangeAlert(child="A1", raised_on=RAISED, child_told_on=day("8 Nov")),
            "child_told_on",
            "lies before",
            (ALERT,),
        ),
        ("the wrong one of the day", replace(FORMAL, nth=3), "nth", "with the number 3", (ALERT,)),
        ("advice about nothing", replace(ASKED, question=" "), "question", "Write the question", ()),
        ("asked twice on a day", ASKED, "asked_on", "already", (ASKED,)),
        ("answered before asked", replace(ASKED, answered_on=day("8 Nov")), "answered_on", "lies before", ()),
        ("a word without letters", AddToList(which=ServiceList.THEME, name=" "), "name", "not empty", ()),
        ("a word twice", OWN, "name", "already", (OWN,)),
        (
            "renamed to another's name",
            RenameInList(which=ServiceList.THEME, name="Health", to="Safety"),
            "to",
            "Merge the two",
            (),
        ),
        ("merged into itself", replace(MERGED, into="health"), "into", "same entry twice", ()),
        ("merged twice", MERGED, "name", "is merged into", (MERGED,)),
        ("retired, unknown", RetireFromList(which=ServiceList.EFFECT, name="Zebras"), "name", "not among", ()),
    )
