"""spaCy's attribute ruler, with a memory: a third of the parser's time goes into its patterns.

Of 179 patterns of the English model all but eight look at one word, and at nothing of it but
the form, the tag and the relation to its head. What they say of such a word is asked once.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span

REMEMBERED = "remembered_attribute_ruler"
"""Name of the component."""

_SEEN: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
"""What the patterns look at."""

KEPT = 50_000
"""Words of which the memory holds the answers before it begins anew: some 15 MB."""

_Match = tuple[int, int]
"""The place of a pattern among the rules, by which later ones prevail, and its identifier."""


class RememberedRuler:
    """Sets what an attribute ruler sets."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        vocab = ruler.vocab
        self._ruler = ruler
        self._single = Matcher(vocab)
        self._longer = Matcher(vocab)
        self._beginning = Matcher(vocab)
        self._longest = 1
        self._known: dict[tuple[int, ...], tuple[tuple[_Match, ...], bool]] = {}
        for place, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            for pattern in patterns:
                self._add(str(place), pattern)

    def _add(self, name: str, pattern: list[dict[str, Any]]) -> None:
        seen = {key for word in pattern for key in word}
        if not seen <= set(_SEEN) or any("OP" in one for one in pattern):
            message = f"the attribute ruler of the model looks at {sorted(seen)}"
            raise ValueError(message)
        if len(pattern) == 1:
            _with(self._single, name, pattern)
            return
        _with(self._longer, name, pattern)
        _with(self._beginning, name, pattern[:1])
        self._longest = max(self._longest, len(pattern))

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the part of speech, the form and the lemma that the rules give."""
        self._ruler.set_annotations(doc, sorted(self._matches(doc)))  # type: ignore[no-untyped-call]  # spaCy leaves it untyped
        return doc

    def _matches(self, doc: "Doc") -> Iterator[tuple[int, int, int, int]]:
        for index, row in enumerate(doc.to_array(_SEEN).tolist()):
            key = tuple(row)
            if key not in self._known:
                self._remember(key, doc[index : index + 1])
            single, begins = self._known[key]
            for place, name in single:
                yield place, name, index, index + 1
            if begins:
                yield from self._from(doc, index)

    def _remember(self, key: tuple[int, ...], word: "Span") -> None:
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[key] = tuple(_found(self._single, word)), bool(_found(self._beginning, word))

    def _from(self, doc: "Doc", index: int) -> Iterator[tuple[int, int, int, int]]:
        for name, start, end in self._longer(
            doc[index : index + self._longest], allow_missing=True
        ):
            if start == 0:
                yield int(doc.vocab.strings[name]), name, index, index + end


def _with(matcher: Matcher, name: str, pattern: list[dict[str, Any]]) -> None:
    held = matcher.get(name)
    matcher.add(name, [*(held[1] if held else ()), pattern])


def _found(matcher: Matcher, word: "Span") -> list[_Match]:
    strings = word.vocab.strings
    return [(int(strings[name]), name) for name, _, _ in matcher(word, allow_missing=True)]


@Language.factory(REMEMBERED)
def remembered(nlp: Language, name: str) -> RememberedRuler:  # noqa: ARG001 - what spaCy hands on
    """Make one from the attribute ruler of a model."""
    ruler: AttributeRuler = nlp.get_pipe("attribute_ruler")  # type: ignore[assignment]
    return RememberedRuler(ruler)
