"""Sentences on treaties, votes and declared positions."""

import re
from collections.abc import Sequence

from remnant.knowledge import Knowledge
from remnant.model.claim import Ballot, ClaimKind, Membership, Slot, Stance
from remnant.model.value import DateInterval
from remnant.publish.sentences import Draft, Predicate, spoken
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names, parties
from remnant.publish.sentences_words import dates, listed, stop

STATUS: dict[Membership, tuple[str, str, str]] = {
    Membership.PARTY: ("is a State Party to", "be a State Party to", "being a State Party to"),
    Membership.SIGNATORY: ("has signed", "have signed", "having signed"),
    Membership.NON_SIGNATORY: (
        "is a non-signatory to",
        "be a non-signatory to",
        "being a non-signatory to",
    ),
    Membership.NOT_PARTY: ("is not party to", "not be party to", "not being party to"),
    Membership.ACCEDED: ("acceded to", "have acceded to", "having acceded to"),
    Membership.WITHDREW: ("withdrew from", "have withdrawn from", "having withdrawn from"),
    Membership.CANNOT_JOIN: ("cannot join", "be unable to join", "being able to join"),
}
"""A state's standing, in the forms of a predicate."""

_PLURAL = {
    "is a State Party to": "are States Parties to",
    "has signed": "have signed",
    "is a non-signatory to": "are non-signatories to",
    "is not party to": "are not party to",
}
"""Standings of several states, where the verb differs."""

BALLOTS: dict[Ballot, tuple[str, str]] = {
    Ballot.YES: ("voted in favour of", "voting in favour of"),
    Ballot.NO: ("voted against", "voting against"),
    Ballot.ABSTAIN: ("abstained from the vote on", "abstaining from the vote on"),
    Ballot.ABSENT: ("was absent from the vote on", "being absent from the vote on"),
}
"""How a vote is put."""

UNTIL = re.compile(r"\b(?:until|unless|as long as|because|due to)\b.+", re.DOTALL)
"""Words with which a passage gives a condition or a reason."""

ANNUAL = re.compile(r"\b(?:annual|every year|each year|since)\b", re.IGNORECASE)


def treaty_name(item: Said, knowledge: Knowledge) -> str:
    """Return the treaty as printed: `the Convention on Cluster Munitions`."""
    found = item.resolved.references(Slot.TREATY)
    if not found:
        return "the treaty"
    return title_of(found[0].name, knowledge)


def title_of(name: str, knowledge: Knowledge) -> str:
    """Return the common name of a treaty with its article."""
    entries = knowledge.treaties.named(name)
    short = COMMON.get(entries[0].name if entries else name, "")
    title = short or (entries[0].title if entries else name)
    return title if title.lower().startswith("the ") else f"the {title}"


COMMON = {
    "CCM": "Convention on Cluster Munitions",
    "MBT": "Mine Ban Treaty",
    "CCW": "Convention on Certain Conventional Weapons",
}
"""Names by which monitors call the treaties whose full titles nobody prints."""


def standing(item: Said, names: Names, knowledge: Knowledge) -> Predicate | None:
    """Return what a treaty claim says of its states."""
    membership = item.resolved.claim.membership
    if membership is None or not item.resolved.actors:
        return None
    finite, perfect, gerund = STATUS[membership]
    subject = parties([names.actor(one) for one in item.resolved.actors], "and")
    many = len(item.resolved.actors) > 1
    finite = _PLURAL.get(finite, finite) if many else finite
    rest = f"{treaty_name(item, knowledge)} {dates(item.dates)}".strip()
    return Predicate(subject, many=many, finite=finite, perfect=perfect, gerund=gerund, rest=rest)


def standings(items: Sequence[Said], names: Names, knowledge: Knowledge) -> tuple[Draft, ...]:
    """Say each standing once; treaties of the same standing and speakers share a sentence."""
    by_clause: dict[tuple[str, str, str, Stance], list[Said]] = {}
    for item in items:
        found = standing(item, names, knowledge)
        if found is not None:
            key = (found.subject, found.finite, found.rest, item.stance)
            by_clause.setdefault(key, []).append(item)
    return tuple(_joined(rows, names, knowledge) for rows in _alike(by_clause))


def _alike(
    by_clause: dict[tuple[str, str, str, Stance], list[Said]],
) -> list[list[tuple[str, list[Said]]]]:
    groups: dict[tuple[object, ...], list[tuple[str, list[Said]]]] = {}
    for (subject, finite, rest, stance), items in by_clause.items():
        voices = tuple(dict.fromkeys(name for item in items for name in item.speakers))
        groups.setdefault((subject, finite, stance, voices), []).append((rest, items))
    return list(groups.values())


def _joined(rows: list[tuple[str, list[Said]]], names: Names, knowledge: Knowledge) -> Draft:
    items = [item for _, group in rows for item in group]
    first = standing(items[0], names, knowledge)
    assert first is not None  # noqa: S101 - rows hold only claims with a standing
    word = "or" if first.finite.startswith(("is not", "are not")) else "and"
    rest = listed([rest for rest, _ in rows], word)
    predicate = Predicate(
        first.subject, first.many, first.finite, first.perfect, first.gerund, rest
    )
    return spoken(predicate, items)


def vote(item: Said, names: Names, knowledge: Knowledge) -> Predicate | None:
    """Return what a vote claim says."""
    ballot = item.resolved.claim.ballot
    if ballot is None or not item.resolved.actors:
        return None
    finite, gerund = BALLOTS[ballot]
    subject = parties([names.actor(one) for one in item.resolved.actors], "and")
    many = len(item.resolved.actors) > 1
    if many:
        finite = finite.replace("was ", "were ")
    about = item.resolved.references(Slot.TREATY)
    promoting = f" promoting {title_of(about[0].name, knowledge)}" if about else ""
    each = any(one.edtf.endswith("/..") for one in item.dates) or (
        not item.dates and ANNUAL.search(item.words) is not None
    )
    kind = "the annual" if each else "the"
    if each:
        finite = f"{'have' if many else 'has'} {finite}".replace("has was", "has been")
    rest = f"{kind} United Nations General Assembly resolution{promoting} {dates(item.dates)}"
    return Predicate(subject, many, finite, f"have {finite}", gerund, rest.strip())


DECLARES = re.compile(
    r"^(?:condemn|urge|call|welcome|promote|express|support|reject|appeal|warn|demand|ask)"
    r"(?:s|ed|e?d)?\b",
    re.IGNORECASE,
)
"""First words of a passage that goes on from the speaker's name."""


def position(items: Sequence[Said]) -> Draft:
    """Return a declared position in the words of the document, told apart by who quotes whom.

    Args:
        items: Claims that put one position in nearly the same words, the one to print first.
    """
    item = items[0]
    who, day = listed(item.speakers), dates(item.dates) or _dated(item)
    opening = f"{day}, {who}" if day else who
    if item.direct and item.stance is not Stance.DENIED:
        text = f"{opening} said: “{clean(item.words)}”"
        return Draft(stop(text), tuple(items), item.stance, item.speakers)
    teller = item.document.publisher
    if DECLARES.match(item.words):
        text = f"{opening} “{clean(item.words)},” {teller} reports"
    elif teller == who:
        text = f"{opening} said: “{clean(item.words)}”"
    elif set(item.voices) <= set(_holders(item)):
        text = f"{teller} reports, on the position of {who}: “{clean(item.words)}”"
    else:
        text = f"{teller} reports, citing {who}: “{clean(item.words)}”"
    speakers = tuple(dict.fromkeys((*item.speakers, teller)))
    return Draft(stop(text), tuple(items), item.stance, speakers)


def _dated(item: Said) -> str:
    """Return the day of a document in which the speaker itself speaks."""
    published = item.document.published
    own = item.direct and re.fullmatch(r"\d{4}-\d{2}-\d{2}", published)
    return dates([DateInterval(published)]) if own else ""


def _holders(item: Said) -> tuple[str, ...]:
    return tuple(actor.id or actor.name for actor in item.resolved.actors)


def clean(words: str) -> str:
    """Return the words as they go between quotation marks, inner marks made single."""
    text = words.strip().strip(".,;: ").replace("“", "‘").replace("”", "’")
    text = re.sub(r"\"([^\"]*)\"", r"‘\1’", text).replace('"', "")
    return re.sub(r"[.,](’)$", r"\1", text)


def kinds() -> frozenset[ClaimKind]:
    """Return the kinds that the policy section is made from."""
    return frozenset({ClaimKind.TREATY, ClaimKind.VOTE, ClaimKind.POSITION})
