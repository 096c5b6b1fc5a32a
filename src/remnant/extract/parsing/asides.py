"""Asides: `…, the ministry said, …`, which a parser is best spared.

An aside between commas breaks the tree of the sentence around it. It is taken out
before the sentence is parsed, parsed by itself, and hung below the verb of the clause
that it interrupts.
"""

import re
from collections.abc import Sequence

from remnant.extract.language.grammar import clause_head, is_verb
from remnant.extract.language.words import Word
from remnant.extract.parsing.tails import tails

_SAID = (
    r"(?:has |have |had )?(?:said|says|say|adds|added|notes|noted|states|stated|reports|reported"
    r"|claims|claimed|argues|argued|explains|explained|warned|told [^,;:]{2,40}|goes on|went on"
    r"|continues|continued|concludes|concluded|writes|wrote|believes|believed|alleges|alleged"
    r"|insists|insisted|maintains|maintained|acknowledged)"
)
_WHEN = r"(?:\s(?:on|in|at|earlier|later|two|that|this|the|yesterday|today)\b[^,;:“”\"()]{0,45})?"
_WHO = (
    r"(?:he|she|it|they|we|I|[A-Z][^,;:“”\"()]{0,60}?|(?:the|an?|its|his|one)\s[^,;:“”\"()]{1,60}?)"
)
_ASIDE = re.compile(
    rf",\s((?:{_WHO}\s{_SAID}{_WHEN})"
    r"|(?:says|said|adds|added) [A-Z][^,;:“”\"()]{1,50}?|according to [^,;:“”\"()]{2,60}"
    r"|(?:in|by) (?:its|his|her|their|\w+['’]s?) (?:own )?(?:view|opinion|account|words|estimate))"
    r"(?:(?=\.(?:\s|$))|,(?=\s)(?!\s(?:and|but|while|who|whom|whose|or|yet|although|though|whereas|adding|citing)\b))"
)
"""An aside between two commas, or at the end, unless a coordinated clause may follow."""


def asides(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the asides in a text, commas included, in order."""
    if "," not in text:
        return tuple(tails(text))
    return tuple(
        (match.start(), match.end())
        for match in _ASIDE.finditer(text)
        if not _starts_item(text, match.start()) and not _follows_name(text, match)
    )


def _starts_item(text: str, start: int) -> bool:
    """Say whether what stands before the comma is too short to be a clause of its own."""
    return not text[:start].strip()


def _follows_name(text: str, match: re.Match[str]) -> bool:
    """Say whether a comma closes a name set apart: `The mayor, Jane Doe, said A`."""
    end = match.start() + 1
    apart = _SET_APART.search(text, max(0, end - _NEAR), end)
    return match[1].startswith("sa") and apart is not None


_NEAR = 120
"""Code points within which a name set apart begins."""


_SET_APART = re.compile(
    r"[a-z][\w’'-]*(?: of (?:[A-Z][\w’'-]* ?){1,4})?, (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+,$"
)
"""A noun with a name between commas at the end of what is looked at."""


def without(text: str, cuts: Sequence[tuple[int, int]]) -> str:
    """Return a text without some ranges."""
    pieces: list[str] = []
    last = 0
    for start, end in cuts:
        pieces.append(text[last:start])
        last = end
    return "".join((*pieces, text[last:]))


def original(offset: int, cuts: Sequence[tuple[int, int]]) -> int:
    """Return where an offset of the shortened text stands in the whole one."""
    for start, end in cuts:
        if offset < start:
            break
        offset += end - start
    return offset


def hung(words: Sequence[Word], aside: Sequence[Word]) -> tuple[Word, ...]:
    """Hang an aside into the sentence that it interrupts, and number the words anew."""
    anchor = _anchor(words, aside[0].start)
    root = next(word for word in aside if word.is_root)
    root.head = anchor
    root.dep = "parataxis" if is_verb(root) and root.dep != "prep" else "prep"
    anchor.children.append(root)
    joined = sorted((*words, *aside), key=lambda word: word.start)
    for index, word in enumerate(joined):
        word.index = index
    anchor.children.sort(key=lambda word: word.index)
    return tuple(joined)


def _anchor(words: Sequence[Word], offset: int) -> Word:
    """Return the verb of the smallest clause with words on both sides of an offset."""
    root = next(word for word in words if word.is_root)
    before = [word for word in words if word.start < offset and word.pos != "PUNCT"]
    after = [word for word in words if word.start > offset and word.pos != "PUNCT"]
    if not before or not after:
        return root
    above = {id(word) for word in (before[-1], *before[-1].ancestors())}
    first = after[0]
    common = next((one for one in (first, *first.ancestors()) if id(one) in above), root)
    return clause_head(common)


__all__ = ["asides", "hung", "original", "without"]
