"""Persons: the fuller form of a name in the same document, and whom a person speaks for."""

import re
from collections.abc import Iterator
from itertools import islice

from remnant.knowledge import ActorKind, Hit
from remnant.model.value import ReferenceKind
from remnant.resolve.context import Context

_CAPITAL = (
    r"(?:al-|el-|Al-|El-|ad-|as-|d'|O'|Mc|van\s|von\s|de\s|bin\s|ben\s)?"
    r"[A-ZÀ-ÖØ-Þ\u0100-\u017d\u018f\u0531-\u0556\u0410-\u042f][\w’'-]+"
)
_ROLES = (
    *("director", "spokesman", "spokeswoman", "spokesperson", "president", "chief", "head"),
    *("chair", "chairman", "chairwoman", "chairperson", "researcher", "advisor", "adviser"),
    *("minister", "ambassador", "secretary", "representative", "envoy", "coordinator", "officer"),
    *("official", "manager", "founder", "leader", "commander", "general", "analyst", "expert"),
    *("activist", "member", "delegate", "premier", "chancellor", "negotiator", "staff", "co-chair"),
)
_ROLE = "|".join(_ROLES)
_TITLES = re.compile(
    r"^(?:(?:[A-Z][\w.’'-]*|regional|local|provincial|deputy|acting|former)\s+)*?"
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Lord|Governor|governor|Mayor|mayor|General|Gen|Colonel|Col"
    r"|Major|Maj|Captain|Capt|Lieutenant|Lt|President|Foreign\sSecretary|Secretary|Minister"
    r"|Prime\sMinister|Ambassador|Director|director|spokesman|spokeswoman|spokesperson|activist"
    r"|journalist|resident|doctor|chief|commander|official|analyst|reporter|researcher"
    r"|[Pp]aramedic|[Ss]urgeon|[Nn]urse|[Tt]eacher|[Ee]ngineer|[Ss]heikh|[Ll]awyer|[Ww]itness"
    r"|[Pp]arliamentarian|[Ll]awmaker|[Ss]enator|[Pp]hotographer|[Cc]orrespondent)\.?\s+"
    rf"(?={_CAPITAL})"
)
_BETWEEN = re.compile(
    rf"(?:['’]s?)?,?\s+(?:[\w’'-]+\s+){{0,6}}?(?:{_ROLE})s?,?(?:\s+(?:[\w’'-]+)){{0,6}}?\s*,?\s*",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    rf",?\s+(?:who\s+is\s+)?(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,6}}?(?:{_ROLE})s?\s+"
    r"(?:[\w’'-]+\s+){0,5}?(?:of|for|at|with|from|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_THEN_ROLE = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?(?:{_ROLE})\b", re.IGNORECASE)
_REACH = 90


def untitled(words: str) -> str:
    """Return a person's name without what stands before it: `Governor`, `Dr`, `activist`."""
    return _TITLES.sub("", words)


def looks_like_person(words: str) -> bool:
    """Say whether words have the look of a person's name: capitalised, of one to four parts."""
    parts = words.split()
    return 1 <= len(parts) <= 4 and all(re.match(_CAPITAL, part) for part in parts)  # noqa: PLR2004 - longer runs of capitals are names of bodies


def fuller(name: str, context: Context) -> tuple[str, int, int]:
    """Return the first fuller form of a name in the text, with its offsets.

    `Barazi` gives `Talal Barazi`. A name that has no fuller form gives itself, where it
    first stands, or -1 as offsets if it does not stand in the text.
    """
    text = context.document.text
    for start, found in _names_with(name, text):
        return found, start, start + len(found)
    start = text.find(name)
    return name, start, start + len(name) if start >= 0 else -1


def holding(role: str, context: Context) -> str:
    """Return who holds an office of one person that the text names somewhere: `Homs governor`.

    Empty where no name stands beside the office, or the text names two of its holders.
    """
    words = role.split()
    if words[-1].lower() not in _SINGLE:
        return ""
    title = rf"[{words[-1][0].upper()}{words[-1][0].lower()}]{words[-1][1:].lower()}"
    before = "".join(rf"{re.escape(word)}['’]?s?\s" for word in words[:-1] if word[0].isupper())
    named = re.compile(
        rf"{before}{title}(?:\sof\s(?:[A-Z][\w’-]+\s?){{1,3}})?,?\s(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{1,2}})"
    )
    found = {
        match["name"]
        for match in named.finditer(context.document.text)
        if not any(part.isupper() or part.endswith("day") for part in match["name"].split())
    }
    return found.pop() if len(found) == 1 else ""


_SINGLE = frozenset({"governor", "mayor", "prosecutor", "ombudsman", "bishop"})
"""Offices that one person holds at a place."""


def _names_with(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield longer names that end in a name, with their offsets, in order of the text."""
    pattern = re.compile(rf"(?<!\w)((?:{_CAPITAL}\s){{1,6}}){re.escape(name)}(?![\w-])")
    for match in pattern.finditer(text):
        words = _FIRST_WORDS.sub("", untitled(match.group()))
        if len(words.split()) > len(name.split()) and looks_like_person(words):
            yield match.end() - len(words), words


_FIRST_WORDS = re.compile(
    r"^(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|In|On|But|And|When|As|That|For|Mr|Mrs|Ms"
    r"|[\w]+-(?:based|affiliated|linked|backed|run|aligned|held)"
    r"|Dr|With|Meanwhile|However|While|Although|Though|Since|If|After|Before|According)\.?\s+)+"
)
"""Words that begin a sentence or stand before a name without being part of it."""


def employer(start: int, end: int, context: Context) -> str:
    """Return the actor that a person named at these offsets speaks for; empty if not said.

    `CMC Director Hector Guerra` and `Hector Guerra, director of the CMC` say it; so do a
    state's adjective or name before an office (`Azerbaijani President Ilham Aliyev`).
    """
    text, register = context.document.text, context.knowledge.actors
    for hit in _near(start, end, context):
        actor = register.speaks_as(hit.entry)
        if actor.kind in {ActorKind.PERSON, ActorKind.MEDIA}:
            continue
        if hit.end <= start and _BETWEEN.fullmatch(text[hit.end : start]):
            return actor.id
        if hit.start >= end and _AFTERWARDS.fullmatch(text[end : hit.start]):
            return actor.id
        beside = _APPOSED.fullmatch(text[end : hit.start]) if hit.start >= end else None
        if beside and _THEN_ROLE.match(text, hit.end):
            return actor.id
    return ""


def employed(name: str, context: Context) -> str:
    """Return the actor that a person is said to speak for anywhere in the text; empty if not."""
    if len(name.split()) <= 1:
        return ""
    places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", context.document.text)
    found = (employer(one.start(), one.end(), context) for one in islice(places, _MENTIONS))
    return next((actor for actor in found if actor), "")


_MENTIONS = 8
"""Places at which a person is named, among which one may say for whom."""


def _near(start: int, end: int, context: Context) -> Iterator[Hit]:
    for hit in context.hits:
        near = start - _REACH <= hit.start <= end + _REACH
        if hit.kind is ReferenceKind.ACTOR and near:
            yield hit
