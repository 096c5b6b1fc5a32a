import pytest

from remnant.extract.parsing.tails import tails

FOUND = (
    ("Two people were slightly hurt in Homs a witness said.", " a witness said"),
    (
        "Air strikes killed seven people in Idlib the Syrian Observatory for Human Rights said.",
        " the Syrian Observatory for Human Rights said",
    ),
    (
        "I am concerned by the attack near Homs British Foreign Secretary Jane Doe said.",
        " British Foreign Secretary Jane Doe said",
    ),
    (
        "The raids hit a stadium after midnight an AFP correspondent in the town said.",
        " an AFP correspondent in the town said",
    ),
    ("Five people were killed in Homs activists said on Monday.", " activists said on Monday"),
    ('"There was no base in the town" the old man said.', " the old man said"),
    ("A bomb was set off near the town hall said the Observatory.", " said the Observatory"),
    (
        "The toll has risen to 112 a monitoring group told AFP on condition of anonymity.",
        " a monitoring group told AFP on condition of anonymity",
    ),
)
KEPT = (
    "Nobody could hear what the ministry said.",
    "The army said.",
    "They attacked because the mayor said so.",
    "The toll is higher than the army said on Monday.",
)


@pytest.mark.parametrize(("text", "tail"), FOUND)
def test_who_speaks_is_cut_from_the_end_of_a_sentence_without_commas(text: str, tail: str) -> None:
    """The tail begins with the first word that names the speaker and ends before the full stop."""
    assert [text[start:end] for start, end in tails(text)] == [tail]


@pytest.mark.parametrize("text", KEPT)
def test_a_verb_of_saying_that_belongs_to_its_sentence_is_kept(text: str) -> None:
    """Clauses under another word, and mere speakers, are no tail."""
    assert list(tails(text)) == []
