"""The register of actors."""

import pytest

from remnant.knowledge import ActorKind, load_knowledge

ACTORS = load_knowledge().actors


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("HRW", "human-rights-watch"),
        ("Azeris", "azerbaijan"),
        ("Daesh", "islamic-state"),
        ("White Helmets", "syria-civil-defence"),
        ("the Observatory", "sohr"),
        ("Artsakh", "nagorno-karabakh"),
        ("Baku", "azerbaijan"),
    ],
)
def test_named(name: str, entry: str) -> None:
    """Acronyms, demonyms, capitals and other names lead to the entry."""
    assert [actor.id for actor in ACTORS.named(name)] == [entry]


def test_an_office_speaks_as_its_state() -> None:
    """A named office stands for its state; a general office word says for whom it speaks."""
    assert ACTORS.speaks_as("syria-government").name == "Syria"
    assert ACTORS.of_state("Ministry of Defense")
    assert not ACTORS.of_state("Prosecutor's Office")


def test_relations_hold_both_ways_and_say_why() -> None:
    """That Human Rights Watch belongs to the Coalition is recorded once and found from both."""
    why = ACTORS.related("cluster-munition-coalition", "human-rights-watch")
    assert "member" in why
    assert ACTORS.related("human-rights-watch", "cluster-munition-coalition") == why
    assert ACTORS.related("amnesty", "halo-trust") == ""


def test_loaded_labels_are_never_names() -> None:
    """A label of one side leads to the entry and is not its name."""
    (found,) = ACTORS.named("armed separatists")
    assert found.name == "Nagorno-Karabakh"
    assert found.kind is ActorKind.TERRITORY
    assert "armed separatists" in found.loaded
