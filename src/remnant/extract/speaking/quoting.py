"""Quotations: whose words stand between quotation marks, or after `X said:`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from remnant.extract.language.cues import PLAIN_SAYING
from remnant.extract.language.grammar import subject
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Sort
from remnant.extract.speaking.memory import Said, Voice
from remnant.model.document import Document, Quotation, Section, SectionKind

_OPENING = "\"“„«‘'"
_ENDINGS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A range of the text that somebody speaks.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last.
        voices: Whose words stand in it; empty if nobody fits.
        act: The act of speech that hands it over, or `None` if only its place tells whose it is.
    """

    start: int
    end: int
    voices: tuple[Voice, ...]
    act: Said | None = None

    def holds(self, offset: int) -> bool:
        """Say whether an offset lies in the range."""
        return self.start <= offset < self.end


def quoted(
    document: Document, lines: Sequence[Line], said: Mapping[int, tuple[Said, ...]]
) -> tuple[Quoted, ...]:
    """Return the quotations with their speakers; one that fills a paragraph goes on."""
    found: list[Quoted] = []
    last: Quotation | None = None
    beside = _beside(document, lines, said)
    for quote in document.quotations:
        act = beside.act(quote)
        before = found[-1] if found else None
        if act is None and last is not None and before is not None:
            act = before.act if beside.goes_on(last, quote) else None
        voices = act.voices if act is not None else beside.voices(quote)
        voices = voices or _cited(
            quote, beside.near(quote.start - _CITED, quote.end), document.text
        )
        if not voices and before is not None and beside.alone(quote):
            voices = before.voices
        found.append(Quoted(quote.start, quote.end, voices, act))
        last = quote
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in and beside quotations.

    Attributes:
        document: The document.
        lines: Its sentences.
        said: Per sentence, its acts of speech.
        starts: Where each sentence starts, ascending.
        ends: Where each sentence ends, ascending.
        sections: Where each section starts, ascending.
    """

    document: Document
    lines: Sequence[Line]
    said: Mapping[int, tuple[Said, ...]]
    starts: Sequence[int]
    ends: Sequence[int]
    sections: Sequence[int]

    def near(self, start: int, end: int) -> Sequence[Line]:
        """Return the sentences that touch a range, or end or begin within three code points."""
        first = bisect_left(self.ends, start - _TOUCH)
        return self.lines[first : bisect_right(self.starts, end + _TOUCH)]

    def alone(self, quote: Quotation) -> bool:
        """Say whether the quotation fills its paragraph, so that it goes on from before."""
        section = self._section(quote.start)
        if section is None:
            return False
        text = self.document.text
        rest = text[section.start : quote.start] + text[quote.end : section.end]
        return not any(letter.isalpha() for letter in rest)

    def _section(self, offset: int) -> Section | None:
        index = bisect_right(self.sections, offset) - 1
        section = self.document.sections[index] if index >= 0 else None
        return section if section is not None and offset < section.end else None

    def _same(self, quote: Quotation, offset: int) -> bool:
        """Say whether an offset stands in the paragraph of a quotation, or leads up to it."""
        section = self._section(offset)
        if section is None or section.start <= quote.start < section.end:
            return True
        leads = self.document.text[section.start : section.end].rstrip().endswith(":")
        return leads and offset < quote.start

    def act(self, quote: Quotation) -> Said | None:
        """Return the act of speech that hands a quotation over."""
        best: tuple[int, Said] | None = None
        for one in self._around(quote):
            reach = self._reach(quote, one)
            if reach is not None and (best is None or reach < best[0]):
                best = (reach, one)
        return best[1] if best is not None else None

    def voices(self, quote: Quotation) -> tuple[Voice, ...]:
        """Return who speaks in the nearest act of speech in or beside the quotation."""
        best: tuple[int, tuple[Voice, ...]] | None = None
        for one in self._around(quote):
            start, end = one.speech.cue
            distance = max(start - quote.end, quote.start - end, 0)
            if one.voices and (best is None or distance < best[0]):
                best = (distance, one.voices)
        return best[1] if best is not None else ()

    def _around(self, quote: Quotation) -> Iterator[Said]:
        """Yield the acts outside a quotation, in the sentences that touch it."""
        for line in self.near(quote.start, quote.end):
            for one in self.said[line.sentence.order]:
                verb = one.speech.verb.start
                if not quote.start <= verb < quote.end and self._same(quote, verb):
                    yield one

    def _reach(self, quote: Quotation, one: Said) -> int | None:
        """Return how near an act is that may hand the quotation over: a tag after it first."""
        start = one.speech.cue[0]
        text = self.document.text
        if start >= quote.end:
            gap = text[quote.end : start]
            return len(gap) if len(gap.split()) <= _TAG and not set(gap) & _ENDINGS else None
        gap = text[one.speech.verb.end : quote.start]
        if one.speech.verb.start >= quote.start or set(gap) & _QUOTE_MARKS:
            return None
        clean = not any(f"{mark} " in gap for mark in _ENDINGS)
        return _TAG + len(gap) if clean and len(gap) <= _LEAD else None

    def goes_on(self, before: Quotation, quote: Quotation) -> bool:
        """Say whether a quotation is the next part of one before: `“…”, she said. “…`."""
        if before.continues:
            return True
        between = quote.start - before.end
        if not self._same(quote, before.start) or between > _TAG_LENGTH:
            return False
        ends = bisect_right(self.ends, quote.start) - bisect_right(self.ends, before.end)
        return ends <= 1


def _beside(
    document: Document, lines: Sequence[Line], said: Mapping[int, tuple[Said, ...]]
) -> _Beside:
    return _Beside(
        document,
        lines,
        said,
        [line.sentence.start for line in lines],
        [line.sentence.end for line in lines],
        [section.start for section in document.sections],
    )


_TOUCH = 3
"""Code points that may part a quotation from a sentence that touches it."""


_TAG = 3
"""Words that may stand between a quotation and the words for who spoke it."""

_LEAD = 160
"""Code points within which a quotation follows `she said in a statement on Monday that the`."""

_QUOTE_MARKS = frozenset('”»"')


_TAG_LENGTH = 200
"""Code points that the words for who speaks may take between two parts of a quotation."""


def _cited(quote: Quotation, lines: Sequence[Line], text: str) -> tuple[Voice, ...]:
    """Return the body named beside a quoted title or post: `HRW, “Cluster munitions …”`."""
    best: Voice | None = None
    for line in lines:
        for mark in line.marks:
            near = mark.sort is Sort.ACTOR and 0 <= quote.start - mark.end <= _CITED
            if near and not set(text[mark.end : quote.start]) & set(';.:“"'):
                best = Voice(mark.start, mark.end, mark.entry)
            after = mark.sort is Sort.ACTOR and 0 < mark.start - quote.end <= len(", ")
            if best is None and after and text[mark.end : mark.end + 1] in {",", ".", ""}:
                best = Voice(mark.start, mark.end, mark.entry)
    return (best,) if best is not None else ()


def is_title(quote: Quotation, text: str) -> bool:
    """Say whether a quotation in a note may be a title: no words in the run of a sentence."""
    return not text[quote.start : quote.end].lstrip(_OPENING)[:1].islower()


def cited_first(document: Document, lines: Sequence[Line]) -> dict[int, Voice | None]:
    """Return per note, by its section, the body that it names first beside a quoted title."""
    found: dict[int, Voice | None] = {}
    for index, section in enumerate(document.sections):
        if section.kind is SectionKind.NOTE:
            own = [line for line in lines if line.sentence.section == index]
            inside = (
                one for one in document.quotations if section.start <= one.start < section.end
            )
            titles = (one for one in inside if is_title(one, document.text))
            voices = (_cited(one, own, document.text) for one in titles)
            found[index] = next((one[0] for one in voices if one), None)
    return found


_CITED = 60
"""Code points within which a title follows the name of who published it."""


def announcement(line: Line) -> Word | None:
    """Return the subject of a line such as `The Foreign Secretary said:`."""
    words = line.sentence.words
    if words[-1].text != ":":
        return None
    for word in words:
        if word.lemma in PLAIN_SAYING and not any(
            after.pos in {"NOUN", "VERB"} for after in words[word.index + _SHORT :]
        ):
            return subject(word)
    return None


_SHORT = 6
"""Words that may stand between `said` and the colon, such as `in a statement today`."""


def statements(
    document: Document, lines: Sequence[Line], announced: Mapping[int, tuple[Voice, ...]]
) -> tuple[Quoted, ...]:
    """Return the statements printed without quotation marks after such a line, to their end."""
    found: list[Quoted] = []
    for index, voices in announced.items():
        line = lines[index]
        end = _end(document, line.sentence.section)
        rest = document.text[line.sentence.end : end].lstrip()
        if voices and rest and rest[0] not in _OPENING:
            found.append(Quoted(line.sentence.end, end, voices))
    return tuple(found)


def _end(document: Document, section: int) -> int:
    """Return where the statement ends: at the next heading, or at the end of the text."""
    for one in document.sections[section + 1 :]:
        if one.kind in {SectionKind.HEADING, SectionKind.BOILERPLATE, SectionKind.NOTE}:
            return one.start
    return len(document.text)
