import pytest

from remnant.publish.charts import bars, columns

ROWS = [("cluster munition", 12), ("<b>Smerch</b> & \u202e", 3)]


def test_a_chart_is_the_same_each_time() -> None:
    """The same numbers give the same drawing."""
    assert bars("a", "A", ROWS, head="Weapon") == bars("a", "A", ROWS, head="Weapon")


def test_a_chart_has_its_numbers_as_a_table() -> None:
    """Every number drawn stands in the table."""
    assert bars("a", "A", ROWS, head="Weapon").rows == tuple(ROWS)


def test_a_drawing_has_no_style_script_or_raw_markup() -> None:
    """Nothing in a drawing runs, is styled inline, or is markup of the data."""
    drawn = bars("a", "A", ROWS, head="Weapon").svg
    assert drawn.startswith("<svg")
    assert "style=" not in drawn
    assert "<b>" not in drawn
    assert "<script" not in drawn


@pytest.mark.parametrize("most", [0, 1, 2, 7, 40, 999, 123_456])
def test_an_axis_counts_in_whole_numbers(most: int) -> None:
    """The axis of counts has whole numbers only, whatever the largest."""
    drawn = columns("a", "A", [("Oct 2020", most)], head="Month").svg
    assert drawn.startswith("<svg")
    assert ".5<" not in drawn


def test_nothing_to_draw_draws_nothing() -> None:
    """Without numbers there is no drawing."""
    assert not bars("a", "A", [], head="Weapon").svg
    assert not columns("a", "A", [], head="Month").svg
