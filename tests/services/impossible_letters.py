"""What cannot be about letters and passports: the act, the field it is refused beside, words of the refusal."""

from iro_desktop.domain.acts import Act, SetIroPicture, WriteAboutIro, WriteLetter
from iro_desktop.domain.vocabulary import AgeBand
from tests.services.office import day
from tests.services.small_pictures import png, told

Refused = tuple[str, Act, str, str, tuple[Act, ...]]


def impossible_letters(iro: Act, child: Act) -> tuple[Refused, ...]:
    """Each with what has to be there before it."""
    no_picture = told(b"GIF89a, and so on")
    return (
        (
            "a letter after no review",
            WriteLetter(child="A1", held_on=day("6 Nov"), band=AgeBand.MIDDLE, text="Hi"),
            "",
            "No review of A1 on 6 Nov 2026",
            (iro, child),
        ),
        ("a picture that is none", SetIroPicture(iro="Jo Bloggs", picture=no_picture), "picture", "no picture", (iro,)),
        (
            "a picture in no Base64",
            SetIroPicture(iro="Jo Bloggs", picture="a photograph"),
            "picture",
            "no picture",
            (iro,),
        ),
        (
            "a picture cut short",
            SetIroPicture(iro="Jo Bloggs", picture=told(png()[:40])),
            "picture",
            "no picture",
            (iro,),
        ),
        (
            "a picture too large",
            SetIroPicture(iro="Jo Bloggs", picture=told(png(401, 2))),
            "picture",
            "401 by 2; 400 is the most",
            (iro,),
        ),
        (
            "a life story",
            WriteAboutIro(iro="Jo Bloggs", words="I was born. " * 300),
            "words",
            "longer than 3,000 letters",
            (iro,),
        ),
    )
