import pytest

from remnant.extract.extracting import marked
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line
from remnant.extract.speaking.bodies import body, names, outlet_start
from remnant.knowledge import Knowledge, load_knowledge
from tests.factory import make_document


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _lines(text: str, knowledge: Knowledge) -> tuple[Line, ...]:
    return marked(make_document(text), knowledge=knowledge, every=True)


def _word(lines: tuple[Line, ...], text: str) -> tuple[Word, Line]:
    return next((word, line) for line in lines for word in line.sentence.words if word.text == text)


def test_a_part_of_a_name_goes_back_to_the_whole_name(knowledge: Knowledge) -> None:
    """`Civil Defense` is the body that the text names in full; `Human Rights` is none alone."""
    text = "The Syrian Civil Defence and Human Rights Watch came. The Civil Defense left."
    lines = _lines(text, knowledge)
    found = names(lines, knowledge)
    part = [word for word in lines[1].sentence.words if word.text in {"Civil", "Defense"}]
    human = [word for word in lines[0].sentence.words if word.text in {"Human", "Rights"}]

    named = found.named(part)
    assert named is not None
    assert named.entry == "syria-civil-defence"
    assert found.named(human) is None


def test_a_nationality_with_a_hyphen_only_describes(knowledge: Knowledge) -> None:
    """`The Britain-based monitor` does not speak for Britain, `the British army` does."""
    lines = _lines("The Britain-based monitor said so. The British army said so.", knowledge)
    monitor, first = _word(lines, "monitor")
    army, second = _word(lines, "army")

    assert body(monitor, first, knowledge) is None
    found = body(army, second, knowledge)
    assert found is not None
    assert found.entry == "united-kingdom"


def test_the_name_of_a_medium_begins_after_its_kind(knowledge: Knowledge) -> None:
    """Of `state media Sana` the name is `Sana`; a plain name has no kind before it."""
    lines = _lines("State media Sana said that the army left. Then Reuters said so.", knowledge)
    sana, _ = _word(lines, "Sana")
    reuters, _ = _word(lines, "Reuters")

    assert outlet_start(sana) == sana.start
    assert outlet_start(reuters) == 0
