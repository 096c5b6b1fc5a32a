import pytest

from remnant.extract.extracting import marked
from remnant.extract.speaking.saying import according, by_nouns, headlines
from remnant.knowledge import load_knowledge
from tests.factory import make_document


def _said(text: str) -> list[tuple[str, str]]:
    found = []
    for line in marked(make_document(text), knowledge=load_knowledge(), every=True):
        words = line.sentence.words
        for one in (*according(line), *by_nouns(line), *headlines(line)):
            scope = " ".join(words[index].text for index in sorted(one.scope))
            found.append((one.speaker.text, scope))
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("According to medics, the town burned.", "medics", "the town burned"),
        ("Its claim that the town burned was repeated.", "Its", "that the town burned"),
        ("The panel drew the conclusion that the town burned.", "panel", "the town burned"),
        ("The conclusion of the experts that the town burned stood.", "experts", "town burned"),
        ("Town burned by rebels – officials", "officials", "Town burned by rebels"),
        ("Witnesses: the town burned", "Witnesses", "the town burned"),
    ],
)
def test_what_is_said_without_a_verb_of_saying(text: str, speaker: str, words: str) -> None:
    """`According to`, nouns of saying and the edges of headlines name who says something."""
    assert any(who == speaker and words in scope for who, scope in _said(text))


@pytest.mark.parametrize(
    "text", ["The town burned.", "Weather: rain in the north", "The panel drew a map of the town."]
)
def test_what_nobody_says(text: str) -> None:
    """A fact, a topic before a colon and a thing that is drawn have no speaker."""
    assert _said(text) == []
