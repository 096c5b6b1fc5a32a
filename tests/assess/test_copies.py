import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from remnant.assess.copies import (
    BANDS,
    LARGEST,
    Sketch,
    alike,
    bands_of,
    containment,
    resemblance,
    shingles,
    sketch_of,
)

NOTHING = Sketch.of(())
TEXT = " ".join(f"word{index} follows word{index + 1}" for index in range(60))


def _reworded(text: str, share: float) -> str:
    chance = random.Random(7)  # noqa: S311 - no secret is made
    return " ".join(
        f"other{chance.random()}" if chance.random() < share else word for word in text.split()
    )


def test_same_text() -> None:
    """The same words in other case and with accents have the same sketch."""
    assert sketch_of(TEXT) == sketch_of(TEXT.upper().replace("O", "Ó"))
    assert resemblance(sketch_of(TEXT), sketch_of(TEXT)) == 1.0


def test_a_copy_with_three_words_in_ten_reworded() -> None:
    """A text with three words in ten changed shares a band and is a near-copy."""
    changed = _reworded(TEXT, 0.3)
    assert alike(sketch_of(TEXT), sketch_of(changed))
    assert set(bands_of(TEXT)) & set(bands_of(changed))


def test_a_text_with_six_words_in_ten_reworded() -> None:
    """With six words in ten changed it is a near-copy no more."""
    assert not alike(sketch_of(TEXT), sketch_of(_reworded(TEXT, 0.6)))


def test_an_excerpt() -> None:
    """A part of a long text is a near-copy of it, however long the rest is."""
    long = " ".join(f"w{index}" for index in range(2000))
    part = " ".join(f"w{index}" for index in range(300, 700))
    assert resemblance(sketch_of(long), sketch_of(part)) < 0.3
    assert containment(sketch_of(long), sketch_of(part)) > 0.9
    assert alike(sketch_of(long), sketch_of(part))


def test_other_text_shares_nothing() -> None:
    """Two texts without common runs of words share no band."""
    other = " ".join(f"term{index} precedes term{index + 2}" for index in range(60))
    assert resemblance(sketch_of(TEXT), sketch_of(other)) < 0.2
    assert set(bands_of(TEXT)).isdisjoint(bands_of(other))


def test_short_texts_must_share_more() -> None:
    """Two texts of twenty words that share a third are no near-copies."""
    first = " ".join(f"w{index}" for index in range(20))
    second = " ".join(f"w{index}" for index in range(10, 30))
    assert resemblance(sketch_of(first), sketch_of(second)) > 0.24
    assert not alike(sketch_of(first), sketch_of(second))


def test_short_text_has_no_sketch() -> None:
    """A text too short to be recognised has neither sketch nor bands."""
    assert sketch_of("Too short to tell.") == NOTHING
    assert bands_of("Too short to tell.") == ()
    assert resemblance(NOTHING, NOTHING) == 0.0
    assert not alike(NOTHING, NOTHING)


def test_bands_and_sketch_are_bounded() -> None:
    """There are as many bands as documented; a sketch does not grow beyond its size."""
    long = " ".join(f"w{index}" for index in range(5000))
    assert len(set(bands_of(TEXT))) == BANDS
    assert len(sketch_of(long).values) == LARGEST


def test_runs_of_two_words() -> None:
    """A text of n different words has n - 1 runs."""
    text = " ".join(f"w{index}" for index in range(50))
    assert len(shingles(text)) == 49


@given(st.integers(20, 900), st.integers(0, 900))
def test_the_share_is_near_the_true_one(length: int, shift: int) -> None:
    """The share told by sketches is that of all runs, within four standard errors."""
    first = [f"w{index}" for index in range(length)]
    second = [f"w{index}" for index in range(shift, shift + length)]
    ours, theirs = ({*pairwise(one)} for one in (first, second))
    true = len(ours & theirs) / len(ours | theirs)
    told = resemblance(sketch_of(" ".join(first)), sketch_of(" ".join(second)))
    assert abs(told - true) <= (0.13 if length > LARGEST else 0.0)
