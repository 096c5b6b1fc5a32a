"""MUC-4 templates: the keys as five roles, and how predicted ones are scored.

CEAF-REE in its first definition (Du, Rush and Cardie, 2021): templates of a document are
aligned one to one where their incident types are equal; within a pair the entities of each
role are aligned one to one, and a predicted entity is right if all its strings are among
those of the gold entity. The type counts as one entity more. Precision and recall are over
all entities of all roles. Human targets are those given by name, as in the data of that work.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.assignment import assign
from remnant.scorecard import Score

SLOTS = {
    "PerpInd": "PERP: INDIVIDUAL ID",
    "PerpOrg": "PERP: ORGANIZATION ID",
    "Target": "PHYS TGT: ID",
    "Victim": "HUM TGT: NAME",
    "Weapon": "INCIDENT: INSTRUMENT ID",
}
"""The slot of the key that holds each role."""

CONFIDENCE = {
    "REPORTED AS FACT": "asserted",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED": "alleged",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "alleged",
    "POSSIBLE": "alleged",
    "ACQUITTED": "acquitted",
}
"""Fills of the confidence slot, as far as a claim tells them apart."""

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')

Entity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """One incident.

    Attributes:
        kind: Types of incident, alternatives in a key.
        roles: Entities of each role; an entity is the strings that name it.
        confidence: For an organisation, how sure it is that it did it; alternatives in a key.
    """

    kind: frozenset[str]
    roles: Mapping[str, tuple[Entity, ...]]
    confidence: Mapping[Entity, frozenset[str]] = field(default_factory=dict)

    def role(self, name: str) -> tuple[Entity, ...]:
        """Return the entities of one role."""
        return self.roles.get(name, ())


def key_of(slots: Mapping[str, Sequence[str]]) -> Template:
    """Read one template of a key."""
    kinds = " / ".join(slots["INCIDENT: TYPE"]).replace("?", "").lower()
    return Template(
        frozenset(one.strip() for one in kinds.split(" / ")),
        {role: _entities(slots.get(slot, ())) for role, slot in SLOTS.items()},
        dict(_confidences(slots.get("PERP: ORGANIZATION CONFIDENCE", ()))),
    )


def _strings(fill: str) -> Entity:
    return frozenset(one.replace('\\"', '"').lower() for one in _STRING.findall(fill))


def _entities(fills: Iterable[str]) -> tuple[Entity, ...]:
    return tuple(found for fill in fills if (found := _strings(fill)))


def _confidences(fills: Iterable[str]) -> Iterable[tuple[Entity, frozenset[str]]]:
    for fill in fills:
        named = _strings(fill)
        before = fill.partition('"')[0].replace("?", "").strip(" :")
        classes = {CONFIDENCE.get(one.strip(" :"), "") for one in before.split(" / ")}
        if named and classes - {""}:
            yield named, frozenset(classes - {""})


@dataclass(slots=True)
class Tally:
    """Counts over documents: agreed, predicted and gold entities per role."""

    agreed: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    confident: Counter[str] = field(default_factory=Counter)

    def score(self, *roles: str) -> Score:
        """Return the score of some roles together; of all, with the type, if none is named."""
        names = roles or (*SLOTS, "type")
        return Score.of(
            sum(self.agreed[name] for name in names),
            sum(self.predicted[name] for name in names),
            sum(self.gold[name] for name in names),
        )


def count(gold: Sequence[Template], predicted: Sequence[Template], tally: Tally) -> None:
    """Add one document to the tally."""
    for templates, counts in ((gold, tally.gold), (predicted, tally.predicted)):
        for one in templates:
            counts["type"] += 1
            counts.update({role: len(one.role(role)) for role in SLOTS})
    for i, j, _ in assign(gold, predicted, lambda one, other: agreement(one, other).total()):
        tally.agreed.update(agreement(gold[i], predicted[j]))
        tally.confident.update(_sure(gold[i], predicted[j]))


def agreement(gold: Template, predicted: Template) -> Counter[str]:
    """Return how many entities of each role agree; nothing if the types differ."""
    if gold.kind.isdisjoint(predicted.kind):
        return Counter()
    found = Counter({role: len(_aligned(gold, predicted, role)) for role in SLOTS})
    found["type"] = 1
    return found


def _aligned(gold: Template, predicted: Template, role: str) -> list[tuple[int, int, float]]:
    return assign(
        gold.role(role),
        predicted.role(role),
        lambda one, other: float(bool(other) and other <= one),
    )


def _sure(gold: Template, predicted: Template) -> Counter[str]:
    """Count the organisations found whose confidence the key gives, and those that agree."""
    found: Counter[str] = Counter()
    for i, j, _ in _aligned(gold, predicted, "PerpOrg"):
        wanted = gold.confidence.get(gold.role("PerpOrg")[i])
        given = predicted.confidence.get(predicted.role("PerpOrg")[j])
        if wanted is not None and given is not None:
            found["matched"] += 1
            found["agreed"] += not wanted.isdisjoint(given)
            found["asserted"] += "asserted" in wanted
    return found
