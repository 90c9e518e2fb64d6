"""Which typed words name somebody: people around a child and workers as they are typed, and no ordinary word."""

import pytest

from iro_desktop.domain.acts import AddChild, AddPerson, AllocateWorker
from iro_desktop.domain.vocabulary import Role, WorkerRole
from iro_desktop.services.names_typed import Named, named
from iro_desktop.services.sample import demo
from tests.conftest import TODAY
from tests.services.office import Office, day

PLACES = (
    "School", "At school", "At the carers' home", "Family centre", "Video call", "Council office", "Writing up",
    "School, Elm Primary", "12 High Road", "Health clinic", "Monday meeting", "Social worker's office", "Park House",
    "Placement", "With the designated teacher", "Youth justice office", "Training in May",
)  # fmt: skip
ANN = AddChild(
    child="A1",
    given_name="Ann",
    family_name="Moor",
    looked_after_since=day("12 Oct"),
    tracking_from=day("12 Oct"),
    born_on=day("5 May 2015"),
)


def around(office: Office, *names: str) -> Named:
    office.do(ANN)
    office.do(*(AddPerson(child="A1", role=Role.OTHER, name=one) for one in names))
    return named(office.snapshot())


def test_everybody_the_sample_names_is_known_and_its_places_are_not(office: Office):
    acts = demo(TODAY).acts
    people = sorted({one.name for one in acts if isinstance(one, AddPerson)})
    workers = sorted({one.worker for one in acts if isinstance(one, AllocateWorker)})
    around(office, *people)
    office.do(AllocateWorker(child="A1", role=WorkerRole.SOCIAL_WORKER, worker=workers[0], from_on=TODAY))
    found = named(office.snapshot())
    persons = [one for one in people if "School" not in one]
    assert len(persons) > 50
    for name in (*persons, workers[0]):
        given, surname = name.partition(",")[0].split()
        for text in (f"At {given} {surname}'s home", f"the {surname}s", surname.upper(), f"with {given}", name):
            assert found.is_in(text), text
    assert [place for place in PLACES if found.is_in(place)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mrs Patel", "Patel's"),
        ("Patel, Meera", "meera"),
        ("Elm Primary, Mrs Patel", "Elm Primary, Mrs Patel"),
        ("Dr A. Khan (health)", "Dr Khan"),
        ("Jane Park", "Jane Park's house"),
        ("Ms Li Wu", "Li Wu"),
        ("Anne-Marie O’Neill", "O'Neill's flat"),
        ("jo larkby", "Jo Larkby's"),
        ("Nuala Núñez", "Nunez"),
        ("Anybody", "The Moors"),
    ],
)
def test_a_name_is_known_however_it_is_typed(office: Office, name: str, text: str):
    assert around(office, name).is_in(text)


@pytest.mark.parametrize(
    "name",
    [
        "School", "Health", "Mother", "Social Worker", "Designated Teacher", "Elm Primary", "Park House Surgery",
        "Children’s Guardian", "Family Support Worker", "Placement manager", "Youth Justice",
    ],
)  # fmt: skip
def test_a_role_or_an_organisation_names_nobody(office: Office, name: str):
    found = around(office, name)
    assert [place for place in (*PLACES, name) if found.is_in(place)] == []
