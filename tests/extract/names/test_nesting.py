import pytest

from remnant.extract.language.words import Word, link
from remnant.extract.names.marks import Mark, Sort
from remnant.extract.names.nesting import only_locates


def _marks(between: str) -> tuple[Mark, Mark]:
    """Return two places, `A` and `B`, with words between them."""
    texts = ["A", *between.split(), "B", "district"]
    words = [
        Word(index, 10 * index, 10 * index + len(text), text, text.lower(), text, "X", "X", "dep")
        for index, text in enumerate(texts)
    ]
    linked = link(words, [0] * (len(texts) - 1) + [0])
    return Mark(Sort.PLACE, linked[:1]), Mark(Sort.PLACE, linked[-2:-1])


@pytest.mark.parametrize(
    "between",
    [
        "in the",
        ", a town in",
        ", 25 kilometres east of",
        ", about 30 km to the north of",
        ", not far from",
        "village , close to the town of",
        ", two villages near",
        "village ,",
    ],
)
def test_the_second_place_only_locates_the_first(between: str) -> None:
    """The words of lying in, near or at a distance from make the second place a mere bearing."""
    small, large = _marks(between)
    assert only_locates(small, large)
    assert not only_locates(large, small)


@pytest.mark.parametrize("between", ["and", ", near C and", "was bombed from", "to", "while in"])
def test_places_joined_otherwise_are_both_meant(between: str) -> None:
    """Other words between two places leave both standing."""
    assert not only_locates(*_marks(between))
