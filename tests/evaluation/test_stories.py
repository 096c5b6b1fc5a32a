from hypothesis import given
from hypothesis import strategies as st

from evaluation.stories import likenesses, stories

BARDA = "Rockets struck a market in Barda on Wednesday and killed shoppers."
AGAIN = "Shoppers were killed when rockets struck the market of Barda."
HARVEST = "The harvest of cotton failed for want of rain in the lowlands."
WANT = "For want of rain the cotton harvest failed across the lowlands."


def test_two_stories() -> None:
    """Two texts on one event are one story, and those on another a second."""
    assert stories([BARDA, HARVEST, AGAIN, WANT], alike=0.3) == [0, 1, 0, 1]


def test_nothing_in_common() -> None:
    """Texts without a shared word stand alone; so does an empty one."""
    assert stories([BARDA, HARVEST, ""]) == [0, 1, 2]


def test_likeness_is_one_for_the_same_words() -> None:
    """The cosine of a text with itself is 1, and pairs without a shared word have none."""
    found = likenesses([BARDA, BARDA, HARVEST])

    assert round(found[0, 1], 6) == 1.0
    assert (0, 2) not in found


@given(st.lists(st.sampled_from([BARDA, AGAIN, HARVEST, WANT, ""]), max_size=8))
def test_a_story_is_called_by_its_first_text(texts: list[str]) -> None:
    """The first text of a story is in it."""
    found = stories(texts)

    assert all(found[story] == story <= index for index, story in enumerate(found))
