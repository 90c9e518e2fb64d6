"""What somebody has written so far in last year's annual report, and a line in the running one. All of it invented.

No number stands in these words: numbers come from the figures, and a sample of another size has others.
"""

from collections.abc import Iterator

from iro_desktop.domain.acts import WriteReportSection
from iro_desktop.services.plan_acts import year_of
from iro_desktop.services.sample.world import World

_WRITTEN = (
    (
        "introduction",
        (
            "It was a year in which the service kept its people and lost some of its time: many reviews had to be "
            "moved, most often because a report was not ready or a social worker was new.\n\n"
            "We are proud of how many children were heard before their review, by an IRO they know. We are not yet "
            "where we want to be with what follows a review: families wait too long for what was written down."
        ),
    ),
    (
        "purpose",
        (
            "The service answers to the Director of Children’s Services through a head of service who is not "
            "responsible for any child’s care plan. It works with the participation team, the virtual school and the "
            "corporate parenting board, and is open about where it disagrees with them."
        ),
    ),
    (
        "service",
        (
            "The team is led by a service manager. Brothers and sisters have the same IRO unless one of them wishes "
            "otherwise; then both IROs keep in touch. New cases were held back from whoever carried most."
        ),
    ),
    (
        "participation",
        (
            "Each child is asked, by somebody they know, how they want their review to be. With the youngest, IROs "
            "spend time at home or in the nursery and write down what they see. Children who do not wish to speak send "
            "a drawing, a list, or somebody in their stead."
        ),
    ),
    (
        "feedback",
        (
            "We asked after each review and by post once in the year. Few answered by post. From the autumn on, the "
            "question is put at the end of the mid-point visit instead."
        ),
    ),
    (
        "challenge",
        (
            "Alerts are raised earlier than they were, and most are settled by the team manager. What they changed for "
            "children is asked before one is closed; where it was nothing, the IRO says so, and why."
        ),
    ),
)
_RUNNING = ("introduction", "Notes so far: the practice standards are in use; letters are still late.")


def report(world: World) -> Iterator[WriteReportSection]:
    """Last year's report half written, and the running year's begun."""
    year = year_of(world.today)
    for section, text in _WRITTEN:
        yield WriteReportSection(year=year - 1, section=section, text=text)
    section, text = _RUNNING
    yield WriteReportSection(year=year, section=section, text=text)
