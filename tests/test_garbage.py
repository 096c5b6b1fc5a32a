"""Python looks for garbage seldom while a record is built, and as before afterwards."""

import gc

import pytest

from remnant.garbage import SELDOM, seldom_looked_for


def test_limits_hold_inside_the_block_only() -> None:
    """Inside the block the limits are those of a build; after it they are as before."""
    before = gc.get_threshold()
    with seldom_looked_for():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before != SELDOM


def test_limits_are_restored_after_an_error() -> None:
    """A build that fails leaves Python as it was."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), seldom_looked_for():
        raise ValueError("stopped")  # noqa: EM101 - the words are looked for above
    assert gc.get_threshold() == before
