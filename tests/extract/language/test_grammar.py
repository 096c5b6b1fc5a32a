from remnant.extract.language.grammar import undergoers
from remnant.extract.language.words import Word, link


def _clause(label: str, tag: str) -> tuple[Word, ...]:
    """Return `depot` and `bomb`, the noun hanging on the verb by the label."""
    noun = Word(0, 0, 5, "depot", "depot", "depot", "NOUN", "NN", label)
    verb = Word(1, 6, 12, "bombed", "bombed", "bomb", "VERB", tag, "ROOT")
    return link([noun, verb], [1, 1])


def test_what_a_verb_is_done_to_is_its_object() -> None:
    """An active verb is done to its object."""
    noun, verb = _clause("dobj", "VBD")
    assert undergoers(verb) == [noun]


def test_what_a_passive_is_done_to_is_its_subject() -> None:
    """A passive verb is done to its subject."""
    noun, verb = _clause("nsubjpass", "VBN")
    assert undergoers(verb) == [noun]


def test_a_verb_with_a_subject_alone_is_done_to_nothing() -> None:
    """The subject of an active verb undergoes nothing."""
    _, verb = _clause("nsubj", "VBD")
    assert undergoers(verb) == []
