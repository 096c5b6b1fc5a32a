from hypothesis import given
from hypothesis import strategies as st

from remnant.model.ids import content_id


def test_same_content_same_id() -> None:
    """The same parts give the same identifier, with its prefix."""
    assert content_id("c", ["a", 1]) == content_id("c", ["a", 1])
    assert content_id("c", ["a"]).startswith("c-")


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_other_parts_other_id(left: list[str], right: list[str]) -> None:
    """Parts that differ, even in where they are cut, give another identifier."""
    assert (content_id("c", left) == content_id("c", right)) is (left == right)
