"""Staff: the bodies that people are said to work for or to be members of."""

from remnant.extract.language.grammar import extent, phrase
from remnant.extract.language.roles import LOCAL_ROLES, OFFICES, ORGANISATION_NOUNS, ROLES_OF
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import PLACE_NOUNS, Line, Mark, Sort
from remnant.extract.speaking.bodies import (
    BODY_NAMES,
    DESCRIBING,
    HYPHENS,
    Names,
    after_dash,
    is_body,
)
from remnant.extract.speaking.saying import DASHES

_DROPPED = frozenset(
    {"the", "a", "an", "one", "more", "these", "those", "this", "that", "meanwhile", "however"}
    | {"earlier", "later", "yesterday", "also", "moreover", "furthermore", "separately"}
)
_OF_OTHERS = frozenset({"other", "some", "many"})
"""Words before people of a place that tell no source from another: `other residents said`."""

STAFF = lemmas(
    "researcher investigator expert analyst team specialist staff delegate delegation colleague"
)
"""Those through whom a body speaks that is said to be theirs: `its experts`."""

_KEPT = frozenset({"another", "some", "several"})
"""Determiners that belong to the description of somebody unnamed: `another diplomat`."""


def core(noun: Word) -> tuple[int, int]:
    """Return the range of a name or description without articles and complements."""
    words = [noun]
    dropped = _DROPPED | (_OF_OTHERS if noun.lemma in LOCAL_ROLES else frozenset())
    for child in noun.children:
        if _only_describes(child, noun):
            continue
        if child.dep in {"compound", "amod", "nummod", "nmod"} and child.index < noun.index:
            words += [one for one in phrase(child) if one.lower not in dropped]
        elif _identifies(child, noun):
            words += [one for one in _whole(child) if one.dep != "advmod"]
        elif (child.dep == "poss" and noun.pos == "PROPN") or child.lower in _KEPT - dropped:
            words += phrase(child)
        elif child.dep == "acl" and child.index == noun.index + 1 and not child.children:
            words.append(child)
    words += [one for one in noun.children if one.text in DASHES and one.index < noun.index]
    words = after_dash(sorted(words, key=lambda word: word.index), noun)
    first = next((i for i, one in enumerate(words) if one.lower not in _SIDES), 0)
    led = first and all(one.text[0].isupper() for one in words[first : first + 2])
    return extent(words[first:] if led and len(words) > first + 2 else words)


_SIDES = frozenset({"opposition", "rebel", "official", "independent", "local"})
"""Words before a name of a body that tell its side: `the opposition Ghouta Council`."""


def _whole(child: Word) -> list[Word]:
    """Return a part after a noun with what it governs, but no clause."""
    below = [one for one in child.children if one.dep in {"prep", "pobj"}]
    below += [one for one in child.children if one.dep == "acl" and child.lower == "those"]
    return [*phrase(child), *(word for one in below for word in _whole(one))]


def _only_describes(child: Word, noun: Word) -> bool:
    """Say whether a compound says where a named body is based: `Lebanon-based al-Mayadeen TV`."""
    if child.lower not in DESCRIBING or not any(one.text in HYPHENS for one in child.children):
        return False
    return any(
        one.pos == "PROPN" and one.index > child.index
        for one in (noun, *noun.children)
        if one is not child
    )


def _identifies(child: Word, noun: Word) -> bool:
    """Say whether a part after the noun says who it is: `a source close to X`, `former head of`."""
    near = noun.lemma == "source" and child.lower in {"close", "familiar"}
    near = near or (noun.lower == "one" and child.lower == "of")
    if noun.pos == "PROPN" and child.lower in {"for", "of"} and is_body(noun):
        named = child.child("pobj")
        return child.index > noun.index and named is not None and named.pos == "PROPN"
    former = any(one.lower in {"former", "ex"} for one in noun.children)
    return child.index > noun.index and (near or (former and child.lower == "of"))


def titled_start(noun: Word) -> int:
    """Return where a name begins after an occupation or a rank: `Paramedic Jane Doe`; else 0."""
    before = [one for one in phrase(noun, through=frozenset()) if one.index < noun.index]
    titles = [one for one in before if one.lower in _OCCUPATIONS]
    led = bool(titles) and titles[-1].index + 1 <= noun.index and noun.pos == "PROPN"
    after = [one for one in (*before, noun) if titles and one.index > titles[-1].index]
    named = led and all(one.text[0].isupper() and one.pos == "PROPN" for one in after)
    plain = all(one.lower in _OCCUPATIONS | _DROPPED for one in before if one not in after)
    plain = plain or (bool(titles) and titles[-1].text.islower())
    return after[0].start if named and plain else 0


_OCCUPATIONS = LOCAL_ROLES | lemmas(
    "paramedic surgeon soldier sergeant corporal private lieutenant captain major colonel "
    "brigadier general admiral farmer shopkeeper driver student rescuer fighter pilot professor "
    "paediatrician pediatrician anaesthetist pharmacist engineer imam priest sheikh sir"
)
"""Words for what somebody is that stand before a name and are no part of it."""


def is_bare(noun: Word) -> bool:
    """Say whether a description only takes up somebody: `the ambassador`."""
    return all(child.lower in {"the", "this", "that"} for child in noun.children)


def heads_text(mark: Mark, start: int, noun: Word) -> bool:
    """Say whether a date that heads the text was read as part of a name after it."""
    dated = mark.sort in {Sort.DATE, Sort.DATELINE}
    return dated and mark.start == start and mark.end < noun.start


def holds_office(noun: Word) -> bool:
    """Say whether a name stands after an office: `Ambassador Jane Doe`."""
    if noun.pos != "PROPN":
        return False
    titles = {word.lemma for word in phrase(noun, through=frozenset()) if word.index < noun.index}
    national = {"national", "security"} <= titles and bool(titles & {"adviser", "advisor"})
    return (national or bool(titles & OFFICES)) and not titles & {"former", "ex"}


def employer(noun: Word) -> tuple[int, int] | None:
    """Find the named body in `Hamza Khatib the manager of Al-Quds hospital`."""
    for role in (noun, *(child for child in noun.children if child.dep in {"appos", "compound"})):
        if role.lemma not in ROLES_OF | {"activist", "campaigner", "fighter", "source"}:
            continue
        for child in role.children:
            if child.dep == "prep" and child.lower in {"of", "at", "for", "with", "in"}:
                body = child.child("pobj")
                if body is not None and body.lemma in _OF_STATES | PLACE_NOUNS:
                    return None
                if body is not None and _is_named_body(body, inside=child.lower == "in"):
                    return _without_name(body)
    return None


_OF_STATES = lemmas("ministry government army military staff department directorate presidency")
"""Offices whose people speak as the state: `an official of the Ministry of Foreign Affairs`."""


def _without_name(body: Word) -> tuple[int, int]:
    """Return a body without the person it runs into: `the National Council Jane Doe`."""
    words = [one for one in phrase(body, through=frozenset()) if one.pos == "PROPN"]
    ends = [i for i, one in enumerate(words[:-1]) if one.lemma in BODY_NAMES]
    return extent(words[: ends[-1] + 1]) if ends else core(body)


def kind_of_body(noun: Word) -> str:
    """Return the noun for the body that a role is in: `hospital` for `the head of the hospital`."""
    for role in (noun, *(child for child in noun.children if child.dep in {"appos", "compound"})):
        for child in role.children:
            body = child.child("pobj") if child.lower in {"of", "at", "for"} else None
            if role.lemma in ROLES_OF and body is not None and body.pos in {"NOUN", "PROPN"}:
                return body.lower
    return ""


def _is_named_body(noun: Word, *, inside: bool) -> bool:
    """Say whether a noun names a body; after `in`, one that people can be members of."""
    named = any(word.pos == "PROPN" for word in phrase(noun))
    return named and (not inside or noun.lemma in ORGANISATION_NOUNS | _MEMBERSHIPS)


_MEMBERSHIPS = lemmas(
    "council union association movement committee party front brigade army league"
)


def employing(noun: Word, line: Line, names: Names) -> list[Word]:
    """Return the name before a role: `Oxfam policy adviser Jane Doe`, `an AFP correspondent`.

    Args:
        noun: Head of the words for the speaker.
        line: The sentence.
        names: The bodies of the text, known also where the parser takes them for adjectives.
    """
    before = [one for one in phrase(noun, through=frozenset()) if one.index <= noun.index]
    roles = [one for one in before if one.lemma in _EMPLOYED or one.lower in _PLATFORMS]
    page = bool(roles) and roles[-1].lower in _PLATFORMS
    if not roles or (noun.pos == "NOUN" and roles[-1] is not noun and not page):
        return []
    named: list[Word] = []
    for word in reversed(line.sentence.words[: roles[-1].index]):
        if word not in before:
            break
        named_before = word.text[0].isupper() and names.named([word]) is not None
        if named_before or _names_body(word, line) or (named and word.pos == "PROPN"):
            named.insert(0, word)
        elif named or word.pos not in {"NOUN", "ADJ"}:
            break
    return named


def _names_body(word: Word, line: Line) -> bool:
    dated = line.at(word, Sort.DATE, Sort.DATELINE) is not None and word.text != "Today"
    elsewhere = dated or line.at(word, Sort.PLACE) is not None
    named = word.pos == "PROPN" and word.text[0].isupper() and not elsewhere
    civil = word.lower in {"defence", "defense"} and any(
        one.lower == "civil" and one.index == word.index - 1 for one in word.children
    )
    return named and (civil or word.lower not in _TITLES)


_EMPLOYED = (ROLES_OF - {"president", "commander", "deputy"}) | lemmas(
    "correspondent reporter negotiator analyst campaigner envoy"
)
"""Roles before which a name is that of who employs."""

_PLATFORMS = frozenset({"facebook", "twitter", "telegram", "youtube", "instagram"})
"""Where bodies publish: `the Orient News Facebook page`."""

_TITLES = lemmas(
    "deputy national security foreign prime defence defense vice major lieutenant senior chief "
    "special acting health energy justice former general colonel brigadier air force interior "
    "press media military army police local regional medical field executive managing policy "
    "opposition rebel government regime state official team project country mission crisis "
    "emergency director spokesman head leader"
)
"""Words of titles, which name no body."""
