"""Denials tied to the claims they answer, with what exactly they deny.

A general denial answers the accusations made by the time it was said, and those of
the document that sets it against them; it answers none made later.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from remnant.assess.answering import RECENT, accused_keys, reaches, when_of
from remnant.assess.compatibility import compatible
from remnant.assess.evidence import Evidence, Said
from remnant.assess.saying import denied_dates
from remnant.knowledge import Knowledge
from remnant.model.assessment import Denial, DenialScope
from remnant.model.claim import ClaimKind, Stance
from remnant.model.finding import Reason
from remnant.model.incident import Incident
from remnant.model.value import DateInterval
from remnant.model.words import capital, counted, dated, listed

WORDS = (
    (DenialScope.TARGETING, r"\btarget(?:s|ed|ing)?\b[^.]*\b(?:civilian|non-combatant|resident)"),
    (
        DenialScope.EVERYTHING,
        (
            r"\bden(?:y|ies|ied|ying)\b[^.]*\b(?:everything|any wrongdoing|all of (?:it|this|them)"
            r"|(?:all|any|every|each)(?: of the| such)?(?: \w+)? (?:allegation|accusation|charge)"
            r"s?)\b|\bnone of (?:it|this|that) (?:is true|happened|took place)\b"
        ),
    ),
    (DenialScope.ALLEGATIONS, r"\b(?:allegation|accusation|charge|claim|report)s?\b|\breject"),
    (DenialScope.EVIDENCE, r"\bevidence\b|\bproof\b|\bfake\b|\bfabricat|\bstaged\b"),
    (DenialScope.POSSESSION, r"\bpossess|\bstockpil|\bin service\b|\bdoes not have\b|\bhas no\b"),
    (DenialScope.RESPONSIBILITY, r"\bresponsib|\binvolve|\bbehind\b|\brole in\b"),
    (
        DenialScope.USE,
        (
            r"\bus(?:e|es|ed|ing)\b|\bfir(?:ed|ing)\b|\blaunch|\bdropp|\bcarried out\b"
            r"|\battack|\bshell|\bbomb(?:ed|ing|ard)|\bstr(?:ike|iking|uck)\b|\bhit\b"
        ),
    ),
)
"""What is denied, by the words of the denial; the first that occurs decides."""


HOLDINGS = (ClaimKind.POSSESSION, ClaimKind.PRODUCTION, ClaimKind.TRANSFER)
"""Accusations of having, making or passing on a weapon rather than of using it."""

DEEDS = {
    DenialScope.EVERYTHING: "denied everything that it is accused of",
    DenialScope.USE: "denied the use",
    DenialScope.POSSESSION: "denied having the weapons",
    DenialScope.EVIDENCE: "denied that there is evidence",
    DenialScope.TARGETING: "denied targeting civilians",
    DenialScope.RESPONSIBILITY: "denied responsibility",
    DenialScope.ALLEGATIONS: "rejected the allegations",
}
"""What a speaker did who denies, by what is denied."""


def scope_of(said: Said) -> DenialScope:
    """Return what a denial denies, by its own words.

    A denial of possession is one whatever its words. Words for the allegations come
    before words for use: to reject allegations of use is not to say "we did not use".
    """
    if said.claim.kind is ClaimKind.POSSESSION:
        return DenialScope.POSSESSION
    cue = said.claim.attribution.cue
    spans = (cue, said.claim.passage)
    text = " ".join(dict.fromkeys(span.quote for span in spans if span is not None))
    for scope, words in WORDS:
        if re.search(words, text, re.IGNORECASE):
            return scope
    return DenialScope.ALLEGATIONS


def denials(incident: Incident, *, evidence: Evidence, knowledge: Knowledge) -> tuple[Denial, ...]:
    """Return the denials that answer the claims of an incident, in order."""
    accusing = [one for one in evidence.of(incident) if _accuses(one)]
    answering = evidence.denials_for(accused_keys(incident, knowledge=knowledge))
    met = {one.claim.id: _met(one, incident, accusing, evidence, knowledge) for one in answering}
    for one in answering:
        if not met[one.claim.id] and _denies_itself(one, incident, evidence, knowledge):
            met[one.claim.id] = _told_by_others(one, answering, met, evidence)
    return tuple(
        _denial(one, incident, met[one.claim.id], evidence)
        for one in answering
        if met[one.claim.id]
    )


def refutations(
    incident: Incident, *, evidence: Evidence, knowledge: Knowledge
) -> tuple[Said, ...]:
    """Return what others than the accused say against an incident at its own place.

    That nobody was harmed is no denial of the attack.
    """
    return tuple(
        one
        for one in evidence.denials_for(accused_keys(incident, knowledge=knowledge))
        if one.claim.stance is Stance.DENIED
        and one.claim.kind is ClaimKind.USE
        and not {speaker.key for speaker in one.speakers} & one.accused
        and pins(one, incident)
        and _about(one, incident, evidence.day(one))
        and _weapons_fit(one, incident, knowledge)
    )


def denies(said: Said, incident: Incident, *, evidence: Evidence, knowledge: Knowledge) -> bool:
    """Say whether a party denies here, in its own name, something of this incident's kind.

    Its period, place and weapon, where it names any, fit the incident. Which accusations it
    answers is another question; see `answers`.
    """
    return (
        not said.accused.isdisjoint(speaker.key for speaker in said.speakers)
        and _about(said, incident, evidence.day(said))
        and _weapons_fit(said, incident, knowledge)
    )


def answers(denial: Said, accusation: Said, evidence: Evidence) -> bool:
    """Say whether a denial answers an accusation of its matter that was made by then.

    Whoever says that it has no such weapon also says that it did not use it; whoever says that
    it did not use it says nothing on whether it has it. A document that sets a denial against an
    accusation says that the one answers the other.
    """
    scope = scope_of(denial)
    if accusation.claim.kind in HOLDINGS:
        if scope not in (DenialScope.POSSESSION, DenialScope.EVERYTHING):
            return False
    elif accusation.claim.kind is ClaimKind.REMNANTS and scope is DenialScope.TARGETING:
        return False
    together = accusation.document == denial.document
    return together or _made_by(evidence.day(accusation), evidence.day(denial))


def precedes(denial: Said, accusation: Said, evidence: Evidence) -> bool:
    """Say whether a denial was certainly made before the day of an accusation."""
    made, charged = evidence.day(denial), evidence.day(accusation)
    if made is None or charged is None or made.latest is None or charged.earliest is None:
        return False
    return made.latest < charged.earliest


def _accuses(said: Said) -> bool:
    return said.claim.stance not in (Stance.DENIED, Stance.NOT_KNOWN) and bool(said.accused)


def _met(
    said: Said,
    incident: Incident,
    accusing: Sequence[Said],
    evidence: Evidence,
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """Return the accusations of an incident that a denial answers."""
    if not denies(said, incident, evidence=evidence, knowledge=knowledge):
        return ()
    found = (one for one in accusing if one.accused & said.accused and answers(said, one, evidence))
    return tuple(sorted(one.claim.id for one in found))


def _denies_itself(
    said: Said, incident: Incident, evidence: Evidence, knowledge: Knowledge
) -> bool:
    own = not said.attributed and evidence.headers[said.document].publisher.key in said.accused
    return own and denies(said, incident, evidence=evidence, knowledge=knowledge)


def _told_by_others(
    own: Said,
    answering: Sequence[Said],
    met: Mapping[str, tuple[str, ...]],
    evidence: Evidence,
) -> tuple[str, ...]:
    """Return what a party's own words answer, as reports of them of the same day are set to."""
    day = evidence.day(own)
    told = (
        one
        for one in answering
        if day is not None
        and one.attributed
        and one.accused & own.accused
        and evidence.day(one) == day
    )
    return tuple(sorted({claim for one in told for claim in met[one.claim.id]}))


def _denial(
    said: Said, incident: Incident, answered: tuple[str, ...], evidence: Evidence
) -> Denial:
    day = evidence.day(said)
    general = not pins(said, incident)
    names = listed([speaker.name for speaker in said.speakers])
    return Denial(
        claim=said.claim.id,
        speaker=names,
        scope=scope_of(said),
        answers=answered,
        general=general,
        passage=said.claim.passage,
        reason=_reason(said, names, day, _aim(said, answered, evidence, general=general)),
    )


def _aim(said: Said, answered: tuple[str, ...], evidence: Evidence, *, general: bool) -> str:
    """Say what a denial is aimed at, and how the claims that it answers stand to its day."""
    if not general:
        return "of this incident"
    claims = counted(len(answered), "claim")
    if any(precedes(said, evidence.said[one], evidence) for one in answered):
        return f"in general; a later report sets this against {claims}"
    made = "made by then" if evidence.day(said) is not None else "made before it"
    return f"in general; this answers {claims} {made} and none made later"


def _reason(said: Said, names: str, day: DateInterval | None, aim: str) -> Reason:
    scope = scope_of(said)
    what = f"{names} {DEEDS[scope]}"
    if day is not None:
        what = f"{'as reported ' if said.attributed else ''}{dated(day)}, {what}"
    sentence = capital(f"{what}, speaking {aim}.")
    edtf = day.edtf if day else ""
    return Reason("denial", sentence, scope.value, edtf, claims=(said.claim.id,))


def _about(said: Said, incident: Incident, day: DateInterval | None) -> bool:
    """Say whether the denial's period, or the year before it was said, reaches the incident."""
    dates = denied_dates(said.resolved)
    when = when_of(incident)
    if when is None:  # what denies for a stated time does not answer what may be of another
        return not dates and reaches(said.resolved, incident)
    if dates:
        return any(date.overlaps(when) for date in dates) and reaches(said.resolved, incident)
    if day is None or day.latest is None or when.earliest is None:
        return reaches(said.resolved, incident)
    recent = when.latest is None or when.latest >= day.latest - timedelta(days=RECENT)
    return when.earliest <= day.latest and recent and reaches(said.resolved, incident)


def pins(said: Said, incident: Incident) -> bool:
    """Say whether the denial names the incident's own day and a place as small as its own."""
    if said.claim.general:
        return False
    mine = {place.id or place.name for place in said.resolved.places}
    theirs = {place.id or place.name for place in incident.places}
    return bool(mine & theirs) and incident.scope.value == "incident"


def _weapons_fit(said: Said, incident: Incident, knowledge: Knowledge) -> bool:
    mine = [one.id for one in said.resolved.weapons if one.id in knowledge.weapons]
    theirs = [one.id for one in incident.weapons if one.id in knowledge.weapons]
    if not mine or not theirs:
        return True
    return any(compatible(one, other, knowledge) for one in mine for other in theirs)


def _made_by(accused: DateInterval | None, denied: DateInterval | None) -> bool:
    """Say whether an accusation was made by the time of the denial, as far as dates tell."""
    if accused is None or denied is None or accused.earliest is None or denied.latest is None:
        return True
    return accused.earliest <= denied.latest
