from hypothesis import given
from hypothesis import strategies as st

from remnant.extract.parsing.asides import asides, original, without

SENTENCE = "It is likely, the ministry said on Monday, that Russia did it."


def test_an_aside_is_found_with_its_commas() -> None:
    """The words between the commas, and both commas, are the aside."""
    ((start, end),) = asides(SENTENCE)
    assert SENTENCE[start:end] == ", the ministry said on Monday,"
    assert without(SENTENCE, ((start, end),)) == "It is likely that Russia did it."


def test_an_aside_at_the_end_leaves_the_full_stop() -> None:
    """The speaker after a sentence is an aside too."""
    text = "Russia did it, according to Amnesty International."
    assert without(text, asides(text)) == "Russia did it."


def test_a_coordinated_clause_is_no_aside() -> None:
    """What stands before `and` may be a clause of its own, and stays."""
    assert asides("Russia did it, the ministry said, and Syria denied it.") == ()


@given(st.lists(st.sampled_from([SENTENCE, "Nothing here. ", "A, he added, B. "]), max_size=6))
def test_offsets_lead_back_to_the_same_letters(parts: list[str]) -> None:
    """Every letter of the shortened text stands at its offset in the whole one."""
    text = " ".join(parts)
    cuts = asides(text)
    short = without(text, cuts)
    assert all(text[original(index, cuts)] == letter for index, letter in enumerate(short))
