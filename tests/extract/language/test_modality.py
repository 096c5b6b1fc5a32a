import pytest

from remnant.extract.extracting import marked
from remnant.extract.language.modality import Mood, Unreal
from remnant.extract.language.stance import judge
from remnant.knowledge import load_knowledge
from tests.factory import make_document


def _mood(text: str, word: str) -> Mood | None:
    for line in marked(make_document(text), knowledge=load_knowledge(), every=True):
        for one in line.sentence.words:
            if one.text == word:
                found = judge(one, None)
                return found.mood if isinstance(found, Unreal) else None
    message = f"{word!r} does not stand in {text!r}"
    raise AssertionError(message)


@pytest.mark.parametrize(
    ("text", "word", "mood"),
    [
        ("The army will shell the town.", "shell", Mood.FUTURE),
        ("The army is going to shell the town.", "shell", Mood.FUTURE),
        ("The launcher can fire rockets.", "fire", Mood.POSSIBLE),
        ("The army must leave the town.", "leave", Mood.REQUIRED),
        ("If the army shelled the town, it lied.", "shelled", Mood.SUPPOSED),
        ("Did the army shell the town?", "shell", Mood.ASKED),
        ("Such rockets usually fail.", "fail", Mood.GENERIC),
        ("The army plans to shell the town.", "shell", Mood.AIMED),
        ("They banned the shelling of towns.", "shelling", Mood.BARRED),
        ("The panel plans to study the attack.", "attack", Mood.TOUCHED),
        ("The ministry would not comment.", "comment", Mood.AVERTED),
        ("The army failed to take the town.", "take", Mood.AVERTED),
        ("The foiled attack made headlines.", "attack", Mood.AVERTED),
    ],
)
def test_a_word_is_unreal_for_a_reason(text: str, word: str, mood: Mood) -> None:
    """What is to come, possible, asked, aimed at, barred or averted is told apart."""
    assert _mood(text, word) is mood


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army shelled the town.", "shelled"),
        ("The army managed to shell the town.", "shell"),
        ("Prices fell to reach a new low.", "reach"),
        ("The army may have shelled the town.", "shelled"),
    ],
)
def test_what_is_claimed_is_not_unreal(text: str, word: str) -> None:
    """A fact, an infinitive that tells of one, and a hedge are claims."""
    assert _mood(text, word) is None
