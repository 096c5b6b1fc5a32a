"""Incidents at large: `python -m evaluation.muc4 FILE.jsonl…`.

Each line is a document of MUC-3/4 (1991-92) with `docid`, `text` and `templates`: the slots
of the official key, each a list of fills. Texts are handed over as they are, in capitals, and
recased by the extractor.

Claims of use and harm, and the frames of `evaluation.muc_frames` for what no claim is about
(kidnapping, arson, robbery, murder without a weapon), become templates, one for each type of
incident in a document. Parties and bodies are organisations, other people who did it are
individuals; people struck are given by name; things struck are targets; weapons are the words
that name one. By the rules of the task, fights between soldiers and guerrillas are no incidents.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.corpora import arguments, document_of, finish, json_lines, lines_of, shown
from evaluation.muc_frames import Event, events
from evaluation.templates import SLOTS, Entity, Tally, Template, count, key_of
from remnant.extract import extract
from remnant.extract.language.frames import FORCES, PEOPLE, TARGETS
from remnant.extract.language.grammar import phrase
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.knowledge import ActorKind, Knowledge, load_knowledge
from remnant.model.claim import Claim, ClaimKind, Mention, Slot, Stance

KINDS = (
    ("kidnapping", re.compile(r"kidnap|abduct|hostage", re.IGNORECASE)),
    ("arson", re.compile(r"arson|burn|torch|set (?:\w+ )?(?:on )?fire", re.IGNORECASE)),
    ("robbery", re.compile(r"\brob|\bstole|\bloot", re.IGNORECASE)),
    ("bombing", re.compile(r"bomb|explo|dynamit|grenade|detonat|blast|rocket", re.IGNORECASE)),
)
"""Words of a passage that give the type, in this order; every other incident is an attack."""

ALLEGED = frozenset({Stance.HEDGED, Stance.OPEN})
_SILENT = frozenset({Stance.DENIED, Stance.NOT_KNOWN})
_LEFT_OUT = frozenset({"det", "nummod", "poss", "predet", "quantmod", "punct", "appos"})
_PEOPLE = PEOPLE | FORCES

_BODIES = lemmas(
    "army military cartel mafia front organization organisation squad movement force faction"
)
"""Nouns for bodies, which are organisations where something else does not head the phrase."""

_DOERS = _PEOPLE | lemmas(
    "guerrilla terrorist rebel assassin gunman extremist individual men man subversive commando "
    "assailant attacker criminal trafficker member kidnapper murderer narcoterrorist column mob "
    "hitman killer youth student element delinquent commandos bandit soldier squad person"
)
"""Nouns for those who may have done it."""

_MILITARY = lemmas(
    "soldier troop patrol army unit barracks garrison battalion brigade policeman guerrilla "
    "rebel convoy helicopter base subversive combatant post position military"
)
"""What a fight is against that is no incident of the task."""

_THINGS = TARGETS | lemmas(
    "pylon tower pole post line system plane restaurant hotel embassy bank shop pipeline "
    "property helicopter installation newspaper dealership railroad tunnel dam transformer "
    "substation ministry palace mall stadium theater theatre club firm company agency"
)
"""Nouns for things that are struck."""


@dataclass(slots=True)
class Building:
    """A template in the making."""

    roles: dict[str, dict[Entity, None]] = field(default_factory=dict)
    confidence: dict[Entity, frozenset[str]] = field(default_factory=dict)

    def add(self, role: str, words: str) -> Entity:
        """Add an entity named by some words."""
        entity = frozenset({" ".join(words.lower().split())})
        self.roles.setdefault(role, {})[entity] = None
        return entity


def templates_of(text: str, knowledge: Knowledge) -> list[Template]:
    """Return the templates that a text makes, in order of type."""
    document = document_of(text, "message.txt")
    lines = lines_of(document, knowledge)
    found: dict[str, Building] = {}
    for event in events(lines):
        if not _is_fight(event):
            _fill(found.setdefault(event.kind, Building()), event, knowledge)
    group = _only_group(lines, knowledge)
    for template in found.values():
        if group and not template.roles.get("PerpOrg"):
            entity = template.add("PerpOrg", group)
            template.confidence[entity] = frozenset({"alleged"})
    for claim in extract(document, knowledge=knowledge):
        told = claim.kind in {ClaimKind.USE, ClaimKind.HARM} and claim.stance not in _SILENT
        fitting = found.get(kind_of(claim)) if told else None
        if fitting is not None:
            _add_claim(fitting, claim)
    return [
        Template(
            frozenset({kind}),
            {role: _fullest(role, entities) for role, entities in one.roles.items()},
            one.confidence,
        )
        for kind, one in sorted(found.items())
        if one.roles
    ]


def _only_group(lines: Sequence[Line], knowledge: Knowledge) -> str:
    """Return the armed group that a text names most; empty if it names none."""
    named: Counter[str] = Counter()
    words: dict[str, str] = {}
    for line in lines:
        for mark in line.marks:
            if mark.sort is Sort.ACTOR and knowledge.actors.get(mark.entry).kind is ActorKind.GROUP:
                named[mark.entry] += 1
                words.setdefault(mark.entry, _joined(mark.words))
    return words[named.most_common(1)[0][0]] if named else ""


def kind_of(claim: Claim) -> str:
    """Return the type of incident that a claim tells of."""
    return next((kind for kind, words in KINDS if words.search(claim.passage.quote)), "attack")


def _is_fight(event: Event) -> bool:
    """Say whether only soldiers, guerrillas and what belongs to them were struck."""
    struck = [one for one in event.struck if one.pos in {"NOUN", "PROPN"}]
    return bool(struck) and all(one.lemma in _MILITARY for one in struck)


def _fill(template: Building, event: Event, knowledge: Knowledge) -> None:
    for doer in event.doers:
        for name in _bodies(doer, event.line, knowledge):
            entity = template.add("PerpOrg", name)
            template.confidence.setdefault(entity, frozenset({"asserted"}))
        if _is_person(doer, event.line):
            template.add("PerpInd", bare(doer, counted=True))
    for one in event.struck:
        _strike(template, one, event.line)
    for tool in event.instruments:
        template.add("Weapon", bare(tool))


def _strike(template: Building, word: Word, line: Line) -> None:
    """Add what was struck: a thing, or a person by name, beside a description too."""
    if _is_thing(word):
        template.add("Target", bare(word))
        return
    beside = [one for one in word.children if one.pos == "PROPN" and one.dep == "appos"]
    for one in [word] if word.pos == "PROPN" else beside:
        named = _name(one)
        known = line.at(one, Sort.PLACE, Sort.ACTOR, Sort.DATE) is not None
        if named and not known and one.lower not in _CALENDAR:
            template.add("Victim", named)


def _bodies(doer: Word, line: Line, knowledge: Knowledge) -> Iterator[str]:
    """Yield the organisations that a phrase for the doers names."""
    words = phrase(doer, through=frozenset({"of", "from"}))
    named = [
        mark
        for mark in line.over(words, Sort.ACTOR)
        if knowledge.actors.get(mark.entry).kind in {ActorKind.GROUP, ActorKind.COALITION}
        or doer in mark.words
    ]
    for mark in named:
        yield _joined(mark.words)
    capitals = [word for word in words if word.text.isupper() and len(word.text) > 1]
    for word in capitals:
        if not any(word in mark.words for mark in named):
            yield word.text
    if not named and not capitals and doer.lemma in _BODIES:
        yield bare(doer)


def _is_person(doer: Word, line: Line) -> bool:
    if doer.lemma in _DOERS:
        return True
    mark = line.at(doer, Sort.ACTOR, Sort.PLACE)
    return mark is None and doer.pos == "PROPN" and not doer.text.isupper()


def _name(word: Word) -> str:
    """Return a person's name without titles."""
    names = [child for child in word.children if child.dep in {"compound", "flat"}]
    kept = [one for one in (*names, word) if one.pos == "PROPN" and one.lemma not in _RANKS]
    return _joined(sorted(kept, key=lambda one: one.index))


_CALENDAR = lemmas(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)

_RANKS = lemmas(
    "col gen lt maj capt sgt dr mr mrs ms father bishop president minister colonel general "
    "lieutenant major captain senator judge mayor governor deputy engineer ambassador "
    "archbishop monsignor priest reverend journalist commander attorney congressman secretary "
    "leader candidate official member adviser spokesman director head chief rector former"
)


def _fullest(role: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the entities without those whose words a longer one of the role holds."""
    found = list(entities)
    sets = [frozenset(" ".join(one).split()) for one in found]
    return tuple(
        one
        for index, one in enumerate(found)
        if role in {"Target", "Weapon"} or not any(sets[index] < other for other in sets)
    )


def _add_claim(template: Building, claim: Claim) -> None:
    """Add what a claim of the same type says of the organisation, and how sure it is."""
    for actor in claim.filling(Slot.ACTOR):
        entity = frozenset({" ".join(actor.span.quote.lower().split())})
        if entity in template.roles.get("PerpOrg", {}):
            template.confidence[entity] = frozenset({confidence_of(claim, actor)})


def confidence_of(claim: Claim, actor: Mention) -> str:
    """Return how sure a claim makes it that its actor did it."""
    speakers = claim.attribution.innermost
    if actor.entry and any(speaker.entry == actor.entry for speaker in speakers):
        return "claimed"
    return "alleged" if claim.stance in ALLEGED or speakers else "asserted"


def _is_thing(word: Word) -> bool:
    return any(form in _THINGS for form in (word.lemma, word.lower, word.lower.rstrip("s")))


def bare(word: Word, *, counted: bool = False) -> str:
    """Return a noun phrase without articles and what follows the noun; numbers if `counted`."""
    words = phrase(word, through=frozenset())
    left_out = _LEFT_OUT - {"nummod"} if counted else _LEFT_OUT
    inside = {word.index} | {
        one.index for one in words if one.index < word.index and one.dep not in left_out
    }
    return _joined([one for one in words if one.index in inside])


def _joined(words: Sequence[Word]) -> str:
    """Write words as the text has them, those that were left out apart."""
    text = ""
    for before, word in zip((None, *words), words, strict=False):
        text += " " * (before is not None and word.start > before.end) + word.text
    return text.strip("'\" ")


def measure(records: Iterable[dict[str, object]], knowledge: Knowledge) -> tuple[int, Tally]:
    """Measure documents; return how many there were and the counts."""
    tally, documents = Tally(), 0
    for record in records:
        keys = record["templates"]
        gold = [key_of(slots) for slots in keys] if isinstance(keys, list) else []
        count(gold, templates_of(str(record["text"]), knowledge), tally)
        documents += 1
    return documents, tally


def main() -> None:
    """Measure the files named on the command line, taken together."""
    records = json_lines(arguments("evaluation.muc4 FILE.jsonl…"))
    documents, tally = measure(records, load_knowledge())
    matched = tally.confident["matched"]
    finish(
        {
            "documents": documents,
            "templates": tally.gold["type"],
            "ceaf_ree": shown(tally.score()),
            **{role: shown(tally.score(role)) for role in (*SLOTS, "type")},
            "confidence": {
                "organisations": matched,
                "accuracy": round(tally.confident["agreed"] / max(1, matched), 4),
                "always asserted": round(tally.confident["asserted"] / max(1, matched), 4),
            },
        }
    )


if __name__ == "__main__":
    main()
