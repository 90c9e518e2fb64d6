"""Words of the field that a child does not know, each with what can be said in its place.

The list is the program's own, put together from the words that children in care have asked adults to stop using (as
authorities' "language that cares" guides retell them) and from the terms of the regulations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_BLANKS = r"\s+"
# "You can contact me" is everyday speech; "contact with your mum" is not.
_EVERYDAY = re.compile(r"contact\s+(?:me|us|him|her|them|you|your|the|a|an|any|somebody|directly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One term, in all its forms, with a plain one. ``is_same_kind``: the plain one fits where the term stood."""

    forms: tuple[str, ...]  # as written, in small letters unless it is an abbreviation
    plain: str
    is_same_kind: bool = True


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a text."""

    start: int
    end: int
    words: str
    term: Term


def _term(forms: str, plain: str, *, fits: bool = True) -> Term:
    return Term(tuple(one.strip() for one in forms.split("|")), plain, fits)


TERMS = (
    _term("personal education plan|PEP", "school plan"),
    _term("personal education plans|PEPs", "school plans"),
    _term("education, health and care plan|EHCP|EHC plan", "plan for extra help at school"),
    _term("virtual school|virtual head", "the team that looks after your schooling", fits=False),
    _term("review health assessment|initial health assessment|health assessment", "health check"),
    _term("health assessments", "health checks"),
    _term("LAC review|looked after review|statutory review", "review"),
    _term("LAC|CLA|looked after child", "child in care", fits=False),
    _term("looked after children", "children in care"),
    _term("care plan", "plan for you", fits=False),
    _term("care planning|planning for the care", "making plans for you", fits=False),
    _term("pathway plan", "plan for when you leave care", fits=False),
    _term("placement plan", "plan for where you live", fits=False),
    _term("placement", "home"),
    _term("placements", "homes"),
    _term("placement move|placement breakdown|disruption", "move to another home"),
    _term("supervised contact|supervised family time", "seeing your family with a worker there", fits=False),
    _term("contact arrangements|contact plan", "plan for seeing your family", fits=False),
    _term("contact", "time with your family, or keeping in touch", fits=False),
    _term("siblings", "brothers and sisters"),
    _term("sibling", "brother or sister"),
    _term("birth parents|birth family", "your mum, dad and family", fits=False),
    _term("primary carer|carers", "the people who look after you", fits=False),
    _term("supervising social worker", "your carer’s social worker", fits=False),
    _term("permanence plan", "plan for where you will live until you grow up", fits=False),
    _term("permanence|permanency", "where you will live until you grow up", fits=False),
    _term("long-term matching|matching panel|matching", "choosing a home for you", fits=False),
    _term("panel", "group of people who decide", fits=False),
    _term("statutory", "that the law asks for", fits=False),
    _term("legislation", "the law"),
    _term("proceedings|care proceedings", "what the court is deciding", fits=False),
    _term("interim care order|care order|ICO", "what the court decided about who looks after you", fits=False),
    _term("section 20|s.20|s20|accommodated", "your parents agreed that you live here", fits=False),
    _term("parental responsibility|PR", "who may decide things for you", fits=False),
    _term("delegated authority", "what your carer may say yes to", fits=False),
    _term("threshold", "the point at which something has to be done", fits=False),
    _term("safeguarding", "keeping you safe", fits=False),
    _term("strategy meeting|section 47|s.47", "meeting about keeping you safe", fits=False),
    _term("risk assessment", "check that it is safe", fits=False),
    _term("advocacy", "somebody to help you say what you want", fits=False),
    _term("life story work", "work on your life story"),
    _term("CAMHS|mental health service|mental health services", "the people who help with feelings", fits=False),
    _term("therapeutic intervention|therapeutic input|therapeutic", "help with feelings", fits=False),
    _term("intervention|interventions", "help"),
    _term("attachment", "feeling close to people", fits=False),
    _term("referral", "asking somebody to help", fits=False),
    _term("referred", "asked for help", fits=False),
    _term("respite|respite care|short breaks", "a stay with somebody else for a little while", fits=False),
    _term("transition", "change"),
    _term("transitions", "changes"),
    _term("reunification|rehabilitation", "going back to live with your family", fits=False),
    _term("contingency plan|contingency", "what happens if that does not work", fits=False),
    _term("outcomes", "how things turn out", fits=False),
    _term("multi-agency|multi-disciplinary", "people from different jobs", fits=False),
    _term("professionals", "the adults who work with you", fits=False),
    _term("key worker", "the worker who looks out for you", fits=False),
    _term("agenda", "list of what we talk about", fits=False),
    _term("minutes", "what we wrote down about the meeting", fits=False),
    _term("escalate|escalated|escalation", "tell a manager that it has to be put right", fits=False),
    _term("commissioned|commissioning", "paid for", fits=False),
    _term("funding", "money"),
    _term("subsequently", "then"),
    _term("commence|commences", "start"),
    _term("commenced", "started"),
    _term("facilitate", "help with"),
    _term("undertake", "do"),
    _term("undertaken", "done"),
    _term("ascertain", "find out"),
    _term("regarding", "about"),
    _term("appropriate", "right"),
    _term("prior to", "before"),
    _term("in relation to", "about"),
    _term("SW", "social worker"),
    _term("IRO", "Independent Reviewing Officer", fits=False),
    _term("YP", "young person"),
    _term("NEET", "not in school, training or work"),
    _term("UASC", "young person who came to this country alone", fits=False),
    _term("SEN|SEND|SENCO", "extra help at school", fits=False),
)


def found_in(text: str) -> Iterator[FoundTerm]:
    """Every term, in order; where two overlap, the longer.

    >>> [(one.words, one.term.plain) for one in found_in("A PEP, and a new placement plan.")]
    [('PEP', 'school plan'), ('placement plan', 'plan for where you live')]
    """
    pattern, by_form = _pattern()
    for found in pattern.finditer(text):
        words = found[0]
        term = by_form.get(words) or by_form.get(" ".join(words.casefold().split()))
        if term is not None and not _EVERYDAY.match(text, found.start()):
            yield FoundTerm(found.start(), found.end(), words, term)


def plainer(text: str) -> str:
    """The text with plain words where they fit in the place of the term; what does not fit stays, to be marked.

    >>> plainer("Hold the meeting on the personal education plan this term.")
    'Hold the meeting on the school plan this term.'
    """
    made, place = "", 0
    for one in found_in(text):
        if one.term.is_same_kind:
            made += text[place : one.start] + _as_written(one.words, one.term.plain)
            place = one.end
    return made + text[place:]


def _as_written(words: str, plain: str) -> str:
    is_upper = words[:1].isupper() and not words.isupper()
    return plain[:1].upper() + plain[1:] if is_upper else plain


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, Term]]:
    by_form = {form: one for one in TERMS for form in one.forms}
    longest_first = sorted(by_form, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, longest_first))})(?!\w)"), by_form


def _written(form: str) -> str:
    """An abbreviation as it is; words in any letters, with any blanks between them."""
    if any(each.isupper() for each in form):
        return re.escape(form)
    return f"(?i:{_BLANKS.join(map(re.escape, form.split()))})"
