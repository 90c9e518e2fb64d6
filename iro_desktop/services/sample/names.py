"""Names that nobody bears: everyday given names, and surnames put together from two halves."""

from random import Random

from iro_desktop.domain.vocabulary import Sex
from iro_desktop.services.sample.lives import Name
from iro_desktop.services.sample.pick import first_that

_SURNAME_TRIES = 20


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GIRLS = _words(
    "Maya Amina Sophie Isla Ruby Freya Poppy Zara Olivia Grace Leila Aisha Chloe Ellie Evie Daisy Nadia Priya Anaya "
    "Layla Scarlett Hallie Ivy Rosa Willow Imani Chidera Tiana Kezia Safiya Hana Mei Yasmin Elena Bronte Lottie Martha "
    "Nell Orla Tabitha Winnie Ayesha Destiny Jade Kayleigh Megan Skye Summer Tia Wren Isabella Charlotte Abigail"
)
_BOYS = _words(
    "Jayden Kyle Leo Noah Harvey Callum Tyrone Connor Ollie Max Idris Sam Kofi Yusuf Rafael Theo Alfie Archie Finley "
    "Reuben Kai Mason Tyler Ryan Ethan Dylan Zayn Hassan Tomasz Emeka Malachi Isaac Jude Caleb Rhys Bailey Marley "
    "Ravi Arjun Bilal Omari Stefan Luca Nico Otis Rowan Silas Jago Ibrahim Samuel Benjamin Alexander Joseph"
)
_FIRST_HALVES = _words(
    "Penny Okon Bram Lark Fenni Wex Ade Quill Marrow Thistle Osei Kavi Juni Mossel Bilber Dovet Ember Farthing Gossa "
    "Hazzel Ivers Jarra Kestrel Lumi Meri Nimba Orrel Pim Rook Saffra Tamar Umber Vela Willou Yarra Zephyr Tansy "
    "Rahi Nwabu Chand Tolly Rushel Pepper Oster Midder Lantern Kipp Jessa Hobbin Glim Fallow Eldra Dapple Cobble Birdle"
)
_SECOND_HALVES = _words(
    "fold wright combe wick hurst meadow wold thorpe garth mere worthy more stead croft by bridge marsh holme dell"
)
_SHORT_FORMS = {
    "Isabella": "Bella", "Charlotte": "Lottie", "Abigail": "Abi", "Kayleigh": "Kay",
    "Tabitha": "Tabby", "Alexander": "Alex", "Benjamin": "Ben", "Samuel": "Sam", "Joseph": "Joe", "Ibrahim": "Ibby",
    "Malachi": "Mal", "Rafael": "Rafa", "Finley": "Fin",
}  # fmt: skip
_ADULTS = _words(
    "Alma Bertram Carys Dermot Edda Ferdi Gwen Hal Inez Jory Kirsty Lev Mabel Nuala Olaf Perpetua Quincy Rena Stig "
    "Thea Ulla Vernon Wilma Yorick Zelda"
)
_IRO_GIVEN = _words("Ira Odette Rafiq Morwenna Desmond Anjali Hester Kwame Bronwen Lionel Teodora Marcus")
_IRO_FIRST_HALVES = _words("Example Sample Fable Pattern Specimen Model Proverb Parable Sketch Figment")
_IRO_SECOND_HALVES = _words("Quill Heath Marsh Lane Dale Ridge Brook Moor Field Shore Glade")


def surname(rng: Random) -> str:
    """An invented surname; one of about a thousand."""
    return rng.choice(_FIRST_HALVES) + rng.choice(_SECOND_HALVES)


def new_surname(rng: Random, borne: set[str]) -> str:
    """A surname no other household bears, while such a one is soon found; adds it to ``borne``."""
    family = first_that(lambda name: name not in borne, lambda: surname(rng), _SURNAME_TRIES) or surname(rng)
    borne.add(family)
    return family


def full_name(rng: Random, sex: Sex, family: str, taken: set[tuple[str, str]]) -> Name:
    """A name no other child of the sample bears; adds it to ``taken``.

    While there is a choice, one that differs also as lists show it, as given name and initial.
    """
    everybody = _BOYS if sex is Sex.MALE else _GIRLS
    possible = [name for name in everybody if (name, family) not in taken]
    while not possible:
        family = surname(rng)
        possible = [name for name in everybody if (name, family) not in taken]
    chosen = rng.choice([name for name in possible if (name, family[0]) not in taken] or possible)
    taken |= {(chosen, family), (chosen, family[0])}
    return Name(chosen, family, _SHORT_FORMS.get(chosen))


def adult_names(rng: Random, count: int) -> list[str]:
    """So many different given names for people around a child."""
    return rng.sample(_ADULTS, count)


def iro_names(count: int) -> list[str]:
    """So many different names, the same ones each time."""
    return [_iro_name(index) for index in range(count)]


def _iro_name(index: int) -> str:
    # The lists are 12, 10 and 11 long: with the shift, a name comes back after 660 others.
    given = _IRO_GIVEN[index % len(_IRO_GIVEN)]
    first = _IRO_FIRST_HALVES[index % len(_IRO_FIRST_HALVES)]
    second = _IRO_SECOND_HALVES[(index + index // 60) % len(_IRO_SECOND_HALVES)]
    again = f" {index // 660 + 1}" if index >= 660 else ""
    return f"{given} {first}-{second}{again}"
