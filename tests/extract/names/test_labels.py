"""A label such as `the regime` means one party, unless another name stands before it."""

from remnant.extract.names.labels import own_labels
from remnant.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()


def _kept(text: str) -> list[str]:
    hits = KNOWLEDGE.lexicon.scan(text, capitals=True)
    return [text[hit.start : hit.end] for hit in own_labels(text, hits, knowledge=KNOWLEDGE)]


def test_a_label_stands_for_its_party() -> None:
    """Without a name before it the label stays."""
    assert "regime" in _kept("Later the regime bombed the town.")
    assert "regime" in _kept("The regime bombed the town.")


def test_a_name_before_it_takes_the_label_away() -> None:
    """The regime of somebody else is not the party that the label means."""
    assert "regime" not in _kept("A Trump regime memo was found.")
    assert "regime" not in _kept("The Kyiv regime shelled the town.")
