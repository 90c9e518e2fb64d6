"""The service itself: its people, meetings, standards, feedback and plan."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class LeaveKind(Labelled):
    """Why an IRO is away."""

    ANNUAL = "annual", "annual leave"
    SICK = "sick", "sick leave"
    TRAINING = "training", "training"
    OTHER = "other", "away"


class Contract(Labelled):
    """How an IRO is employed."""

    PERMANENT = "permanent", "permanent"
    FIXED_TERM = "fixed-term", "fixed term"
    AGENCY = "agency", "agency"


class IroRole(Labelled):
    """Whom an IRO reviews."""

    CARED_FOR = "cared-for", "cared for children and care leavers"
    FOSTERING = "fostering", "foster carers (FIRO)"
    PRIVATE_FOSTERING = "private-fostering", "private fostering lead"
    MANAGER = "manager", "service manager"


class TeamEventKind(Labelled):
    """What the service did as a team."""

    SUPERVISION = "supervision", "supervision"
    TEAM_MEETING = "team-meeting", "team meeting"
    OBSERVATION = "observation", "peer observation"
    LINK_MEETING = "link-meeting", "link area meeting"


class StandardState(Labelled):
    """How far a practice standard has come."""

    DRAFT = "draft", "draft"
    SIGNED_OFF = "signed-off", "signed off"


class PlanProgress(Labelled):
    """How an action of the year's plan stands."""

    NOT_BEGUN = "not-begun", "not begun"
    IN_HAND = "in-hand", "in hand"
    DONE = "done", "done"
    CARRIED = "carried", "carried to the next year"
    DROPPED = "dropped", "no longer planned"
