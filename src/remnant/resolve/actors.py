"""Actors and speakers: states for their forces and offices, organisations for their people."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from remnant.knowledge import Actor, ActorKind, Form, Hit, Voice
from remnant.knowledge.fold import fold
from remnant.model.claim import Claim, Mention
from remnant.model.resolution import Candidate, Resolution
from remnant.model.value import Reference, ReferenceKind
from remnant.resolve.context import Context
from remnant.resolve.described import described
from remnant.resolve.persons import employed, employer, fuller, holding, looks_like_person, untitled
from remnant.resolve.reasons import bare, one, printed, settled, words_of

_LENT = re.compile(
    r"^[-\u2010\u2011\u2013](?:backed|led|made|supplied|held|controlled|trained|allied|brokered"
    r"|sponsored|funded|produced|built|designed|born|based|run|occupied|aligned)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:and|or|as well as|along with|together with)\b|[,/&]", re.IGNORECASE)
_FORMER = re.compile(r"(?:former|ex-)\b", re.IGNORECASE)
"""Who held an office no longer speaks for it."""

_CONTEXTUAL_REACH = 400
_SPOKEN_FOR = frozenset({ActorKind.ORGANISATION, ActorKind.COALITION, ActorKind.MEDIA})


def actors(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the party or speaker that the words stand for.

    Forces, ministries, presidents and officials stand for their state; a person who is
    said to speak for an organisation stands for it; other persons keep their fullest name
    in the document, and all else its words. `A or B` gives both.
    """
    words = words_of(mention)
    name = bare(words)
    if not name:
        return ()
    found = tuple(_read(name, words, mention, context))
    if not found:
        found = (printed(ReferenceKind.ACTOR, name),)
    return tuple(settled(claim, mention, candidate) for candidate in dict.fromkeys(found))


def _read(name: str, words: str, mention: Mention, context: Context) -> Iterator[Candidate]:
    if _NAMELESS.fullmatch(name.lower()):
        sentence = "Armed people who are not named."
        yield one(Reference(ReferenceKind.ACTOR, name.lower()), "not named", sentence, words, 0.7)
        return
    own = described(name, mention, context)
    own = own or (None if _serves(mention, name, context) else _own_voice(name, context))
    if own:
        yield own
        return
    exact = _exact(name, words, mention, context)
    if exact is not None:
        yield exact
        return
    person = name.partition(",")[0]
    whole = person != name and len(person.split()) > 1 and looks_like_person(person)
    if whole and not _hits(person, context):
        yield from _unnamed(person, mention, context)
        return
    found = tuple(_of_hits(name, _hits(name, context), context))
    yield from found or _unnamed(name, mention, context)


_NAMELESS = re.compile(
    r"militants|terrorists|insurgents|gunmen|jihadists|extremists"
    r"|(?:[\w-]+ ){0,2}(?:armed|militant|extremist|insurgent|terrorist|jihadist|takfiri|islamist)"
    r" (?:groups|men|organi[sz]ations|factions|cells|gangs)"
)
"""Words for armed people who have no name."""


def _serves(mention: Mention, name: str, context: Context) -> bool:
    """Say whether the words name a person of a body of the register: `White Helmets member Doe`."""
    register = context.knowledge.actors
    known = mention.entry in register and register.get(mention.entry).kind in _SPOKEN_FOR
    return known and _covers(mention.entry, name, context)


def _exact(name: str, words: str, mention: Mention, context: Context) -> Candidate | None:
    """Return the actor of the mention's entry, or of exactly this name."""
    register = context.knowledge.actors
    joint = _JOINT.search(name) is not None
    entered = mention.entry in register and not joint
    named = [actor for actor in register.named(name) if _written_so(actor, name)]
    if named:
        return _entry(named[0], words, context)
    if entered and _covers(mention.entry, name, context):
        return _entry(register.get(mention.entry), words, context)
    return None


def _written_so(actor: Actor, name: str) -> bool:
    """Say whether a name in small letters is one that the register has so: `monitor` is not."""
    return not name.islower() or any(alias.islower() for alias in (*actor.aliases, *actor.loaded))


def _covers(entry: str, name: str, context: Context) -> bool:
    """Say whether the entry is the only actor the words name."""
    found = {hit.entry for hit in _hits(name, context)}
    if found and found != {entry} and name.endswith("s"):  # its apostrophe may be lost
        found = {hit.entry for hit in _hits(name[:-1], context)}
    return not found or found == {entry}


def _entry(actor: Actor, words: str, context: Context) -> Candidate | None:
    """Return an entry as the party; common words (`rebels`) only where their country is named."""
    if _common(actor, words) and actor.country not in {"", *context.named_countries}:
        return None
    speaker = context.knowledge.actors.speaks_as(actor.id)
    sentence = (
        "The words are a name of this entry of the register."
        if speaker is actor
        else f"{actor.name} speaks and acts as {speaker.name}."
    )
    value = Reference(ReferenceKind.ACTOR, speaker.name, speaker.id)
    return one(value, "registered actor", sentence, words)


def _common(actor: Actor, words: str) -> bool:
    key = fold(bare(words))
    return actor.kind in {ActorKind.GROUP, ActorKind.OFFICE} and any(
        alias[:1].islower() and fold(alias) == key for alias in actor.aliases
    )


def _in_full(name: str, context: Context) -> Candidate | None:
    """Return the body that the text or its publisher names in full: `the Office of X`."""
    register, key = context.knowledge.actors, f"{fold(name)} of "
    stated = context.document.metadata.publisher
    entries = [hit.entry for hit in context.hits if hit.kind is ReferenceKind.ACTOR]
    if stated is not None:
        entries += [hit.entry for hit in _hits(stated.value, context)]
    for entry in dict.fromkeys(entries):
        actor = register.get(entry)
        if actor.kind in _SPOKEN_FOR and fold(actor.name).startswith(key):
            value = Reference(ReferenceKind.ACTOR, actor.name, actor.id)
            return one(value, "named in full", "The document names the body in full.", name, 0.9)
    return None


def _own_voice(name: str, context: Context) -> Candidate | None:
    """Return an agency, local official or witness as named: they do not speak as the state."""
    register = context.knowledge.actors
    full = _in_full(name, context) if len(name.split()) > 1 else None
    if full is not None or register.named(name):
        return None if register.named(name) else full
    if _FORMER.match(name) and not looks_like_person(untitled(name)):
        return printed(ReferenceKind.ACTOR, name)
    lower = f" {fold(name)} "
    for office in register.offices:
        if office.voice is Voice.OWN and f" {fold(office.words)} " in lower:
            person = untitled(name)
            if person != name and looks_like_person(person):
                return printed(ReferenceKind.ACTOR, fuller(person, context)[0])
            holder = holding(name, context)
            if holder:
                return printed(ReferenceKind.ACTOR, holder)
            sentence = "An agency with a name of its own, a local official or a witness."
            return one(Reference(ReferenceKind.ACTOR, name), "own voice", sentence, name, 0.7)
    return None


def _hits(name: str, context: Context) -> tuple[Hit, ...]:
    found = context.knowledge.lexicon.scan(name, capitals=True)
    return tuple(
        hit for hit in found if hit.kind is ReferenceKind.ACTOR and not _LENT.match(name[hit.end :])
    )


def _of_hits(name: str, hits: tuple[Hit, ...], context: Context) -> Iterator[Candidate]:
    """Return the parties named inside longer words: an organisation before a state."""
    register = context.knowledge.actors
    bodies = [hit for hit in hits if register.get(hit.entry).kind in _SPOKEN_FOR]
    chosen = bodies if bodies and not _several(name, hits) else list(hits)
    if not _several(name, tuple(chosen)):
        chosen = chosen[:1]
    for hit in chosen:
        actor = register.get(hit.entry)
        if not _bears(name, hit, context):
            continue
        candidate = _entry(actor, name[hit.start : hit.end], context)
        if candidate is not None:
            yield candidate


def _several(name: str, hits: tuple[Hit, ...]) -> bool:
    """Say whether the words join two parties: `Armenian or Nagorno-Karabakh forces`."""
    if len(hits) < 2:  # noqa: PLR2004 - joining takes two
        return False
    return all(
        _JOINT.search(name[left.end : right.start]) is not None for left, right in pairwise(hits)
    )


def _bears(name: str, hit: Hit, context: Context) -> bool:
    """Say whether an adjective or city is followed by a word for a force or office of the state.

    `Syrian army` is Syria; `Danish journalists` and `Damascus residents` are not states.
    """
    if hit.form not in {Form.ADJECTIVE, Form.CAPITAL}:
        return True
    rest = fold(name[: hit.start] + " " + name[hit.end :])
    if not rest or _JOINT.search(rest):
        return True
    tokens = set(rest.split())
    if name[:1].isupper() and rest.split()[-1] in _BODIES:
        return False
    return bool(tokens & _STATE_WORDS) or context.knowledge.actors.of_state(rest)


_BODIES = frozenset(
    {"commission", "institute", "society", "union", "association", "foundation", "federation"}
)
"""Words with which the name of a body ends that is no state: `Syrian Medical Society`."""

_STATE_WORDS = frozenset(
    (
        *("administration", "air", "aircraft", "airstrikes", "ambassador", "army"),
        *("artillery", "attack", "attacks", "authorities", "aviation", "bombardment"),
        *("bombers", "chief", "command", "commander", "commanders", "commandos", "consulate"),
        *("defence", "defense", "delegation", "diplomat", "drones", "embassy", "envoy"),
        *("fighters", "fleet", "force", "forces", "foreign", "general", "government"),
        *("guards", "helicopter", "helicopters", "intelligence", "invaders", "invasion"),
        *("jet", "jets", "leader", "leaders", "leadership", "marines", "military"),
        *("militarymen", "minister", "ministry", "missiles", "navy", "occupiers"),
        *("offensive", "official", "officials", "operator", "operators", "parliament"),
        *("pilots", "plane", "planes", "premier", "presidency", "president", "presidential"),
        *("raid", "raids", "regime", "representative", "rockets", "secretary"),
        *("servicemembers", "servicemen", "shelling", "side", "soldiers", "spokesman"),
        *("spokesperson", "spokeswoman", "staff", "state", "strike", "strikes", "tanks"),
        *("troops", "unit", "units", "warplane", "warplanes"),
    )
)
"""Words after a nationality that make it the state: its forces, its offices, its acts."""


def _unnamed(name: str, mention: Mention, context: Context) -> Iterator[Candidate]:
    """Return persons, and offices whose state stands shortly before."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in _NO_SURNAMES and words[0][0].isupper():
        yield printed(ReferenceKind.ACTOR, name)
        return
    person = untitled(name)
    if looks_like_person(person):
        full, start, end = fuller(person, context)
        party = _publishing(full, context)
        if party:
            yield printed(ReferenceKind.ACTOR, party)
            return
        lead = _led_by(start, end, context)
        if lead is not None and lead.kind is ReferenceKind.ACTOR:
            actor = context.knowledge.actors.speaks_as(lead.entry)
            sentence = f"{full} is named beside {actor.name}, for which a person speaks."
            value = Reference(ReferenceKind.ACTOR, actor.name, actor.id)
            yield one(value, "speaks for", sentence, name, 0.8)
            return
        if lead is not None:
            full, start = full[lead.end - start :].strip(), lead.end + 1
        body = employer(start, end, context) or employed(full, context) if start >= 0 else ""
        if body:
            actor = context.knowledge.actors.get(body)
            sentence = f"{full} speaks for {actor.name} in this document."
            value = Reference(ReferenceKind.ACTOR, actor.name, actor.id)
            yield one(value, "speaks for", sentence, name, 0.9)
            return
        known = context.knowledge.actors.named(full)
        found = _entry(known[0], name, context) if known else None
        yield found or printed(ReferenceKind.ACTOR, full)
        return
    state = _state_of_office(name, mention, context)
    if state is not None:
        sentence = f"The office is that of {state.name}, named shortly before."
        value = Reference(ReferenceKind.ACTOR, state.name, state.id)
        yield one(value, "office of a state", sentence, name, 0.7)


def _led_by(start: int, end: int, context: Context) -> Hit | None:
    """Return the body or town whose name the text runs into a person's: `Homs Jane Doe`."""
    index = bisect_left(context.hits, start, key=lambda hit: hit.start)
    for hit in context.hits[index : index + 2]:
        name = context.document.text[hit.end : end].split()
        if hit.start != start or len(name) <= 1 or name[-1].lower() in _NO_SURNAMES:
            continue
        if hit.kind is ReferenceKind.PLACE or (
            hit.kind is ReferenceKind.ACTOR and context.knowledge.actors.get(hit.entry).kind in _LED
        ):
            return hit
    return None


_LED = frozenset({ActorKind.ORGANISATION, ActorKind.COALITION})
_NO_SURNAMES = _BODIES | {
    *("council", "command", "centre", "center", "hospital", "news", "tv", "court", "tribunal"),
    *("committee", "committees", "network", "observatory", "organisation", "organization"),
}
"""Words with which the name of a body ends, and no person's."""


def _publishing(name: str, context: Context) -> str:
    """Return the body for which a person publishes the text: `Jane Doe, Labour Party`."""
    stated = context.document.metadata.publisher
    person, _, body = stated.value.partition(", ") if stated is not None else ("", "", "")
    return body if person == name else ""


_OF_MANY = frozenset({"western", "european", "arab", "african", "asian", "gulf", "regional"})
"""Adjectives of officials of several states, who are none of one state."""

_AGAINST = frozenset({"opposition", "rebel", "insurgent", "separatist", "antigovernment"})
"""Adjectives of forces that fight the state named before."""


def _state_of_office(name: str, mention: Mention, context: Context) -> Actor | None:
    """Return the state named last before an office's words, within reach."""
    register = context.knowledge.actors
    tokens = fold(name).split()
    if (
        set(tokens) & (_OF_MANY | _AGAINST)
        or not tokens
        or not (register.of_state(name) or register.of_state(tokens[-1]))
    ):
        return None
    at = mention.span.start
    before = bisect_left(context.hits, at, key=lambda hit: hit.start)
    for index in range(before - 1, -1, -1):
        hit = context.hits[index]
        if hit.kind is not ReferenceKind.ACTOR:
            continue
        if at - hit.start > _CONTEXTUAL_REACH:
            break
        actor = register.speaks_as(hit.entry)
        if actor.kind in {ActorKind.STATE, ActorKind.TERRITORY}:
            return actor
    return None
