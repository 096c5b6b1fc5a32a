"""The catalogue of weapons."""

import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge import load_knowledge

WEAPONS = load_knowledge().weapons


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("m095", "lar-160", True),
        ("m095", "m85", True),
        ("m095", "cluster-munition", True),
        ("smerch", "9n235", True),
        ("smerch", "cluster-munition", True),
        ("9n235", "9m55k", True),
        ("smerch", "lar-160", False),
        ("m095", "9n235", False),
        ("scud", "cluster-munition", False),
        ("airstrike", "barrel-bomb", True),
        ("sarin", "chemical-weapon", True),
        ("sarin", "chlorine", False),
    ],
)
def test_compatible_weapons(first: str, second: str, expected: bool) -> None:  # noqa: FBT001 - the expected outcome
    """Parts, carriers and classes go together; different systems and agents do not."""
    assert WEAPONS.compatible(first, second) is expected
    assert WEAPONS.compatible(second, first) is expected


def test_a_launcher_is_not_a_cluster_munition() -> None:
    """Owning a launcher is not owning cluster rockets."""
    assert not WEAPONS.is_cluster("smerch")
    assert WEAPONS.is_cluster("9m55k")
    assert not WEAPONS.is_cluster("zab-25sm")


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Mo95", "m095"),
        ("cluster bombs", "cluster-munition"),
        ("RBK\u2013500", "rbk-500"),
        ("AIR STRIKE", "airstrike"),
        ("white phosphorus", "phosphorus"),
        ("bomblets", "submunition"),
    ],
)
def test_named_in_any_spelling(name: str, entry: str) -> None:
    """Singular, plural, dashes and capitals lead to the entry."""
    assert [weapon.id for weapon in WEAPONS.named(name)] == [entry]


def test_an_unknown_weapon_is_an_error() -> None:
    """Asking for a weapon that is not catalogued says what to do."""
    with pytest.raises(KnowledgeError, match=r"weapons\.yaml"):
        WEAPONS.get("none")
