"""Tails: `… the ministry said in a statement.` at the end of a sentence that lost its commas.

Texts that were stripped of their commas leave nothing between what was said and who said it,
and the parser runs both into one. Where a text has no commas, the words for the speaker are found
from the verb backwards, by the nouns for those who speak and by capital letters, and cut out as
an aside is.
"""

import re
from collections.abc import Iterator

from remnant.extract.language.roles import LOCAL_ROLES, OFFICES, ORGANISATION_NOUNS, ROLES_OF
from remnant.extract.language.words import lemmas

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:\s(?:late\s|early\s|earlier\s)?(?:on\s)?{_DAY}(?:\s(?:night|morning|evening|afternoon))?"
    r"|\s(?:today|yesterday|earlier|later|this\sweek|this\smonth|last\sweek|afterwards)"
    r"|\son\s(?:its|his|her|their)\s(?:[\w-]+\s){0,2}(?:website|page|account|channel)"
    r"|\son\s(?:Twitter|Facebook|Telegram|\d{1,2}\s[A-Z]\w+|[A-Z]\w+\s\d{1,2})"
    r"|\s(?:in|at|during)\s(?:a|an|its|his|her|the|their)\s(?:[\w-]+\s){0,4}(?:statement|report|tweet|post"
    r"|interview|letter|briefing|conference|release|video|message|speech|email|toll|update)"
    r"(?:\s(?:to|with|on)\s[A-Z]\w+)?"
    r"|\sby\s(?:phone|telephone|email|Skype)|\svia\s(?:the\s)?\w+"
    r"|\son\scondition\sof\sanonymity|\swithout\selaborating)"
)
_VERB = (
    r"(?:(?:has|have|had|also)\s)?(?:said|says|say|added|adds|reported|stated|announced|confirmed"
    r"|warned|claimed|noted|wrote|insisted|told\s(?!\w+\sthat\b)(?:the\s|a\s)?[\w.’'-]+"
    r"(?:\s(?:[A-Z][\w-]*|(?:news\s)?(?:agency|channel|television|radio|newspaper|reporters)))*)"
)
_GOING_ON = (
    r"(?:\s(?:adding|citing|quoting|noting|warning|stressing|contradicting|accusing|blaming"
    r"|describing|confirming|referring)\s[^.;\n]{5,300})?"
)
_END = r"(?=[.;](?:\s|$)|\s?$)"
_TOLD = re.compile(rf"\s(?P<verb>{_VERB})(?P<when>{_WHEN}{{0,3}}){_GOING_ON}{_END}")
_REVERSED = re.compile(
    rf"\s(?:said|says|added|adds)\s(?P<who>(?:the\s|an?\s)?(?:[\w-]+\s){{0,6}}[\w-]+?)"
    rf"(?:{_WHEN}){{0,2}}{_GOING_ON}{_END}"
)
_WORD = re.compile(r"\S+")
_START = re.compile(r"[.!?;:][\"”']?\s|\n")

_PRONOUNS = frozenset({"it", "he", "she", "they"})
_DETERMINERS = frozenset({"the", "a", "an", "one", "another", "its", "their", "some", "several"})
_JOINING = frozenset({"of", "for", "and", "in", "at", "from", "with", "on"})
_BINDING = lemmas(
    "that what which who whom whose as when after before because if since while where whether and "
    "but or nor than how why though although until to not have has had did do does is are was were"
)
"""Words after which a noun and its verb belong to the sentence: `what the ministry said`."""

_PLACING = lemmas(
    "of in near from on at to by with for into over around outside northern southern eastern "
    "western central northeastern northwestern southeastern southwestern nearby neighbouring"
)
_SPEAKING = (
    LOCAL_ROLES
    | OFFICES
    | ORGANISATION_NOUNS
    | ROLES_OF
    | lemmas(
        "source police worker paramedic militia fighter rebel negotiator aide pilot militant "
        "insurgent surgeon opposition mother father neighbour neighbor driver pharmacist dispatch "
        "defence broadcaster television radio"
    )
)
_SPOKEN_OF = lemmas(
    "local opposition rebel monitoring medical human rights war hospital security military senior "
    "presidential foreign defence defense interior top government state state-run news aid rescue "
    "emergency civil health police regime provincial independent pro-government official army "
    "diplomatic other two three deputy former prime press same field united informed "
    "well-informed reliable unnamed anonymous high-ranking unidentified"
)
_LEAST = 4
"""Words that must stand before the tail, so that there is something to be said."""

_LONGEST = 18
"""Words that name a speaker at most."""


def tails(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the tails of a text without commas, in order."""
    yield from sorted({*_told(text), *_reversed(text)})


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield the tails whose speaker stands before the verb: `the ministry said on Monday`."""
    for found in _TOLD.finditer(text):
        start = _speaker_start(text, found.start())
        if start is not None:
            yield start, found.end()


def _reversed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the tails whose speaker stands after it: `said the Observatory`."""
    for found in _REVERSED.finditer(text):
        words = found["who"].split()
        before = text[_sentence_start(text, found.start()) : found.start()].split()
        if len(before) >= _LEAST and before[-1].lower() not in _BINDING and _names(words):
            yield found.start(), found.end()


def _names(words: list[str]) -> bool:
    """Say whether words after the verb are the name of a speaker and no more."""
    bare = words[1:] if words[0].lower() in _DETERMINERS else words
    if not bare or bare[0] in _JOINING or re.fullmatch(_DAY, bare[0]):
        return False
    known = all(one[0].isupper() or one in _JOINING or _is_known(one) for one in bare)
    return known and (bare[-1][0].isupper() or _speaks(bare[-1]))


def _sentence_start(text: str, end: int) -> int:
    first = max(0, end - _SENTENCE)
    return max((one.end() for one in _START.finditer(text, first, end)), default=first)


_SENTENCE = 1500
"""Code points within which a sentence is looked for, so that time stays bounded."""


def _speaker_start(text: str, end: int) -> int | None:
    """Return where the words for the speaker begin that end at an offset, or `None`."""
    first = _sentence_start(text, end)
    words = list(_WORD.finditer(text, first, end))
    at = _first_of([one.group() for one in words[-_LONGEST:]], whole=len(words) <= _LONGEST)
    at = at + max(0, len(words) - _LONGEST) if at is not None else None
    if at is not None and _is_surname(text, words, at):
        at = len(words) - 1
    if at is None or at < _LEAST or words[at - 1].group().lower() in _BINDING:
        return None
    return words[at].start() - 1


def _is_surname(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Say whether only the last of some names speaks: `on the city of Homs | Doe said`.

    It was told before with a first name, and stands here after a place that a preposition governs.
    """
    last = words[-1].group()
    named = at < len(words) - 1 and all(_is_name(one.group()) for one in words[at:])
    if not named or not at or words[at - 1].group() not in _PLACING or words[-2].end() == 0:
        return False
    before = re.search(rf"([A-Z][\w.’-]+)\s{re.escape(last)}\b", text[: words[0].start()])
    return before is not None and before[1] != words[-2].group()


def _first_of(words: list[str], *, whole: bool) -> int | None:
    """Return the position of the first word of the noun phrase that closes a run of words."""
    if words and words[-1] in _PRONOUNS:
        return len(words) - 1
    quoted = next((i for i in range(len(words), 0, -1) if words[i - 1][-1] in _CLOSING), 0)
    plain = not set(words[quoted:]) & _BINDING
    if quoted and (plain or words[quoted].lower() in _DETERMINERS):
        return quoted if quoted < len(words) else None
    if not words or not (_is_name(words[-1]) or _speaks(words[-1]) or _located(words)):
        return None
    at = _leftmost(words)
    if at < len(words) and words[at] in _DETERMINERS:
        return _of_name(words, at)
    return _without_place(words, at) if at or whole else None


def _of_name(words: list[str], at: int) -> int:
    """Go back to the name that a description explains: `the Observatory a British monitor said`."""
    first = _leftmost(words[:at]) if at else 0
    named = words[first:at]
    speaks = len(named) > 1 and named[0] == "the" and any(_speaks(one) for one in named)
    return first if speaks and _is_name(named[-1]) else at


def _leftmost(words: list[str]) -> int:
    """Return how far to the left the words still name a speaker: to an article, if there is one."""
    at = len(words) - (_PLACE if _located(words) else 0)
    while at:
        if words[at - 1] in _DETERMINERS:
            if at == 1 or words[at - 2] not in _JOINING:
                return at - 1
            at -= 1
        elif not _belongs(words, at):
            break
        at -= 1
    return at


def _belongs(words: list[str], at: int) -> bool:
    """Say whether the word before a position belongs to the words for a speaker."""
    word = words[at - 1]
    if re.fullmatch(_DAY, word) or (_are_several(words, at) and _speaks(word)):
        return False
    return _is_name(word) or _is_known(word) or (word in _JOINING and _joins(words, at))


def _are_several(words: list[str], at: int) -> bool:
    """Say whether the word to the right is a plural before which no other speaker can stand."""
    after = words[at] if at < len(words) else ""
    before = words[at - 1]
    return after.endswith("s") and after.islower() and _speaks(after) and before not in _SPOKEN_OF


_PLACE = 3
"""Words that say where a speaker is: `in the town`."""


def _joins(words: list[str], at: int) -> bool:
    """Say whether a preposition stands inside a name or after a word for a speaker."""
    before = words[at - 2] if at > 1 else ""
    after = words[at] if at < len(words) else ""
    if not before or not after:
        return False
    within = words[at - 1] in {"of", "for", "and"}
    return _speaks(before) or (_is_name(before) and _is_name(after) and within)


def _is_name(word: str) -> bool:
    return word[0].isupper() or (word[0] == "(" and word.isupper()) or word[:3] in {"al-", "el-"}


def _located(words: list[str]) -> bool:
    """Say whether the run ends with where a speaker is: `correspondent in the town`."""
    return len(words) > _PLACE and words[-2] in _DETERMINERS and words[-3] in _JOINING


def _without_place(words: list[str], at: int) -> int | None:
    """Leave out a place that a preposition before the run governs: `in Homs | activists`."""
    if at and words[at - 1] in _PLACING:
        titled = _titled(words, at)
        if titled is not None:
            return titled
        lower = next((i for i in range(at, len(words)) if words[i].islower()), None)
        return lower if lower is not None and words[lower] not in _JOINING else None
    return at if at < len(words) else None


def _titled(words: list[str], at: int) -> int | None:
    """Return where a title with its nationality begins: `near Homs | British Secretary Doe`."""
    title = next((i for i in range(at + 1, len(words) - 1) if _speaks(words[i])), 0)
    while title > at + 1 and words[title - 1].lower() in _SPOKEN_OF:
        title -= 1
    return title - 1 if title > at + 1 and words[title - 1].endswith(_NATIONAL) else None


_NATIONAL = ("ish", "an", "ese", "ch", "US", "U.S.", "UN", "UK", "li", "qi", "ni", "ti", "tch")
"""Ends of words for a nationality."""

_CLOSING = '"”'


def _is_known(word: str) -> bool:
    return word in _SPOKEN_OF or _speaks(word) or _COMPOUND.fullmatch(word) is not None


_COMPOUND = re.compile(
    r"pro-\w+|[\w-]+-(?:based|run|backed|linked|affiliated|held|level|ranking)|\([A-Z]{2,}\)"
)
"""Compounds that describe who speaks: `Britain-based`, `pro-regime`, `(SOHR)`."""


def _speaks(word: str) -> bool:
    """Say whether a word, in the singular or plural, is a noun for those who speak."""
    lower = word.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("es"), _man(lower)}
    forms.add(f"{lower.removesuffix('ies')}y")
    return bool(forms & _SPEAKING)


def _man(word: str) -> str:
    return f"{word.removesuffix('men')}man" if word.endswith("men") else word


__all__ = ["tails"]
