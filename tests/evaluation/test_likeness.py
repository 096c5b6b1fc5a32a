from hypothesis import given
from hypothesis import strategies as st

from evaluation.likeness import says_again, share, tells_of
from remnant.link.wording import stems, telling

SENTENCE = "Rockets struck the market of Barda on 28 October, killing 21 people."
SOURCE = "On 28 October rockets struck the market in Barda. They were killed at once: 21 people."


def test_a_source_tells_of_the_event() -> None:
    """A text with the words of the event more likely tells of it than not."""
    found = tells_of(SOURCE, event="struck", sentence=SENTENCE, report=SENTENCE)

    assert found.event
    assert found.sentence > 0.8
    assert found.bits > 0.0
    assert found.probability > 0.5


def test_another_text_does_not() -> None:
    """A text without those words does not tell of it, and an empty one has nothing."""
    found = tells_of("The harvest was poor.", event="struck", sentence=SENTENCE, report=SENTENCE)

    assert found.bits < 0.0
    assert tells_of("", event="", sentence="", report="").bits < 0.0


@given(st.text(), st.text())
def test_shares_are_shares(ours: str, theirs: str) -> None:
    """A share lies between 0 and 1, and is 1 for the same words unless there are none."""
    words = telling(stems(ours))

    assert 0.0 <= share(words, telling(stems(theirs))) <= 1.0
    assert share(words, words) == (1.0 if words else 0.0)


def test_a_sentence_in_other_order_says_again() -> None:
    """The same words in another order say the same; the same words with another number less so."""
    other = "Killing 21 people on 28 October, rockets struck Barda's market."

    assert says_again(SENTENCE, other) > 0.0
    assert says_again(SENTENCE, other) > says_again(SENTENCE, other.replace("21", "40"))
    assert says_again(SENTENCE, "The harvest was poor.") < 0.0
    assert says_again("", "") < 0.0
