import time

from hypothesis import given
from hypothesis import strategies as st

from remnant.publish.pages.marking import Mark, MarkKind, Piece, pieces

TEXT = "one two three four five six seven eight nine ten"
RANGES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
)


def claim(start: int, end: int, name: str) -> Mark:
    """Return the mark of a claim."""
    return Mark(start, end, MarkKind.CLAIM, name, name)


def cut(*marks: Mark, cuts: tuple[int, ...] = ()) -> list[Piece]:
    """Return the text in pieces."""
    return list(pieces(TEXT, marks, cuts))


@given(st.lists(RANGES, max_size=12))
def test_pieces_are_the_text(ranges: list[tuple[int, int]]) -> None:
    """However marks overlap, the pieces follow one another and give the whole text."""
    found = cut(*(claim(start, end, f"c-{n}") for n, (start, end) in enumerate(ranges)))
    assert "".join(piece.text for piece in found) == TEXT
    at = 0
    for piece in found:
        assert piece.start == at
        at += len(piece.text)


@given(st.lists(RANGES, max_size=12))
def test_each_claim_covers_its_own_words(ranges: list[tuple[int, int]]) -> None:
    """The pieces of a claim together are exactly the words of its passage."""
    found = cut(*(claim(start, end, f"c-{n}") for n, (start, end) in enumerate(ranges)))
    for number, (start, end) in enumerate(ranges):
        covered = [piece for piece in found if f"c-{number}" in piece.claims]
        assert "".join(piece.text for piece in covered) == TEXT[start:end]
        assert f"c-{number}" in covered[0].anchors


def test_the_outer_claim_comes_first() -> None:
    """Where claims nest, the outer one is named before the inner."""
    found = cut(claim(4, 7, "c-inner"), claim(0, 13, "c-outer"))
    assert [piece.claims for piece in found if piece.text == "two"] == [("c-outer", "c-inner")]


def test_an_anchor_is_placed_once() -> None:
    """Two marks with one anchor give one place to lead to."""
    twice = (Mark(0, 3, MarkKind.WORDS, "", "w-0-3"), Mark(0, 3, MarkKind.CLAIM, "c-1", "w-0-3"))
    assert [name for piece in cut(*twice) for name in piece.anchors] == ["w-0-3"]


def test_pieces_are_cut_at_blocks() -> None:
    """A claim that runs over two blocks is shown in both."""
    found = cut(claim(0, 13, "c-1"), cuts=(8,))
    assert [piece.text for piece in found if piece.claims] == ["one two ", "three"]


def test_many_marks_take_little_time() -> None:
    """Twenty thousand marks on a long text are cut within seconds."""
    text = TEXT * 4000
    marks = [claim(at, at + 30, f"c-{at}") for at in range(0, len(text) - 40, 9)]
    started = time.perf_counter()
    assert sum(len(piece.text) for piece in pieces(text, marks)) == len(text)
    assert time.perf_counter() - started < 10
