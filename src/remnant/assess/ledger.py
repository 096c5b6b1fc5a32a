"""The ledger of each accused party: what it is accused of, what it answered, what it did not.

It is worked out from a record when it is asked for, so that a new document changes nothing in
the assessment of an incident that it does not touch.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from remnant.assess.answering import answer_keys, denial_keys
from remnant.assess.compatibility import compatible
from remnant.assess.concessions import concedes, of_one_matter, response
from remnant.assess.denials import answers, denies, pins, precedes, scope_of
from remnant.assess.evidence import Evidence, Said, evidence_of
from remnant.assess.renderings import OUTRIGHT, meaning, rendered, stated_in
from remnant.assess.saying import denied_dates
from remnant.assess.speakers import is_side, speaker_of_reference
from remnant.knowledge import Knowledge
from remnant.model.claim import ClaimKind, Stance
from remnant.model.incident import Incident
from remnant.model.ledger import Accusation, Answer, Answered, Ledger, Response
from remnant.model.record import DocumentResult, Record

DEEDS = (ClaimKind.USE, ClaimKind.HARM, ClaimKind.REMNANTS)
"""What a party is accused of having done."""

MATTERS = (*DEEDS, ClaimKind.POSSESSION, ClaimKind.PRODUCTION)
"""What a ledger looks at."""

SAYING = (Stance.AFFIRMED, Stance.HEDGED, Stance.OPEN)
"""Stances that accuse: to leave open who did it names whom it may have been."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What ledgers are written from.

    Attributes:
        evidence: The claims that accuse or answer, of the whole record.
        incidents: By number.
        belongs: The numbers of a claim's incidents.
        origins: The name of the origin under which a claim counts.
        knowledge: The reviewed reference data.
    """

    evidence: Evidence
    incidents: Mapping[str, Incident]
    belongs: Mapping[str, tuple[str, ...]]
    origins: Mapping[str, str]
    knowledge: Knowledge


@dataclass(slots=True)
class _Book:
    """A ledger while it is written, all by identifier of the claim.

    Attributes:
        party: The key of the party.
        accusations: The claims that accuse it.
        answers: The claims by which it answers.
        responses: What kind of answer each is.
        given: Per accusation, the answers to it.
        before: Per accusation, denials that were given before it was made: of the same event, or
            set against it by its own document.
        pinned: Denials that name an event of their own.
    """

    party: str
    accusations: dict[str, Said]
    answers: dict[str, Said] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    before: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pinned: set[str] = field(default_factory=set)


def ledgers(record: Record, *, knowledge: Knowledge) -> tuple[Ledger, ...]:
    """Return the ledger of every party that somebody else accuses of a deed, in order of name.

    Documents are read one by one; only claims that accuse or answer are kept.
    """
    case = _case(record, knowledge)
    found = [_ledger(book, case) for book in _books(case)]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.party)))


def _case(record: Record, knowledge: Knowledge) -> _Case:
    results = tuple(_trimmed(record.result(name)) for name in record.documents())
    belongs: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, str] = {}
    incidents = {incident.number: incident for incident in record.incidents()}
    for number, incident in incidents.items():
        for claim in incident.claims:
            belongs[claim].append(number)
        for origin in record.assessment(number).origins:
            for claim in origin.claims:
                origins.setdefault(claim, origin.label)
    return _Case(
        evidence=evidence_of(results, lineage=record.lineage(), knowledge=knowledge),
        incidents=incidents,
        belongs={claim: tuple(numbers) for claim, numbers in belongs.items()},
        origins=origins,
        knowledge=knowledge,
    )


def _trimmed(result: DocumentResult) -> DocumentResult:
    """Return a document without its text, and with the claims alone that a ledger looks at."""
    bare = replace(
        result.document, text="", sections=(), quotations=(), anchors=(), markup=(), issues=()
    )
    kept = tuple(one for one in result.resolved if one.claim.kind in MATTERS and one.actors)
    return replace(result, document=bare, resolved=kept, mentions=())


def _books(case: _Case) -> tuple[_Book, ...]:
    """Return the books of the parties accused of a deed, in order of party."""
    accused: dict[str, dict[str, Said]] = defaultdict(dict)
    conceding: dict[str, list[Said]] = defaultdict(list)
    for one in case.evidence.said.values():
        speakers = {speaker.key for speaker in one.speakers}
        for party in sorted(one.accused):
            if party not in speakers and one.claim.stance in SAYING:
                accused[party][one.claim.id] = one
            elif party in speakers and concedes(one):
                conceding[party].append(one)
    books = []
    for party in sorted(accused):
        if any(one.claim.kind in DEEDS for one in accused[party].values()):
            book = _Book(party, accused[party])
            _enter_denials(book, case)
            _enter_concessions(book, conceding.get(party, ()), case)
            books.append(book)
    return tuple(books)


def _enter_denials(book: _Book, case: _Case) -> None:
    by_key: dict[str, list[Said]] = defaultdict(list)
    loose = _loose(book, case)
    for denial in case.evidence.denials_for((book.party,)):
        if book.party in {speaker.key for speaker in denial.speakers}:
            book.answers[denial.claim.id] = denial
            book.responses[denial.claim.id] = Response.DENIAL
            day = case.evidence.day(denial)
            for key in denial_keys((denial.resolved,), day=day, knowledge=case.knowledge):
                by_key[key].append(denial)
            _answer_alone(denial, loose, book, case)
    for incident, accusations in _charges(book, case):
        reaching = {
            one.claim.id: one
            for key in answer_keys(incident, knowledge=case.knowledge)
            for one in by_key.get(key, ())
        }
        for claim in sorted(reaching):
            _answer_within(reaching[claim], incident, accusations, book, case)


def _charges(book: _Book, case: _Case) -> list[tuple[Incident, tuple[Said, ...]]]:
    """Return the incidents of the accusations with those of each, in order of number."""
    found: dict[str, list[Said]] = defaultdict(list)
    for claim, one in book.accusations.items():
        for number in case.belongs.get(claim, ()):
            found[number].append(one)
    return [(case.incidents[number], tuple(found[number])) for number in sorted(found)]


def _answer_within(
    denial: Said, incident: Incident, accusations: Sequence[Said], book: _Book, case: _Case
) -> None:
    """Enter what a denial answers among the accusations of one incident."""
    if not denies(denial, incident, evidence=case.evidence, knowledge=case.knowledge):
        return
    pinned = pins(denial, incident)
    if pinned:
        book.pinned.add(denial.claim.id)
    for one in accusations:
        answered = answers(denial, one, case.evidence)
        if answered and not precedes(denial, one, case.evidence):
            book.given[one.claim.id].add(denial.claim.id)
        elif answered or pinned:
            book.before[one.claim.id].add(denial.claim.id)


def _loose(book: _Book, case: _Case) -> tuple[Said, ...]:
    """Return the accusations that are of no incident."""
    return tuple(one for claim, one in book.accusations.items() if claim not in case.belongs)


def _answer_alone(denial: Said, loose: Sequence[Said], book: _Book, case: _Case) -> None:
    """Enter what a denial answers among the accusations that are of no incident."""
    times = denied_dates(denial.resolved)
    if denial.resolved.places:
        return
    for one in loose:
        if times and not any(day.overlaps(time) for day in one.resolved.dates for time in times):
            continue
        if answers(denial, one, case.evidence) and _of_one_weapon(denial, one, case):
            earlier = precedes(denial, one, case.evidence)
            (book.before if earlier else book.given)[one.claim.id].add(denial.claim.id)


def _enter_concessions(book: _Book, conceding: Sequence[Said], case: _Case) -> None:
    within = {incident.number: accusations for incident, accusations in _charges(book, case)}
    loose = _loose(book, case)
    for conceded in conceding:
        numbers = case.belongs.get(conceded.claim.id, ())
        near = (one for number in numbers for one in within.get(number, ()))
        far = (one for one in loose if not numbers and _of_one_weapon(conceded, one, case))
        met = [one for one in (*near, *far) if of_one_matter(conceded, one)]
        if not met and conceded.claim.kind not in DEEDS:
            continue  # to say what one holds concedes nothing that nobody alleges
        book.answers[conceded.claim.id] = conceded
        book.responses[conceded.claim.id] = response(conceded, met, case.knowledge)
        for one in met:
            book.given[one.claim.id].add(conceded.claim.id)


def _of_one_weapon(first: Said, second: Said, case: _Case) -> bool:
    catalogue = case.knowledge.weapons
    mine = [one.id for one in first.resolved.weapons if one.id in catalogue]
    theirs = [one.id for one in second.resolved.weapons if one.id in catalogue]
    pairs = ((one, other) for one in mine for other in theirs)
    return not mine or not theirs or any(compatible(*pair, case.knowledge) for pair in pairs)


def _ledger(book: _Book, case: _Case) -> Ledger:
    names = {
        speaker_of_reference(actor, case.knowledge)
        for one in book.accusations.values()
        for actor in one.resolved.actors
    }
    name = next(one.name for one in sorted(names) if one.key == book.party)
    accusations = [_accusation(one, book, case) for one in book.accusations.values()]
    order = {claim: place for place, claim in enumerate(_in_time(book.accusations, case))}
    met: dict[str, list[str]] = defaultdict(list)
    for claim in order:
        for reply in book.given.get(claim, ()):
            met[reply].append(claim)
    denied = [
        one for one in book.answers.values() if book.responses[one.claim.id] is Response.DENIAL
    ]
    return Ledger(
        party=book.party,
        name=name,
        accusations=tuple(sorted(accusations, key=lambda one: order[one.claim])),
        answers=tuple(
            _answer(book.answers[claim], book, tuple(met[claim]), denied, case)
            for claim in _in_time(book.answers, case)
        ),
    )


def _in_time(claims: Mapping[str, Said], case: _Case) -> list[str]:
    """Return the claims in order of the day on which they were said, those without one last."""

    def key(claim: str) -> tuple[str, str, int, str]:
        one = claims[claim]
        day = case.evidence.day(one)
        return (day.edtf if day else "~", one.document, one.claim.passage.start, claim)

    return sorted(claims, key=key)


def _accusation(said: Said, book: _Book, case: _Case) -> Accusation:
    claim = said.claim
    given = book.given.get(claim.id, set())
    before = book.before.get(claim.id, set())
    replies = _in_time({one: book.answers[one] for one in (given or before)}, case)
    others = {
        speaker.name
        for actor in said.resolved.actors
        if (speaker := speaker_of_reference(actor, case.knowledge)).key != book.party
    }
    return Accusation(
        claim=claim.id,
        kind=claim.kind,
        stance=claim.stance,
        accusers=tuple(dict.fromkeys(speaker.name for speaker in said.speakers)),
        origin=case.origins.get(claim.id, ""),
        document=said.document,
        said=case.evidence.day(said),
        beside=tuple(sorted(others)),
        incidents=case.belongs.get(claim.id, ()),
        passage=claim.passage,
        answered=_standing({book.responses[one] for one in given}, before),
        answers=tuple(replies),
    )


def _standing(given: set[Response], before: set[str]) -> Answered:
    for kind, standing in (
        (Response.CONCESSION, Answered.CONCEDED),
        (Response.PARTIAL, Answered.PARTLY_CONCEDED),
        (Response.DENIAL, Answered.DENIED),
    ):
        if kind in given:
            return standing
    return Answered.DENIED_BEFORE if before else Answered.NO_ANSWER


def _answer(
    said: Said, book: _Book, met: tuple[str, ...], denied: Sequence[Said], case: _Case
) -> Answer:
    claim = said.claim
    kind = book.responses[claim.id]
    scope = scope_of(said) if kind is Response.DENIAL else None
    publisher = case.evidence.headers[said.document].publisher
    own = publisher.key == book.party
    told = scope in OUTRIGHT and said.attributed
    own_words = stated_in(said, denied, case.evidence) if told else ()
    return Answer(
        claim=claim.id,
        response=kind,
        scope=scope,
        voice=_voice(said),
        carried_by="" if own else publisher.name,
        hostile=not own and is_side(publisher.key, case.knowledge),
        document=said.document,
        said=case.evidence.day(said),
        general=claim.general or not (claim.id in book.pinned or said.resolved.places),
        passage=claim.passage,
        meaning=meaning(kind, scope, own=own),
        rendered=rendered(said, own_words),
        answers=met,
        by_then=not own
        and case.evidence.day(said) == case.evidence.headers[said.document].published,
    )


def _voice(said: Said) -> str:
    """Return who speaks, in the document's words; what a pronoun refers to."""
    spans = (one.referent or one.span for one in said.claim.attribution.innermost)
    return " and ".join(dict.fromkeys(" ".join(span.quote.split()) for span in spans))
