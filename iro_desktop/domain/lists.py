"""Words the program offers for the lists a service owns; each becomes the service's own when it is first used."""

from collections.abc import Mapping

from iro_desktop.domain.vocabulary import ServiceList

STANDARD: Mapping[ServiceList, tuple[str, ...]] = {
    ServiceList.THEME: (
        "Brothers and sisters",
        "Care plan not updated",
        "Changes of social worker",
        "Drift and delay",
        "Education",
        "Family time",
        "Health",
        "Legal status and permanence",
        "Life story and identity",
        "Pathway planning",
        "Placement",
        "Recommendations not acted on",
        "Reports late",
        "Review late or not arranged",
        "Safety",
        "Statutory visits",
        "Transition to adult services",
        "Voice of the child",
    ),
    ServiceList.EFFECT: (
        "Child’s voice heard",
        "Family time kept or changed for the better",
        "No effect",
        "No effect yet",
        "Placement kept or changed for the better",
        "Plan moved on",
        "Practice shared with others",
        "Review or meeting brought forward",
        "Safer",
        "Service provided",
    ),
}
