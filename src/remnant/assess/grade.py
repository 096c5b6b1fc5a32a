"""The grade of an incident: a table of rules, the first that speaks decides.

The docstring of each rule is the reason shown. A party to the conflict that
accuses another is an origin, and shown, but never counts towards two; nor does
one speaker, with all its offices and repeaters, ever count twice.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from remnant.assess.denials import refutations
from remnant.assess.evidence import SUPPORTING, Evidence, Said
from remnant.assess.origins import EXAMINED
from remnant.assess.speakers import is_side
from remnant.knowledge import Knowledge, WeaponLevel
from remnant.model.assessment import Grade, Origin
from remnant.model.claim import ActorRole, ClaimKind, Stance
from remnant.model.finding import Reason
from remnant.model.incident import Incident, Scope
from remnant.model.value import Reference
from remnant.model.words import capital, counted, listed

ADMITTING = re.compile(
    r"\b(?:confirm|admit|acknowledg|conced|accept|claimed responsibility|announced)\w*",
    re.IGNORECASE,
)
"""Words by which another document tells that a party owned to it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at.

    Attributes:
        incident: The incident.
        said: Its claims.
        origins: Its independent origins.
        evidence: All evidence at hand.
        knowledge: The reference data.
        parties: Keys of the parties to the conflict.
        enough: Independent origins from which an incident is more than one voice's, as the
            rule table has it for the rule that is asked.
    """

    incident: Incident
    said: tuple[Said, ...]
    origins: tuple[Origin, ...]
    evidence: Evidence
    knowledge: Knowledge
    parties: frozenset[str]
    enough: int = 2
    _supporting: list[tuple[Origin, ...]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    _using: list[frozenset[Reference]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    def supporting(self) -> tuple[Origin, ...]:
        """Origins with a claim that says, or says with a hedge, that it happened."""
        if not self._supporting:  # every rule asks
            self._supporting.append(self._found_supporting())
        return self._supporting[0]

    def joined(self, said: Said, origin: Origin) -> "Case":
        """Return the case with one more origin that says with one claim that it happened."""
        more = replace(self, said=(*self.said, said), origins=(*self.origins, origin))
        if said.weapons <= self._said_used():  # so the other claims support it as before
            more._supporting.append((*self.supporting(), origin))  # noqa: SLF001 - another of its own
        return more

    def _found_supporting(self) -> tuple[Origin, ...]:
        used = self._used()
        names = {
            one.claim.id for one in self.said if one.claim.stance in SUPPORTING and _fits(one, used)
        }
        return tuple(one for one in self.origins if not names.isdisjoint(one.claims))

    def _used(self) -> frozenset[Reference]:
        """The weapons said to have been used, or else those found that are named exactly."""
        return self._said_used() or frozenset(
            weapon
            for weapon in self._named(ClaimKind.REMNANTS)
            if weapon.id in self.knowledge.weapons
            and self.knowledge.weapons.get(weapon.id).level is not WeaponLevel.CLASS
        )

    def _said_used(self) -> frozenset[Reference]:
        if not self._using:
            self._using.append(self._named(ClaimKind.USE))
        return self._using[0]

    def _named(self, kind: ClaimKind) -> frozenset[Reference]:
        """Weapons named by the claims of one kind that say that it happened."""
        return frozenset(
            weapon
            for one in self.said
            if one.claim.kind is kind and one.claim.stance in SUPPORTING
            for weapon in one.weapons
        )

    def independent(self) -> tuple[Origin, ...]:
        """Supporting origins outside the conflict, and not known through its parties alone."""
        return tuple(one for one in self.supporting() if not one.party and self.outside(one))

    def outside(self, origin: Origin) -> bool:
        """Say whether somebody other than a party to the conflict carries what an origin says."""
        if not origin.documents:
            return True  # one that is only supposed, to see what it would change
        carriers = {self.evidence.headers[name].publisher.key for name in origin.documents}
        return not carriers <= self.parties


def _fits(said: Said, used: frozenset[Reference]) -> bool:
    """A find supports use only if it names a weapon said to have been used, if any is."""
    if said.claim.kind is not ClaimKind.REMNANTS or not used:
        return True
    return not used.isdisjoint(said.weapons)


Rule: TypeAlias = Callable[[Case], tuple[str, ...]]


def nothing_said(case: Case) -> tuple[str, ...]:
    """No claim says that it happened, so there is nothing to grade."""
    open_only = tuple(one.claim.id for one in case.said)
    return () if case.supporting() else (open_only or ("",))


def accused_accepts(case: Case) -> tuple[str, ...]:
    """The accused party accepts that it did it, in words not handed on by its accuser alone."""
    return tuple(one.claim.id for one in case.said if _admits(one, case))


def evidence_against(case: Case) -> tuple[str, ...]:
    """An independent origin that examined evidence says that it did not happen so."""
    if any(_examined(one) for one in case.supporting()):
        return ()
    against = refutations(case.incident, evidence=case.evidence, knowledge=case.knowledge)
    return tuple(
        one.claim.id
        for one in against
        if set(one.claim.basis) & set(EXAMINED)
        and not any(is_side(speaker.key, case.knowledge) for speaker in one.speakers)
    )


def rival_attributions(case: Case) -> tuple[str, ...]:
    """Incompatible parties are accused, each by an origin other than the party accused instead."""
    if case.incident.scope is Scope.EPISODE:
        return ()
    sides = _sides(case)
    rivals = [
        (one, other)
        for index, one in enumerate(sides)
        for other in sides[index + 1 :]
        if one[0].isdisjoint(other[0])
        and _credible(one, other[0], case)
        and _credible(other, one[0], case)
    ]
    return tuple(sorted({claim for pair in rivals for side in pair for claim in side[1]}))


def independent_and_examined(case: Case) -> tuple[str, ...]:
    """Two or more independent origins report it, and one of them examined evidence."""
    counted = case.independent()
    if len(counted) < case.enough or not any(_examined(one) for one in counted):
        return ()
    firm = any(
        one.claim.stance is Stance.AFFIRMED
        and one.claim.commitment.event is Stance.AFFIRMED
        and one.claim.id in origin.claims
        for origin in counted
        for one in case.said
    )
    return _claims(counted) if firm else ()


def independent(case: Case) -> tuple[str, ...]:
    """Two or more independent origins report it; who did it is inferred."""
    counted = case.independent()
    return _claims(counted) if len(counted) >= case.enough else ()


def one_origin(case: Case) -> tuple[str, ...]:
    """It rests on one independent origin, however often it is repeated."""
    return _claims(case.independent())


def party_alone(case: Case) -> tuple[str, ...]:
    """Only parties to the conflict say so, or say that others do."""
    return _claims(case.supporting())


FUNCTIONS: tuple[Rule, ...] = (
    nothing_said,
    accused_accepts,
    evidence_against,
    rival_attributions,
    independent_and_examined,
    independent,
    one_origin,
    party_alone,
)
"""The rules that a table may name. Their order is the table's: see `grades.yaml`."""

BY_NAME = {one.__name__.replace("_", " "): one for one in FUNCTIONS}


def grade(case: Case) -> tuple[Grade, tuple[Reason, ...]]:
    """Return the grade by the rule table at hand and its reasons, the deciding one first."""
    result, decisive = deciding(case)
    return result, (*([decisive] if decisive else []), *_remarks(case))


def deciding(case: Case) -> tuple[Grade, Reason | None]:
    """Return the grade and the reason that decides it; `None` if no rule speaks."""
    for one in case.knowledge.grading.rules:
        rule = BY_NAME[one.rule]
        carrying = rule(case if one.origins == case.enough else replace(case, enough=one.origins))
        if carrying:
            sentence = (rule.__doc__ or "").strip()
            if rule in (independent, independent_and_examined) and one.origins != USUAL:
                sentence = f"{sentence} This rule table asks for {one.origins}."
            claims = tuple(name for name in carrying if name)
            return one.grade, Reason(one.rule, sentence, claims=claims)
    return Grade.UNASSESSED, None


USUAL = 2
"""Independent origins that the rules' own sentences speak of."""


def _remarks(case: Case) -> tuple[Reason, ...]:
    """What a reader should know beside the deciding rule."""
    origins = case.independent()
    number = len({document for one in case.origins for document in one.documents})
    sentence = _carried(number, origins)
    found = [Reason("origins", sentence, str(number), str(len(origins)), claims=_claims(origins))]
    for one in case.supporting():
        if one.party:
            what = "is" if is_side(one.id, case.knowledge) else "speaks for"
            said = f"{one.label} {what} a party to the conflict, so its word alone is not counted."
            found.append(Reason("party", capital(said), one.label, claims=one.claims))
        elif not case.outside(one):
            said = f"Only a party to the conflict tells what {one.label} says: not counted."
            found.append(Reason("through a party", said, one.label, claims=one.claims))
    accepted = [one for one in case.said if _accepts(one) and not _admits(one, case)]
    if accepted:
        said = "Only the accuser reports an admission, so it does not decide the grade."
        found.append(Reason("reported admission", said, claims=_ids(accepted)))
    return tuple(found)


def _carried(documents: int, origins: Sequence[Origin]) -> str:
    """Say how many documents report it, and who stands behind them."""
    report = f"{counted(documents, 'document')} {'reports' if documents == 1 else 'report'} it"
    if not origins:
        return f"{report}; no independent origin stands behind it."
    stands = "stands" if len(origins) == 1 else "stand"
    names = listed([one.label for one in origins])
    count = counted(len(origins), "independent origin")
    return f"{report}; {count} {stands} behind it: {names}."


def _ids(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(one.claim.id for one in said)


def _claims(origins: Sequence[Origin]) -> tuple[str, ...]:
    return tuple(sorted({claim for one in origins for claim in one.claims}))


def _examined(origin: Origin) -> bool:
    return any(basis in EXAMINED for basis in origin.basis)


def _accepts(said: Said) -> bool:
    """The speaker says of itself, flatly, that it used, fired, ordered or supplied."""
    claim = said.claim
    if claim.kind is not ClaimKind.USE or claim.stance is not Stance.AFFIRMED:
        return False
    if claim.role not in (None, ActorRole.FIRED, ActorRole.ORDERED):
        return False
    itself = bool({one.key for one in said.speakers} & said.accused)
    if not said.attributed:
        return itself
    return (itself or claim.role is ActorRole.ORDERED) and bool(ADMITTING.search(_words(said)))


def _words(said: Said) -> str:
    """Return the words of a claim with those that attribute it."""
    cue = said.claim.attribution.cue
    return f"{cue.quote if cue else ''} {said.claim.passage.quote}"


def _admits(said: Said, case: Case) -> bool:
    """Say whether an acceptance comes from the accused itself, or through no party's hands."""
    if not _accepts(said):
        return False
    carrier = case.evidence.headers[said.document].publisher
    accused = said.accused
    return carrier.key in accused or not is_side(carrier.key, case.knowledge)


Sides = list[tuple[frozenset[str], tuple[str, ...]]]


def _sides(case: Case) -> Sides:
    """Return each set of accused parties with the claims that accuse it, in order."""
    found: dict[frozenset[str], list[str]] = {}
    for one in case.said:
        accused = one.accused
        if one.claim.stance in SUPPORTING and accused:
            found.setdefault(accused, []).append(one.claim.id)
    return [(names, tuple(found[names])) for names in sorted(found, key=sorted)]


def _credible(
    side: tuple[frozenset[str], tuple[str, ...]], rival: frozenset[str], case: Case
) -> bool:
    """A counter-accusation by the rival itself is no more than a denial, unless it examined."""
    return any(
        not set(origin.claims).isdisjoint(side[1]) and (origin.id not in rival or _examined(origin))
        for origin in case.origins
    )
