"""Quotations: words between marks, and the clause that says whose they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from remnant.model.document import Quotation, SectionKind
from remnant.model.finding import Issue, Severity
from remnant.read.draft import Block
from remnant.read.sections import ends_with_colon

CUE_VERBS = (
    "said|says|say|saying|told|tells|added|adds|stated|states|claimed|claims|wrote|writes"
    "|announced|announces|declared|declares|insisted|insists|argued|argues|noted|notes|explained"
    "|explains|warned|warns|asked|replied|responded|tweeted|posted|reported|reports|confirmed"
    "|confirms|denied|denies|accused|concluded|concludes|continued|commented|remarked|testified"
    "|recalled|called|calls|alleged|alleges|stressed|emphasi[sz]ed|pointed out|quoted|reads"
)
"""Verbs of saying, in the forms that stand beside a quotation."""

_CUE = re.compile(rf"\b(?:{CUE_VERBS}|according to)\b", re.IGNORECASE)
_OPENING = "“„«"
_CLOSING = {"“": '”"“', "„": "“”", "«": "»", '"': '"”', "‘": "’", "'": "'"}
"""What closes what, with the mistakes that are common in print: `“so"`, `“so“`."""

_MARK = re.compile(r"[“”„«»‘’]|\"+|''+")
_SENTENCE_END = re.compile(
    r"[.!?][\"”’)]*(?:\[\^?\w{1,4}\])*(?:\s|$)|[;\n]|\s[–—]\s|^\[\^?\w{1,4}\]:?\s*"
)
MOST = 10_000
"""Quotations looked for in one document; a book has fewer."""

_LONGEST_CUE = 240
_SKIPPED = (SectionKind.BOILERPLATE, SectionKind.TABLE_ROW)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a text, and what is wrong with their marks."""

    quotations: tuple[Quotation, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """One quotation inside one block; `closed` if its closing mark is there."""

    start: int
    end: int
    mark: str
    closed: bool


def find_quotations(text: str, blocks: Sequence[Block]) -> Quoted:
    """Return the quotations in order, those inside another left out."""
    found: list[Quotation] = []
    issues: list[Issue] = []
    for index, pair in islice(_all_pairs(text, blocks), MOST):
        block = blocks[index]
        continues = not pair.closed and _goes_on(text, blocks, index, pair.mark)
        cue = _cue(text, block, pair) or _cue_before(text, blocks, index, pair, found)
        found.append(Quotation(pair.start, pair.end, cue, continues))
        if not pair.closed and not continues:
            message = "A quotation opens here and is never closed; check where it ends."
            issues.append(Issue("quotation-unclosed", message, Severity.NOTICE, pair.start))
    if len(found) == MOST:
        message = f"Only the first {MOST} quotations were looked at; split the file."
        issues.append(Issue("too-large", message, Severity.WARNING, found[-1].start))
    return Quoted(_with_later_cues(found), tuple(issues))


def _all_pairs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, _Pair]]:
    for index, block in enumerate(blocks):
        if block.kind not in _SKIPPED:
            for pair in _pairs(text, block):
                yield index, pair


def _pairs(text: str, block: Block) -> Iterator[_Pair]:
    """Yield the outermost quotations of a block."""
    start, mark, inner = -1, "", False
    exported = _is_exported(text[block.start : block.end])
    for match in _MARK.finditer(text, block.start + exported, block.end - exported):
        sign = match.group()[0]
        nested = mark == "“" and sign == '"'
        if nested and (inner or _opens(text, match, block)):
            inner = not inner
        elif mark and _closes(text, match, mark, block):
            yield _Pair(start, match.end(), mark, closed=True)
            start, mark = -1, ""
        elif _opens(text, match, block) and (not mark or sign == mark):
            if mark:
                ended = len(text[start : match.start()].rstrip())
                yield _Pair(start, start + ended, mark, closed=False)
            start, mark, inner = match.start(), sign, False
    if mark and mark != "‘":
        yield _Pair(start, block.end, mark, closed=False)


def _is_exported(words: str) -> bool:
    """Say whether a block is a quoted field of a table: marks around it, and doubled inside."""
    return words.startswith('"') and words.endswith('"') and '""' in words[1:-1]


def _opens(text: str, match: re.Match[str], block: Block) -> bool:
    sign = match.group()[0]
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    free = before.isspace() or before in "([{—–-/*_" or before in _OPENING
    if sign in "\"‘'":
        return free and not after.isspace() and after not in ".,;:!?)"
    return sign in _OPENING


def _closes(text: str, match: re.Match[str], mark: str, block: Block) -> bool:
    """Say whether a mark closes a quotation; a wrong one does if it hangs on a word's end."""
    sign = match.group()[0]
    if sign not in _CLOSING[mark]:
        return False
    if sign in "”»" or (sign == "“" and mark == "„"):
        return True
    before = text[match.start() - 1] if match.start() > block.start else " "
    followed = match.end() < block.end and text[match.end()].isalnum()
    if sign == "’":
        return not followed
    return not before.isspace() and not followed


def _goes_on(text: str, blocks: Sequence[Block], index: int, mark: str) -> bool:
    """Say whether the next paragraph takes the quotation up with the same opening mark."""
    later = islice(blocks, index + 1, None)
    following = next((block for block in later if block.kind is not SectionKind.BOILERPLATE), None)
    return following is not None and text.startswith(mark, following.start)


def _cue(text: str, block: Block, pair: _Pair) -> tuple[int, int] | None:
    """Return the clause beside a quotation that names its speaker."""
    end = min(block.end, pair.end + _LONGEST_CUE)
    after = text[pair.end : end]
    lead = len(after) - len(after.lstrip(" ,"))
    clause = after[lead:]
    stop = _SENTENCE_END.search(clause)
    clause = (clause[: stop.start()] if stop is not None else clause).rstrip(" ,.")
    clause = re.split(r"[“\"„«]", clause)[0].rstrip(" ,.:")
    finished = text[pair.end - 2 : pair.end - 1] in ".!?" and after[:1] != ","
    if not finished or clause[:1].islower():
        verb = _CUE.search(clause)
        if verb is not None and len(clause[: verb.start()].split()) < 12:  # noqa: PLR2004 - a clause, not a sentence away
            return pair.end + lead, pair.end + lead + len(clause)
    return _clause_before(text, block.start, pair.start)


def _clause_before(text: str, first: int, end: int) -> tuple[int, int] | None:
    """Return the clause that leads up to a quotation, from the sentence's start."""
    start = max(first, end - _LONGEST_CUE)
    before = text[start:end]
    stops = [match.end() for match in _SENTENCE_END.finditer(before)]
    cut = stops[-1] if stops else 0
    clause = before[cut:]
    if _CUE.search(clause) is None:
        return None
    begin = start + cut + len(clause) - len(clause.lstrip())
    return begin, start + len(before.rstrip(" \n\t*_"))


def _cue_before(
    text: str, blocks: Sequence[Block], index: int, pair: _Pair, found: Sequence[Quotation]
) -> tuple[int, int] | None:
    """Return the cue that the block before gives to a block that opens with a quotation."""
    block = blocks[index]
    if index == 0 or pair.start != block.start:
        return None
    before = blocks[index - 1]
    if ends_with_colon(text, before):
        return _clause_before(text, before.start, before.end)
    wholly = not text[pair.end : block.end].strip(" .*_")
    last = found[-1] if found else None
    ended = last is not None and last.end >= before.end - 1 and last.start >= before.start
    return last.cue if wholly and ended and last is not None else None


def _with_later_cues(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations, those that continue with the cue of the part that ends them."""
    given: list[Quotation] = []
    for quotation in reversed(found):
        if quotation.cue is None and quotation.continues and given:
            given.append(replace(quotation, cue=given[-1].cue))
        else:
            given.append(quotation)
    return tuple(reversed(given))
