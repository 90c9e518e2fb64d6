"""The work around a pathway plan review: the rows of the other reviews, as a service's own practice.

No law and no guidance asks for them after care; authorities whose IROs chair these reviews write them up alike. The ids
are the same, so a service's own limits for minutes or reports hold here too.
"""

from dataclasses import replace

from iro_desktop.domain.vocabulary import Authority, Mark, Task
from iro_desktop.rules import after_review, preparation
from iro_desktop.rules.model import Citation, Rule

CYCLE = "pathway-cycle"  # the setting
_NO_LAW = Citation("The service's own practice for pathway plan reviews; no law asks for it", Mark.I)
_WORDS = (("The care plan", "The pathway plan"), ("care plan", "pathway plan"), ("Care plan", "Pathway plan"),
          ("the child", "the young person"))  # fmt: skip


def _local(rule: Rule) -> Rule:
    what, sentence = rule.what, rule.sentence
    for said, instead in _WORDS:
        what, sentence = what.replace(said, instead), sentence.replace(said, instead)
    return replace(rule, what=what, sentence=sentence, authority=Authority.LOCAL, citation=_NO_LAW)


IN_ORDER: tuple[tuple[Task, Rule], ...] = tuple((task, _local(rule)) for task, rule in preparation.IN_ORDER)
ROWS = after_review.Rows(
    tuple((task, _local(rule)) for task, rule in after_review.FROM_COMPLETION),
    _local(after_review.RESPONSE),
    _local(after_review.SIGN_OFF),
)
