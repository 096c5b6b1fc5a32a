"""Incidents at large: `python -m evaluation.muc4 FILE.jsonl…`.

Each line is a document of MUC-3/4 (1991-92) with `docid`, `text` and `templates`: the slots
of the official key, each a list of fills. Texts are handed over as they are, in capitals.

Claims of use and harm become templates, one for each type of incident in a document. The
type follows from the words of the passage. Actors that the knowledge has are organisations;
where a claim has no actor, the subject or agent of its verb is the individual. Targets are
things, or people by name; weapons are the words that name one. Denied claims make nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.corpora import arguments, document_of, finish, json_lines, lines_of, shown, word_at
from evaluation.templates import SLOTS, Entity, Tally, Template, count, key_of
from remnant.extract import extract
from remnant.extract.draft import Draft
from remnant.extract.extracting import FAMILIES
from remnant.extract.frames import ATTACKS, FORCES, PEOPLE, TARGETS
from remnant.extract.grammar import agent, conjuncts, is_passive, is_verb, phrase, subject
from remnant.extract.marks import Line
from remnant.extract.words import Word
from remnant.knowledge import Knowledge, load_knowledge
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
_LEFT_OUT = frozenset({"det", "nummod", "poss", "predet", "quantmod", "punct"})
_PEOPLE = PEOPLE | FORCES


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
    """Return the templates that the claims of a text make, in order of type."""
    document = document_of(text, "message.txt")
    lines = lines_of(document, knowledge)
    drafts = [draft for line in lines for family in FAMILIES for draft in family(line)]
    found: dict[str, Building] = {}
    for claim in extract(document, knowledge=knowledge):
        if claim.kind in {ClaimKind.USE, ClaimKind.HARM} and claim.stance not in _SILENT:
            _fill(found.setdefault(kind_of(claim), Building()), claim, lines, drafts)
    return [
        Template(
            frozenset({kind}),
            {role: tuple(entities) for role, entities in one.roles.items()},
            one.confidence,
        )
        for kind, one in sorted(found.items())
    ]


def kind_of(claim: Claim) -> str:
    """Return the type of incident that a claim tells of."""
    return next((kind for kind, words in KINDS if words.search(claim.passage.quote)), "attack")


def _fill(template: Building, claim: Claim, lines: Sequence[Line], drafts: Iterable[Draft]) -> None:
    for actor in claim.filling(Slot.ACTOR):
        entity = template.add("PerpOrg", actor.span.quote)
        template.confidence.setdefault(entity, frozenset({confidence_of(claim, actor)}))
    if not claim.filling(Slot.ACTOR) and claim.kind is ClaimKind.USE:
        for doer in _doers(claim, drafts):
            template.add("PerpInd", bare(doer))
    for mention in claim.filling(Slot.WEAPON):
        word = _word(mention, lines)
        if word is not None and word.pos in {"NOUN", "PROPN"} and word.lemma not in ATTACKS:
            template.add("Weapon", mention.span.quote)
    for mention in claim.filling(Slot.TARGET):
        word = _word(mention, lines)
        if word is not None and word.lower.rstrip("s") not in _PEOPLE and word.lemma not in _PEOPLE:
            template.add("Target" if _is_thing(word) else "Victim", bare(word))


def confidence_of(claim: Claim, actor: Mention) -> str:
    """Return how sure a claim makes it that its actor did it."""
    speakers = claim.attribution.innermost
    if actor.entry and any(speaker.entry == actor.entry for speaker in speakers):
        return "claimed"
    return "alleged" if claim.stance in ALLEGED or speakers else "asserted"


def _doers(claim: Claim, drafts: Iterable[Draft]) -> Iterator[Word]:
    start, end = claim.passage.start, claim.passage.end
    for draft in drafts:
        verb = draft.trigger
        if draft.kind is claim.kind and start <= verb.start < end and is_verb(verb):
            doer = agent(verb) if is_passive(verb) else subject(verb)
            for one in conjuncts(doer) if doer is not None else ():
                if one.pos in {"NOUN", "PROPN"} and not _is_thing(one) and one.lemma not in ATTACKS:
                    yield one


def _is_thing(word: Word) -> bool:
    return word.lemma in TARGETS or word.lower in TARGETS or word.lower.rstrip("s") in TARGETS


def bare(word: Word) -> str:
    """Return a noun phrase without articles, numbers and what follows the noun."""
    words = phrase(word, through=frozenset())
    inside = {word.index} | {
        one.index for one in words if one.index < word.index and one.dep not in _LEFT_OUT
    }
    return " ".join(one.text for one in words if one.index in inside)


def _word(mention: Mention, lines: Sequence[Line]) -> Word | None:
    found = word_at(lines, mention.span.end - 1, mention.span.end)
    return found[1] if found is not None else None


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
