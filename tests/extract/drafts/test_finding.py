from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.finding import first
from remnant.extract.language.words import Sentence, Word, link
from remnant.extract.names.marks import Line
from remnant.model.claim import ClaimKind

_WORD = link([Word(0, 0, 4, "fell", "fell", "fall", "VERB", "VBD", "ROOT")], [0])[0]
_LINE = Line(Sentence((_WORD,), 0, 0), ())


def _nothing(_line: Line, _word: Word) -> Draft | None:
    return None


def _use(line: Line, word: Word) -> Draft | None:
    return Draft(ClaimKind.USE, line, word, word.start, word.end)


def _harm(line: Line, word: Word) -> Draft | None:
    return Draft(ClaimKind.HARM, line, word, word.start, word.end)


def test_the_first_finder_that_knows_a_word_reads_it() -> None:
    """A finder that finds nothing leaves the word to the next, and the first to find ends it."""
    found = first((_nothing, _use, _harm), _LINE, _WORD)
    assert found is not None
    assert found.kind is ClaimKind.USE


def test_a_word_that_no_finder_knows_carries_nothing() -> None:
    """Where every finder finds nothing, there is no proposition."""
    assert first((_nothing, _nothing), _LINE, _WORD) is None
