"""The language of search: words, "phrases", OR, -exclusions and prefixes*.

Words stand side by side when all must be there; `OR` joins the two beside it. Whatever
is typed means something: an open quotation mark closes at the end, a stray sign is
left out. So what a person types can never be an error of the database.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remnant.store.folding import places, words

LONGEST = 64
"""Words of a query that are looked at; those after are left out."""

_PIECE = re.compile(
    r'(?P<minus>-?)(?:["“”](?P<phrase>[^"“”]*)["“”]?(?P<star>\*?)|(?P<bare>[^\s"“”]+))'
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side.

    Attributes:
        words: The folded words, at least one.
        prefix: The last word may go on.
    """

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What to find: of every group at least one term, and none of those excluded."""

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()


def parse(typed: str) -> Query:
    """Return what a person typed as a query. Without a word to find, it finds nothing."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    joining = False
    left = LONGEST
    for sign, term in _pieces(typed):
        if term is None:
            joining = bool(groups)
            continue
        left -= len(term.words)
        if left < 0:
            break
        if sign:
            excluded.append(term)
        elif joining:
            groups[-1].append(term)
        else:
            groups.append([term])
        joining = False
    return Query(tuple(tuple(group) for group in groups), tuple(excluded))


def _pieces(typed: str) -> Iterator[tuple[bool, Term | None]]:
    """Yield each term, with whether it is excluded; `None` stands for `OR`."""
    for match in _PIECE.finditer(typed):
        bare = match["bare"] or ""
        if bare in ("OR", "|") and not match["minus"]:
            yield False, None
        elif bare != "AND":
            found = words(match["phrase"] or bare)
            if found:
                prefix = bool(match["star"]) or bare.endswith("*")
                yield bool(match["minus"]), Term(found, prefix)


def marks(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of a text that answer a query, in order, none overlapping."""
    terms = tuple(dict.fromkeys(term for group in query.groups for term in group))
    firsts = frozenset(term.words[0] for term in terms)
    open_ended = any(term.prefix and len(term.words) == 1 for term in terms)
    standing = places(text)
    merged: list[tuple[int, int]] = []
    for at, (word, start, _) in enumerate(standing):
        if word not in firsts and not open_ended:
            continue
        for term in terms:
            if word.startswith(term.words[0]) and (end := _end(standing, at, term)):
                if merged and start < merged[-1][1]:
                    merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
                else:
                    merged.append((start, end))
    return tuple(merged)


def _end(standing: tuple[tuple[str, int, int], ...], at: int, term: Term) -> int | None:
    """Return the offset after a term that stands at a place, or `None` if it does not."""
    found = standing[at : at + len(term.words)]
    if len(found) < len(term.words):
        return None
    pairs = tuple(zip(term.words, (word for word, _, _ in found), strict=True))
    (asked, last), whole = pairs[-1], pairs[:-1]
    if any(word != other for word, other in whole):
        return None
    return found[-1][2] if last == asked or (term.prefix and last.startswith(asked)) else None
