"""Voices: whom the words for a speaker stand for.

Offices speak as their state, people for the organisation they are said to work
for, local officials and witnesses as themselves. Pronouns and phrases such as
`the group` go back to the last speaker that fits.
"""

from remnant.extract.language.grammar import extent, phrase
from remnant.extract.language.roles import (
    LOCAL_ROLES,
    OFFICES,
    ORGANISATION_NOUNS,
    PERSONS,
    ROLES_OF,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.speaking.bodies import OUTLETS, is_body, outlet_start
from remnant.extract.speaking.bodies import body as body_of
from remnant.extract.speaking.memory import Memory, Voice, back
from remnant.extract.speaking.serving import GOVERNMENTS, employed, of_staff, officer, owned
from remnant.extract.speaking.staff import core, heads_text, is_bare, titled_start
from remnant.knowledge import ActorKind, Form, Knowledge

_PARTIES = frozenset(
    {ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP, ActorKind.OFFICE, ActorKind.COALITION}
)
"""Kinds of speakers who may have done what they speak of."""

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my", "me"})
_AUTHORS = frozenset({"author", "writer"})
_TEXTS = lemmas("report article paper piece briefing study statement analysis profile release")
_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
_GROUP_PRONOUNS = frozenset({"it", "they", "its", "their", "them"})

_SINGLE = (PERSONS | LOCAL_ROLES | ROLES_OF | {"official", "source"}) - {"hospital", "people"}
"""Nouns for one person, to whom `he` and `she` go back."""

_NO_SPEAKERS = frozenset(
    {"condemns", "urges", "calls", "demands", "welcomes", "warns", "denies", "rejects", "claims"}
)
"""Verbs that the parser takes for nouns where an abbreviation stands before them."""


def is_own(noun: Word) -> bool:
    """Say whether the speaker is the author: `we`, `I`, `the author`, `this report`."""
    if noun.lower in FIRST_PERSON and noun.text not in {"US", "U.S."}:
        return True
    bare = {child.lower for child in noun.children if child.dep != "punct"}
    if "our" in bare and noun.lower in {"researchers", "investigators", "team", "experts"}:
        return True
    return (noun.lower in _AUTHORS and bare <= {"the", "this"} and bool(bare)) or (
        noun.lemma in _TEXTS and "this" in bare
    )


def voice(noun: Word, line: Line, memory: Memory, *, knowledge: Knowledge) -> Voice | None:
    """Return whom a noun phrase stands for as a speaker, or `None` if nobody fits."""
    if noun.lower in _PERSON_PRONOUNS:
        return back(noun, memory.person or memory.group)
    if noun.lower in _GROUP_PRONOUNS:
        inner = noun.head.dep in {"relcl", "acl"} or memory.group is None
        return back(noun, (_here(noun, line) if inner else None) or memory.group or memory.person)
    if noun.lower in _NO_SPEAKERS:
        return None
    found = _named(_person_of(noun, line), line, memory, knowledge)
    surname = _full_name(noun) if found.person else ""
    taken = noun.pos == "NOUN" or not found.person
    memory.hear(found, surname, noun.lower if taken else "")
    if noun.tag == "NN" and (noun.lemma in _SINGLE or is_somebody(noun)) and not is_bare(noun):
        memory.person = found
    return found


def _full_name(noun: Word) -> str:
    """Return the key of a person: the surname, after a first name where one stands before it."""
    before = noun.index - 1
    first = next((one for one in noun.children if one.index == before), None)
    titled = first is None or first.pos != "PROPN" or first.lemma in _TITLED
    return noun.lower if titled or first is None else f"{first.lower} {noun.lower}"


_TITLED = PERSONS | OFFICES | LOCAL_ROLES | lemmas("mr mrs ms dr sir lord colonel gen col prof")
"""Words before a surname that are no first name."""


def is_somebody(noun: Word) -> bool:
    """Say whether an indefinite noun is for a person: `another soldier`, `a shopkeeper`."""
    single = any(one.lower in {"a", "an", "another", "one"} for one in noun.children)
    return single and noun.lemma.endswith(_PERSONAL) and noun.lemma not in ORGANISATION_NOUNS


_PERSONAL = ("er", "or", "ist", "ian", "man", "ent", "ant", "ee")
"""Ends of nouns for persons."""


def heading(noun: Word, memory: Memory) -> Voice | None:
    """Return the body that a headline's `Monitor` or `rights group` is: it is named after."""
    named = any(one.dep == "compound" and one.text[0].isupper() for one in noun.children)
    found = None if named or noun.lemma not in ORGANISATION_NOUNS else back(noun, memory.coming)
    if found is not None:
        memory.hear(found, noun=noun.lower)
        memory.described[noun.lower] = found
    return found


def _person_of(noun: Word, line: Line) -> Word:
    """Return the name in `the Foreign Secretary, Jane Doe`, where no body is named."""
    roles = OFFICES | LOCAL_ROLES | ROLES_OF
    outlets = [one for one in noun.children if one.dep == "appos" and _is_named(one)]
    if noun.lemma in OUTLETS | ORGANISATION_NOUNS and outlets:
        return outlets[0]
    marks = line.over(phrase(noun), Sort.ACTOR)
    local = noun.lemma in LOCAL_ROLES and all(one.form is Form.ADJECTIVE for one in marks)
    if noun.lemma not in roles or (marks and not local):
        return noun
    of = [one.child("pobj") for one in noun.children if one.lower == "of"]
    inner = [one for one in of if one is not None and noun.lemma in _LOCAL_HEADS]
    named = [
        one
        for word in (noun, *inner)
        for one in word.children
        if one.dep == "appos" and one.pos == "PROPN"
    ]
    return named[0] if named else noun


_LOCAL_HEADS = frozenset({"mayor", "governor"})
"""Heads of a place, after which their name stands: `the mayor of the town, Jane Doe, said`."""


def _is_named(noun: Word) -> bool:
    return noun.pos == "PROPN" or any(
        one.dep == "compound" and one.pos == "PROPN" for one in noun.children
    )


def _here(noun: Word, line: Line) -> Voice | None:
    """Return the body that is a subject earlier in the sentence."""
    before = [
        mark
        for mark in line.marks
        if mark.sort is Sort.ACTOR
        and mark.end <= noun.start
        and mark.head.dep in {"nsubj", "nsubjpass"}
        and mark.form is not Form.ADJECTIVE
    ]
    return Voice(before[-1].start, before[-1].end, before[-1].entry) if before else None


def _named(noun: Word, line: Line, memory: Memory, knowledge: Knowledge) -> Voice:
    known = memory.people.get(_full_name(noun)) or _run_into(noun, line, memory, knowledge)
    body = body_of(noun, line, knowledge) if known is None or known.entry else None
    person = noun.pos == "PROPN" and (body is None or noun not in body.words)
    office = noun.lemma in GOVERNMENTS | _OFFICES_BY_NAME
    person = person and not office and (body is not None or not is_body(noun))
    start, end = core(noun)
    start = max([start, *(one.end + 1 for one in line.marks if heads_text(one, start, noun))])
    if body is not None:
        kind = knowledge.actors.get(body.entry).kind
        state = kind in _PARTIES
        begin, stop = extent(
            [*(word for word in line.sentence.words if start <= word.start < end), *body.words]
        )
        glued = any(one.end <= body.start and one.start >= begin for one in line.marks)
        if noun in body.words or glued:
            begin, stop = body.start, max(body.end, end)
        start, end = (begin, stop) if noun not in body.words else (body.start, body.end)
        return Voice(start, end, body.entry, None, person, state)
    if known is not None:
        return back(noun, known) or known
    start = max(start, titled_start(noun))
    taken_up = (
        owned(noun, line, memory)
        or _partly_named(noun, memory)
        or employed(noun, line, memory)
        or of_staff(noun, memory)
        or _taken_up(noun, memory)
    )
    taken_up = taken_up or officer(noun, memory)
    return taken_up or Voice(max(start, outlet_start(noun)), end, "", None, person)


_OFFICES_BY_NAME = lemmas("department command office house embassy parliament directorate ministry")
"""Offices that are no persons, though their names have capitals: `the Department of Defense`."""


def _run_into(noun: Word, line: Line, memory: Memory, knowledge: Knowledge) -> Voice | None:
    """Return the person named before whose surname a medium runs into: `told state TV Doe said`."""
    before = [one for one in phrase(noun, through=frozenset()) if one.index < noun.index]
    outlets = (
        mark
        for mark in line.over(before, Sort.ACTOR)
        if knowledge.actors.get(mark.entry).kind is ActorKind.MEDIA
    )
    return memory.people.get(noun.lower) if next(outlets, None) is not None else None


def _partly_named(noun: Word, memory: Memory) -> Voice | None:
    """Return the body that the text has by a longer name elsewhere: `the Civil Defense`."""
    if noun.pos != "PROPN":
        return None
    beside = [one for one in noun.children if one.dep == "compound" and one.index < noun.index]
    mark = memory.names.named([*beside, noun])
    return Voice(*core(noun), mark.entry, (mark.start, mark.end)) if mark else None


_PLAIN = 3
"""Words beside a noun that only describe: `a war monitor`."""


def _taken_up(noun: Word, memory: Memory) -> Voice | None:
    definite = any(child.lower in {"the", "this", "that"} for child in noun.children)
    named = any(one.dep == "compound" and one.pos == "PROPN" for one in noun.children)
    if named and noun.lemma in ORGANISATION_NOUNS - GOVERNMENTS:
        return None
    indefinite = any(child.lower in {"a", "an"} for child in noun.children)
    if indefinite and noun.lemma in ORGANISATION_NOUNS and len(noun.children) <= _PLAIN:
        return back(noun, memory.coming)
    if any(one.dep == "appos" or one.lower == "of" for one in noun.children):
        definite = definite and noun.lower not in memory.described
    if not definite or noun.lower in memory.described:
        return back(noun, memory.described[noun.lower]) if definite else None
    if noun.lemma in GOVERNMENTS:
        return _governing(noun, memory)
    taken = noun.lemma in ORGANISATION_NOUNS
    return back(noun, memory.organisation or memory.group) if taken else None


def _governing(noun: Word, memory: Memory) -> Voice | None:
    """Return the state that spoke last as the one whose army or ministry speaks."""
    found = back(noun, memory.speaking or memory.state)
    if found is not None:
        memory.described[noun.lower] = found
    return found
