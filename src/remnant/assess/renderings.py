"""What an answer says and does not say, and how a report of it differs from the words reported."""

from collections.abc import Sequence

from remnant.assess.denials import scope_of
from remnant.assess.evidence import Evidence, Said
from remnant.model.assessment import DenialScope
from remnant.model.ledger import Response
from remnant.model.words import listed

DENIED = {
    DenialScope.USE: "It says that it did not do it.",
    DenialScope.POSSESSION: "It says that it does not have the weapons.",
    DenialScope.EVIDENCE: (
        "It says that there is no evidence, or that the evidence is false; not that it did not "
        "do it."
    ),
    DenialScope.TARGETING: "It says that it did not target civilians; not that it did not fire.",
    DenialScope.RESPONSIBILITY: "It says that it is not responsible.",
    DenialScope.ALLEGATIONS: (
        "It rejects what is alleged; it does not say in so many words that it did not do it."
    ),
    DenialScope.EVERYTHING: "It denies all that it is accused of.",
}
"""What the words of a denial say, by its scope."""

CONCEDED = {
    Response.CONCESSION: "It accepts it.",
    Response.PARTIAL: "It accepts an attack, but not the weapon or the target that is alleged.",
}

RETOLD = " The words are those of whoever reports it."

OUTRIGHT = (
    DenialScope.USE,
    DenialScope.POSSESSION,
    DenialScope.RESPONSIBILITY,
    DenialScope.EVERYTHING,
)
"""Scopes that say that the party did not do it, or could not have."""


def meaning(response: Response, scope: DenialScope | None, *, own: bool) -> str:
    """Return what an answer says, and what it leaves unsaid, in a sentence."""
    said = CONCEDED[response] if scope is None else DENIED[scope]
    return said if own else said + RETOLD


def stated_in(said: Said, denials: Sequence[Said], evidence: Evidence) -> tuple[Said, ...]:
    """Return the denials, among those of one party, in the statements that a report rests on.

    The report must rest on the statement by a note, a citation or a quotation.
    """
    works = (evidence.works.get(edge.parent) for edge in evidence.rests.get(said.claim.id, ()))
    sources = {work.document for work in works if work is not None} - {"", said.document}
    return tuple(one for one in denials if one.document in sources)


def rendered(said: Said, own: Sequence[Said]) -> str:
    """Say how a report of a denial goes beyond the party's own statement; empty if it does not."""
    scopes = tuple(dict.fromkeys(scope_of(one) for one in own))
    if scope_of(said) not in OUTRIGHT or not scopes:
        return ""
    if any(scope in OUTRIGHT for scope in scopes):
        return ""
    words = listed([f"“{' '.join(one.claim.passage.quote.split())}”" for one in own])
    return (
        f"This report says that it denied {scope_of(said).value}. The statement that it rests on "
        f"says less, and denies {listed([scope.value for scope in scopes])}: {words}."
    )
