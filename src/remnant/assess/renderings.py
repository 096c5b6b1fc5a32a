"""What an answer says and does not say, and how a report of it differs from the words reported."""

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


def rendered(said: Said, party: str, evidence: Evidence) -> str:
    """Say how a report of a denial goes beyond the party's own statement, where that is at hand.

    The report must rest on the statement: by a note, a citation or a quotation. Empty where it
    does not, or where the statement says as much.
    """
    if scope_of(said) not in OUTRIGHT:
        return ""
    works = (evidence.works.get(edge.parent) for edge in evidence.rests.get(said.claim.id, ()))
    sources = {work.document for work in works if work is not None and work.document}
    own = [
        one
        for one in evidence.denials_for((party,))
        if one.document in sources - {said.document} and party in {s.key for s in one.speakers}
    ]
    scopes = tuple(dict.fromkeys(scope_of(one) for one in own))
    if not scopes or any(scope in OUTRIGHT for scope in scopes):
        return ""
    words = listed([f"“{' '.join(one.claim.passage.quote.split())}”" for one in own])
    return (
        f"This report says that it denied {scope_of(said).value}. The statement that it rests on "
        f"says less, and denies {listed([scope.value for scope in scopes])}: {words}."
    )
