"""Facts: labelled lines at the head of an investigation: `Reported killed: 45`.

Such a line says in its label what its value is about: how many were killed or injured, which
munitions were identified and who may be responsible.
"""

from collections.abc import Iterable, Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind, Stance

_KILLED = frozenset({"killed", "deaths", "fatalities", "dead", "killed civilians"})
_INJURED = frozenset({"injured", "wounded", "injuries"})
_FOUND = frozenset(
    {f"{one} {two}" for one in ("munitions", "munition", "weapons", "weapon", "remnants")
     for two in ("identified", "found", "documented")}
)  # fmt: skip
_ANSWERABLE = frozenset({"responsible", "perpetrator", "perpetrators", "attacker", "attackers"})
_HEDGES = frozenset(
    {"reported", "potentially", "potential", "alleged", "allegedly", "suspected", "claimed"}
    | {"possible", "possibly", "likely", "presumed"}
)
_LONGEST = 3
"""Words of a label."""


def facts(line: Line) -> Iterator[Draft]:
    """Yield what the labelled values of a line say."""
    words = line.sentence.words
    for colon in words:
        if colon.text != ":" or not colon.index:
            continue
        label = words[max(0, colon.index - _LONGEST) : colon.index]
        found = _draft(line, label, _value(words, colon))
        if found is not None:
            yield found


def is_labelled(draft: Draft, labelled: Iterable[Draft]) -> bool:
    """Say whether a label and its value already tell what a proposition tells."""
    return any(
        one.kind is draft.kind and one.start <= draft.start and draft.end <= one.end
        for one in labelled
    )


def _value(words: tuple[Word, ...], colon: Word) -> tuple[Word, ...]:
    """Return the words after a colon, up to the label of the next."""
    after = words[colon.index + 1 :]
    following = next((one.index for one in after if one.text == ":"), None)
    if following is None:
        return after
    last = following - 1
    while last > colon.index and not words[last].text[:1].isupper():
        last -= 1
    return words[colon.index + 1 : last]


def _draft(line: Line, label: tuple[Word, ...], value: tuple[Word, ...]) -> Draft | None:
    name, own = _name(label)
    if not name or not value:
        return None
    hedged = Stance.HEDGED if any(one.lower in _HEDGES for one in own) else None
    start, end = own[0].start, value[-1].end
    numbers = line.over(value, Sort.NUMBER)
    if name in _KILLED | _INJURED and numbers:
        figure = (numbers[0].start, numbers[0].end)
        killed, injured = (figure, None) if name in _KILLED else (None, figure)
        return Draft(
            ClaimKind.HARM, line, own[-1], start, end, killed=killed, injured=injured, stance=hedged
        )
    weapons = tuple(line.over(value, Sort.WEAPON))
    if name in _FOUND and weapons:
        return Draft(ClaimKind.REMNANTS, line, own[-1], start, end, weapons=weapons)
    parties = _parties(line, value)
    if name in _ANSWERABLE and parties:
        stance = Stance.OPEN if any(one.lower == "or" for one in value) else hedged
        return Draft(ClaimKind.USE, line, own[-1], start, end, actors=parties, stance=stance)
    return None


def _parties(line: Line, value: tuple[Word, ...]) -> tuple[Mark, ...]:
    return tuple(line.over(value, Sort.ACTOR))


def _name(label: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]]:
    """Return what a label is about, and its words: `Reported killed` is about the killed."""
    for first in range(len(label)):
        own = label[first:]
        bare = " ".join(one.lower for one in own if one.lower not in _HEDGES)
        if bare in _KILLED | _INJURED | _FOUND | _ANSWERABLE and own[0].text[:1].isupper():
            return bare, own
    return "", ()
