"""The lexicon scan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge import load_knowledge
from remnant.knowledge.entries import Form
from remnant.knowledge.fold import flatten, fold, plural
from remnant.knowledge.lexicon import Lexicon, Term
from remnant.model.value import ReferenceKind


def entries(text: str, kind: ReferenceKind = ReferenceKind.WEAPON) -> list[tuple[str, str]]:
    """Return the words and entries of one kind that the package's lexicon finds."""
    hits = load_knowledge().lexicon.scan(text)
    return [(text[hit.start : hit.end], hit.entry) for hit in hits if hit.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("air-strikes and airstrikes", [("air-strikes", "airstrike"), ("airstrikes", "airstrike")]),
        ("RBK\u2013500 bombs", [("RBK\u2013500 bombs", "rbk-500")]),
        ("#ClusterMunitions", [("ClusterMunitions", "cluster-munition")]),
        ("the Mo95 type", [("Mo95", "m095")]),
        ("RBK-250 and RBK-250-275", [("RBK-250", "rbk-250"), ("RBK-250-275", "rbk-250-275")]),
        ("a grad student needs extra time", []),
        ("Grads and EXTRA", [("Grads", "grad"), ("EXTRA", "extra")]),
        ("the Cluster Munition Coalition", []),
        ("the Convention on Cluster Munitions", []),
        ("pharmacobombed", []),
    ],
)
def test_weapons_are_found_at_word_boundaries(text: str, expected: list[tuple[str, str]]) -> None:
    """Variants of a name are found, parts of words and of longer names are not."""
    assert entries(text) == expected


def test_acronyms_must_be_written_in_capitals() -> None:
    """`US` and `IS` are parties, `us` and `is` are not."""
    assert entries("it is us", ReferenceKind.ACTOR) == []
    found = entries("US jets struck IS.", ReferenceKind.ACTOR)
    assert found == [("US", "united-states"), ("IS", "islamic-state")]


def test_a_state_is_an_actor_and_a_place() -> None:
    """Hits of different kinds may stand on the same words."""
    assert entries("in Syria", ReferenceKind.ACTOR) == [("Syria", "syria")]
    assert entries("in Syria", ReferenceKind.PLACE) == [("Syria", "country:SY")]


def test_capitals_count_only_on_request() -> None:
    """`Baku` is a name of Azerbaijan only where the caller asks for capitals."""
    lexicon = load_knowledge().lexicon
    assert not [hit for hit in lexicon.scan("Baku denied it") if hit.form is Form.CAPITAL]
    found = [
        hit for hit in lexicon.scan("Baku denied it", capitals=True) if hit.form is Form.CAPITAL
    ]
    assert [hit.entry for hit in found] == ["azerbaijan"]


def test_offsets_hold_where_lower_casing_changes_the_length() -> None:
    """The Turkish dotted capital I before a name does not shift it."""
    assert entries("\u0130\u0130\u0130 M095") == [("M095", "m095")]
    assert entries("Xank\u0259ndi", ReferenceKind.PLACE) == [("Xank\u0259ndi", "geonames:146970")]


@given(st.text(max_size=80))
def test_flattening_keeps_every_offset(text: str) -> None:
    """The flattened text has exactly one character for each of the text."""
    assert len(flatten(text)) == len(text)


@given(st.text(max_size=40), st.sampled_from(["M095", "cluster munition", "Stepanakert"]))
def test_a_hit_folds_to_its_alias(around: str, alias: str) -> None:
    """The words of every hit are its alias, up to case, marks, dashes and plural."""
    text = f"{around} {alias} {around}"
    for hit in load_knowledge().lexicon.scan(text):
        words = fold(text[hit.start : hit.end])
        joined = fold(hit.alias).replace(" ", "")
        assert words in {fold(hit.alias), fold(plural(hit.alias)), joined} or words.startswith(
            fold(hit.alias)
        )


def test_the_longest_name_wins_and_a_hidden_short_one_does_not_vanish() -> None:
    """A longer match that ends inside a word does not hide the shorter one that stands."""
    terms = [
        Term(ReferenceKind.WEAPON, "short", "Kh-22"),
        Term(ReferenceKind.WEAPON, "long", "Kh-22 missile"),
    ]
    lexicon = Lexicon(terms)
    assert [hit.entry for hit in lexicon.scan("Kh-22 missile")] == ["long"]
    assert [hit.entry for hit in lexicon.scan("Kh-22 missileer")] == ["short"]
