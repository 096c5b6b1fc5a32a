"""Who did it, with which weapon, whether at all, and what was denied: where accounts differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from remnant.assess.answering import accused_keys
from remnant.assess.compatibility import compatible
from remnant.assess.denials import denies, refutations, scope_of
from remnant.assess.evidence import Evidence, Said
from remnant.assess.renderings import rendered, stated_in
from remnant.assess.sides import SAYING, side
from remnant.assess.speakers import speaker_of_reference
from remnant.knowledge import ClusterStatus, Knowledge, WeaponLevel
from remnant.model.assessment import Origin
from remnant.model.claim import Claim
from remnant.model.contradictions import Clash, Conflict, Contradiction
from remnant.model.incident import Incident
from remnant.model.words import listed


def event(
    incident: Incident, origins: Sequence[Origin], *, evidence: Evidence, knowledge: Knowledge
) -> list[Contradiction]:
    """Somebody other than the accused says that it did not happen so."""
    against = refutations(incident, evidence=evidence, knowledge=knowledge)
    for_it = [one.claim.id for one in evidence.of(incident) if one.claim.stance in SAYING]
    if not against or not for_it:
        return []
    denying = [one.claim.id for one in against]
    sides = (side("it happened", for_it, origins), side("it did not", denying, origins))
    speakers = sorted({speaker.name for one in against for speaker in one.speakers})
    say = "which is not accused, says" if len(speakers) == 1 else "which are not accused, say"
    sentence = f"{listed(speakers)}, {say} that it did not happen so. Both cannot be true."
    return [Contradiction(Conflict.EVENT, sides, sentence)]


def answers(
    incident: Incident, origins: Sequence[Origin], *, evidence: Evidence, knowledge: Knowledge
) -> list[Contradiction]:
    """A report renders a denial more strongly than the statement that it rests on."""
    found = []
    for party in accused_keys(incident, knowledge=knowledge):
        given = [
            one
            for one in evidence.denials_for((party,))
            if party in {speaker.key for speaker in one.speakers}
            and denies(one, incident, evidence=evidence, knowledge=knowledge)
        ]
        for one in given:
            own = stated_in(one, given, evidence)
            sentence = rendered(one, own)
            if sentence:
                scopes = dict.fromkeys(scope_of(denial).value for denial in own)
                sides = (
                    side(f"denied {scope_of(one).value}", [one.claim.id], origins),
                    side(f"denied {listed(tuple(scopes))}", [d.claim.id for d in own], origins),
                )
                found.append(Contradiction(Conflict.ANSWER, sides, sentence, Clash.MISQUOTED))
    return found


def attribution(
    said: Sequence[Said], origins: Sequence[Origin], knowledge: Knowledge
) -> list[Contradiction]:
    """Different parties are accused, or the same ones more or less closely."""
    by_names: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.stance in SAYING and one.accused:
            accused = (speaker_of_reference(actor, knowledge) for actor in one.resolved.actors)
            names = {speaker.name for speaker in accused if speaker.key in one.accused}
            by_names[tuple(sorted(names))].append(one)
    if len(by_names) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sides = tuple(
        side(listed(names, "or"), [one.claim.id for one in by_names[names]], origins)
        for names in sorted(by_names)
    )
    values = listed([one.value for one in sides])
    if any(set(one).isdisjoint(other) for one, other in combinations(by_names, 2)):
        sentence = f"Different parties are accused: {values}. Not all of this can be true."
        shared = _shared_weapons(tuple(by_names.values()))
        if shared:
            sentence += (
                f" {listed(shared)} is named on each side, so the weapon does not tell who it was."
            )
        return [Contradiction(Conflict.ATTRIBUTION, sides, sentence)]
    sentence = (
        f"The accused are named more or less closely: {values}. One account names alternatives "
        "that include the other, which is no contradiction of fact."
    )
    return [Contradiction(Conflict.ATTRIBUTION, sides, sentence, Clash.PRECISION)]


def _shared_weapons(sides: Sequence[Sequence[Said]]) -> tuple[str, ...]:
    named = [{weapon.name for one in claims for weapon in one.resolved.weapons} for claims in sides]
    return tuple(sorted(set.intersection(*named)))


def weapon(
    said: Sequence[Said], origins: Sequence[Origin], knowledge: Knowledge
) -> list[Contradiction]:
    """The weapons named belong to no one system, over several claims or within one."""
    by_weapon: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in said:
        for named in one.resolved.weapons if one.claim.stance in SAYING else ():
            if named.id in knowledge.weapons:
                by_weapon[named.id].append(one.claim.id)
                names[named.id] = named.name
    found = [
        *_unusual(by_weapon, names, origins, knowledge, {one.claim.id: one.claim for one in said}),
        *_alike(by_weapon, names, origins, knowledge),
    ]
    if len(_systems(by_weapon, knowledge)) < 2:  # noqa: PLR2004 - one system contradicts nothing
        return found
    sides = tuple(side(names[key], by_weapon[key], origins) for key in sorted(by_weapon))
    sentence = (
        f"The weapons named do not belong to one system: {listed([one.value for one in sides])}. "
        "Both may have been used, or one identification is wrong."
    )
    return [*found, Contradiction(Conflict.WEAPON, sides, sentence)]


def _are_beside(left: Claim, right: Claim) -> bool:
    """Say whether two claims are one, or neighbours in a list: `144 of the one and 300 of M85`."""
    first, second = sorted((left.passage, right.passage), key=lambda one: one.start)
    return first.document == second.document and second.start - first.end <= _LINKED


_LINKED = 8
"""Letters between two items of a list: a comma and `and`."""


def _unusual(
    by_weapon: dict[str, list[str]],
    names: dict[str, str],
    origins: Sequence[Origin],
    knowledge: Knowledge,
    claims: Mapping[str, Claim],
) -> list[Contradiction]:
    """Point out submunitions in one list that no one rocket, shell or bomb carries."""
    small = [
        key
        for key in sorted(by_weapon)
        if knowledge.weapons.get(key).level is WeaponLevel.SUBMUNITION
    ]
    pairs = [
        (one, other)
        for one, other in combinations(small, 2)
        if not compatible(one, other, knowledge)
        and any(
            _are_beside(claims[left], claims[right])
            for left, right in product(by_weapon[one], by_weapon[other])
        )
    ]
    return [
        Contradiction(
            Conflict.WEAPON,
            tuple(side(names[key], by_weapon[key], origins) for key in pair),
            f"One account names {names[pair[0]]} and {names[pair[1]]}, which nothing carries "
            "together. Two weapons may have been used, or one identification is wrong; this is "
            "pointed out, not settled.",
            Clash.SCOPE,
        )
        for pair in pairs
    ]


def _alike(
    by_weapon: dict[str, list[str]],
    names: dict[str, str],
    origins: Sequence[Origin],
    knowledge: Knowledge,
) -> list[Contradiction]:
    """Point out two types that look alike or whose names are mixed up, each named by somebody."""
    return [
        Contradiction(
            Conflict.WEAPON,
            tuple(side(names[key], by_weapon[key], origins) for key in pair),
            f"{names[pair[0]]} and {names[pair[1]]} are types that look alike or whose names are "
            "mixed up; one may be the other.",
            Clash.PRECISION,
        )
        for pair in combinations(sorted(by_weapon), 2)
        if pair[1] in knowledge.weapons.get(pair[0]).similar
        or pair[0] in knowledge.weapons.get(pair[1]).similar
        if set(by_weapon[pair[0]]).isdisjoint(by_weapon[pair[1]])
    ]


def _systems(by_weapon: dict[str, list[str]], knowledge: Knowledge) -> list[set[str]]:
    """Return the weapons that go together: compatible, or named in one claim."""
    systems: list[set[str]] = []
    for key in sorted(by_weapon):
        near = [one for one in systems if any(_together(key, w, by_weapon, knowledge) for w in one)]
        systems = [one for one in systems if one not in near]
        systems.append({key}.union(*near))
    return systems


def _together(one: str, other: str, by_weapon: dict[str, list[str]], knowledge: Knowledge) -> bool:
    named_together = not set(by_weapon[one]).isdisjoint(by_weapon[other])
    return (
        named_together
        or compatible(one, other, knowledge)
        or _may_be_cluster(one, other, knowledge)
        or _may_be_cluster(other, one, knowledge)
    )


def _may_be_cluster(general: str, other: str, knowledge: Knowledge) -> bool:
    """Say whether one is a general word for cluster munitions, the other a general word.

    Who reports rockets or shelling and who reports cluster munitions may speak of one weapon.
    """
    first, second = knowledge.weapons.get(general), knowledge.weapons.get(other)
    both = first.level is WeaponLevel.CLASS and second.level is WeaponLevel.CLASS
    return both and first.cluster is ClusterStatus.CLUSTER
