"""One thing to do for every kind of act about letters to children and passports."""

from iro_desktop.domain.acts import Act, SetIroPicture, WriteAboutIro, WriteLetter
from iro_desktop.domain.vocabulary import AgeBand
from tests.services.office import day
from tests.services.small_pictures import jpeg, png, told

LETTER = WriteLetter(child="A1", held_on=day("5 Nov"), band=AgeBand.MIDDLE, text="Hi,\n\nThank you for coming.")
ABOUT = WriteAboutIro(iro="Jo Bloggs", words="I like dogs.\n\nI ride a bike.")
PICTURE = SetIroPicture(iro="Jo Bloggs", picture=told(png()))


def letter_cases(iro: Act, child: Act, first: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it."""
    base = (iro, child, first)
    return (
        (LETTER, base),
        (WriteLetter(child="A1", held_on=day("5 Nov"), band=AgeBand.YOUNG, text="Hello!"), (*base, LETTER)),
        (WriteLetter(child="A1", held_on=day("5 Nov"), band=AgeBand.MIDDLE, text=" \n"), (*base, LETTER)),
        (ABOUT, (iro,)),
        (WriteAboutIro(iro="Jo Bloggs", words="I like cats."), (iro, ABOUT, PICTURE)),
        (WriteAboutIro(iro="Jo Bloggs", words=" "), (iro, ABOUT)),
        (PICTURE, (iro,)),
        (SetIroPicture(iro="Jo Bloggs", picture=told(jpeg())), (iro, PICTURE)),
        (SetIroPicture(iro="Jo Bloggs"), (iro, ABOUT, PICTURE)),
        (SetIroPicture(iro="Jo Bloggs"), (iro, PICTURE)),
    )
