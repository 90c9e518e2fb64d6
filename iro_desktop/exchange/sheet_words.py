"""The words of headings, made plain: ``DoB``, ``D.O.B.`` and ``Birth date`` become ``dob``, ``Rvw`` ``review``."""

import re
import unicodedata


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables of words that are easier to read in a line."""
    return frozenset(text.split())


#: Phrases made one word, in this order: the longer come first.
_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), word)
    for pattern, word in (
        (r"independent reviewing off(?:icers?)?|(?:reviewing|review|rev) off(?:icers?)?|i r o|r o|iros", "iro"),
        (r"(?:numbers?|nos?|num|count|total) (?:of )?(?:\w+ ){0,2}(?:reviews|revs|rvws)", "review count"),
        (r"reviews (?:held|so far|to date|completed)", "review count"),
        (r"(?:numbers?|nos?|num|count) (?:of|in) (?:\w+ )?(?:siblings?|sibs?|children|family|household)", "count"),
        (r"most recent|latest|lst|recent", "last"),
        (r"prev|prior|preceding", "previous"),
        (r"birth ?dates?|dates? of birth|date birth|birthdays?|born on|born|d o b|dobs?|do b|b day|d of b", "dob"),
        (r"first ?names?|fore ?names?|given names?|christian names?|f ?name", "forename"),
        (r"(?:surname|family name|last name) first", "familyfirst"),
        (r"sur ?names?|last ?names?|family names?|s ?name", "surname"),
        (r"brothers? (?:and )?sisters?|siblings?|sibs?", "sibling"),
        (r"(?:came|taken|entered|admitted|admission|entry|entering) (?:in|into|to)? ?care|into care", "cla since"),
        (r"b l a|bla", "became cla"),
        (r"start of care|care start(?:ed)?|(?:current )?period of care|care period|p o c|poc", "cla since"),
        (r"children looked after|being looked after|looked after child(?:ren)?|looked after", "cla"),
        (r"lacrs?|clars?", "cla review"),
        (r"child(?:ren)? in care|l a c|c l a|c i c|lac|cla|cic|in care", "cla"),
        (r"childs|childrens?|children|young persons?|young people|yps?|cyp|clients?", "child"),
        (r"service users?|persons?|subjects?|su", "child"),
        (r"reviews|reviewed|reviewing|revs?|rvws?|revws?|rvs|reveiws?", "review"),
        (r"numbers?|nums?|nos?|nrs?|nbr|numb", "number"),
        (r"identifiers?|identity|idents?|ids?|references?|refs?|code", "id"),
        (r"p number|p i d|pid|uid|clientid|personid|childid|caseid", "child id"),
        (r"lcsid", "lcs id"),
        (r"mosaicid", "mosaic id"),
        (r"dates?|dt|day", "date"),
        (r"nxt|following", "next"),
        (r"commenced|commencement|started|starting|starts|began|beginning", "start"),
        (r"grp|groups|grouping", "group"),
        (r"planned|scheduled|arranged|diarised|booking", "booked"),
    )
)
_FILLER = word_set(
    "the a an and of for to in on at by with is was as s or be its their our own"
    # The tables of the Standard Safeguarding Dataset, which stand before each of its field names.
    " pers clae clar fami"
)


def plain_words(heading: str) -> tuple[str, ...]:
    """The words of a heading that carry meaning, spelt one way.

    >>> plain_words("Date of Last LAC Rvw.")
    ('date', 'last', 'cla', 'review')
    """
    text = unicodedata.normalize("NFKC", heading)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})", " ", text)  # DateOfBirth, LACStart, ChildID
    text = re.sub(r"['’`]", "", text.replace("#", " number ")).casefold()
    text = " ".join(re.sub(r"[\W_]+", " ", text).split())
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return tuple(word for word in dict.fromkeys(text.split()) if word not in _FILLER)
