from pathlib import Path

import pytest

from evaluation.polnear import Relation, Tally, annotated, articles_in, count, measure, said
from remnant.knowledge import load_knowledge

TEXT = 'The mayor said that the bridge fell. "It fell at night," a driver told us.'
STANDOFF = (
    "T1\tSource 0 9\tThe mayor\n"
    "T2\tCue 10 14\tsaid\n"
    "T3\tContent 15 35\tthat the bridge fell\n"
    "T4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    'T5\tContent 37 56\t"It fell at night,"\n'
    "T6\tSource 57 65\ta driver\n"
    "T7\tCue 66 73\ttold us\n"
    "T8\tAttribution 66 73\ttold us\n"
    "E2\tAttribution:T8 Content:T5 Cue:T7 Source:T6\n"
)


def relations() -> list[Relation]:
    """Return the attributions of the example."""
    return annotated(TEXT, STANDOFF, ())


def tally_of(gold: list[Relation], predicted: list[Relation]) -> Tally:
    """Return the tally of one article."""
    tally = Tally.empty()
    count(gold, predicted, tally)
    return tally


def test_standoff_is_read() -> None:
    """Roles, offsets and direct speech are those of the file."""
    first, second = relations()

    assert (first.spans[0], first.spans[1]) == ((0, 9), (10, 14))
    assert (first.direct, second.direct) == (False, True)
    assert len(second.content) == 4


def test_a_content_in_parts_is_one() -> None:
    """Ranges parted by a semicolon are one content from the first word to the last."""
    standoff = (
        "T1\tCue 10 14\tsaid\nT2\tContent 0 9;15 35\tx\nE1\tAttribution:T1 Cue:T1 Content:T2\n"
    )

    (found,) = annotated(TEXT, standoff, ())

    assert found.spans[2] == (0, 35)
    assert len(found.content) == 2 + 4


def test_a_passage_over_two_lines_is_no_line_of_its_own() -> None:
    """What follows a line break inside a passage is left alone, whatever letter it begins with."""
    standoff = (
        "T1\tCue 10 14\tsaid\nT2\tContent 15 35\tone\nTwo more\nElsewhere\n"
        "E1\tAttribution:T1 Cue:T1 Content:T2\n"
    )

    (found,) = annotated(TEXT, standoff, ())

    assert found.spans[2] == (15, 35)


def test_perfect_attributions_score_one() -> None:
    """The gold against itself scores 1.0 in every measure."""
    tally = tally_of(relations(), relations())

    for name in ("attributions", "source words", "content exact", "direct words", "triples"):
        assert tally.score(name).f1 == 1.0


def test_no_attributions_score_nothing() -> None:
    """Nothing predicted scores 0.0."""
    tally = tally_of(relations(), [])

    assert tally.score("attributions").f1 == 0.0
    assert tally.score("content words").f1 == 0.0


def test_a_middle_case_by_hand() -> None:
    """One of two found, with three of its four content words: 3 of 3, and 3 of 8."""
    part = said(TEXT, {"source": [(0, 9)], "cue": [(10, 14)], "content": [(20, 35)]})

    tally = tally_of(relations(), [part])

    assert tally.score("attributions").recall == 0.5
    assert tally.score("content words").precision == 1.0
    assert tally.score("content words").recall == pytest.approx(3 / 8)
    assert tally.score("content exact").f1 == 0.0
    assert tally.score("source exact").recall == 0.5
    assert tally.score("indirect words").recall == pytest.approx(3 / 4)
    assert tally.score("direct words").recall == 0.0


def test_a_folder_of_the_format_is_measured(tmp_path: Path) -> None:
    """The program's own reading of the example finds both attributions."""
    for folder, name, content in (
        ("text", "a.txt", TEXT),
        ("attributions", "a_1.ann", STANDOFF),
        ("attributions", "a_2.ann", ""),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(content, "utf-8")

    articles = articles_in(tmp_path)
    tally = measure(articles, load_knowledge())

    assert [path.name for _, path in articles] == ["a_1.ann"]
    assert tally.score("attributions").recall == 1.0
    assert tally.score("content words").f1 > 0.9
