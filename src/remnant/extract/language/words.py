"""Words and sentences: what the grammar rules see of a dependency parse.

The rules work on these plain values rather than on the parser's own objects, so
they can be tried on words built by hand, and a word's offsets are those of the
document's canonical text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Word:
    """One word of a sentence, with its place in the dependency tree.

    Attributes:
        index: Position in the sentence, from 0.
        start: Offset of the first code point in the canonical text.
        end: Offset after the last code point.
        text: The word as written.
        lower: The word in lower case.
        lemma: Dictionary form, in lower case.
        pos: Universal part of speech, such as `NOUN`.
        tag: Penn Treebank tag, such as `VBN`.
        dep: Dependency label of the English model, such as `nsubj`.
        head: The word it depends on; itself at the root.
        children: The words that depend on it, in order.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: "Word" = field(init=False)
    children: list["Word"] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the word its own head until the tree is built."""
        self.head = self

    @property
    def is_root(self) -> bool:
        """The word depends on no other."""
        return self.head is self

    def ancestors(self) -> Iterator["Word"]:
        """Yield the words above this one, nearest first."""
        word = self
        while not word.is_root:
            word = word.head
            yield word

    def subtree(self) -> Iterator["Word"]:
        """Yield this word and all below it, parents before children."""
        stack = [self]
        while stack:
            word = stack.pop()
            yield word
            stack.extend(reversed(word.children))

    def child(self, *labels: str) -> "Word | None":
        """Return the first child with one of the labels, or `None`."""
        return next((one for one in self.children if one.dep in labels), None)

    def has(self, *labels: str) -> bool:
        """Say whether some child carries one of the labels."""
        return self.child(*labels) is not None


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence, list item, heading or note sentence.

    Attributes:
        words: Its words in order, without white space; never empty.
        section: Index of the section it stands in, in the document's sections.
        order: Position among the document's sentences.
    """

    words: tuple[Word, ...]
    section: int
    order: int

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.words[-1].end

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that lie in a range of offsets."""
        return tuple(word for word in self.words if start <= word.start and word.end <= end)


def head_of(words: tuple[Word, ...]) -> Word:
    """Return the word of a run that the others depend on: the last one governed from outside."""
    inside = {word.index for word in words}
    outer = [word for word in words if word.is_root or word.head.index not in inside]
    return outer[-1] if outer else words[-1]


def link(words: list[Word], heads: list[int]) -> tuple[Word, ...]:
    """Join words into a tree: `heads` gives, per word, the index of its head or its own index."""
    for word, head in zip(words, heads, strict=True):
        if head != word.index:
            word.head = words[head]
            words[head].children.append(word)
    return tuple(words)


def lemmas(line: str) -> frozenset[str]:
    """Return the words of a line as a set: how the tables of the grammar are written."""
    return frozenset(line.split())


FUNCTIONAL = frozenset(
    {"PUNCT", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART", "NUM", "SYM", "SPACE", "INTJ"}
)
"""Classes of words that carry no proposition, and need not be asked for one."""
