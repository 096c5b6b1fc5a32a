import pytest

from evaluation.attitudes import attitudes
from remnant.extract.extracting import marked
from remnant.knowledge import load_knowledge
from tests.factory import make_document


def _seen(text: str) -> list[tuple[str, str, str]]:
    found = []
    for line in marked(make_document(text), knowledge=load_knowledge(), every=True):
        words = line.sentence.words
        for one in attitudes(line):
            held = " ".join(words[index].text for index in sorted(one.scope))
            cue = " ".join(word.text for word in one.cue)
            found.append((one.holder.text if one.holder else "", cue, held))
    return found


@pytest.mark.parametrize(
    ("text", "holder", "cue", "held"),
    [
        ("Kyiv wants more rockets.", "Kyiv", "wants", "more rockets"),
        ("The ministry called for an inquiry.", "ministry", "called for", "an inquiry"),
        ("The army plans to leave the town.", "army", "plans", "to leave the town"),
        (
            "Monitors praised the crews for their work.",
            "Monitors",
            "praised",
            "the crews for their work",
        ),
        ("The ban is backed by Paris.", "Paris", "backed", "The ban"),
        (
            "Residents are worried about the shelling.",
            "Residents",
            "worried about",
            "the shelling",
        ),
        (
            "His support for the ban surprised nobody.",
            "His",
            "support for",
            "the ban",
        ),
        ("The army appears to hold the town.", "", "appears", "The army to hold the town ."),
        ("The army is expected to leave.", "", "expected", "The army to leave ."),
        ("The army reportedly left.", "", "reportedly", "The army left ."),
    ],
)
def test_an_attitude_has_a_holder_a_cue_and_what_is_held(
    text: str, holder: str, cue: str, held: str
) -> None:
    """Wishes, plans and judgements name who holds them; a hedge of the author names nobody."""
    assert (holder, cue, held) in _seen(text)


@pytest.mark.parametrize("text", ["The convoy left the town.", "The wanted man left."])
def test_what_nobody_holds_is_no_attitude(text: str) -> None:
    """A plain fact, and a participle before a noun, say nothing of what somebody holds."""
    assert _seen(text) == []
