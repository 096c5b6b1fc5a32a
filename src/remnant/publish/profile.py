"""State profiles in the order of a Monitor ban-policy profile, every sentence from claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remnant.knowledge import ActorKind, Knowledge
from remnant.model.claim import ClaimKind, Stance
from remnant.model.record import Record
from remnant.publish.notes import Notebook
from remnant.publish.profile_check import check_profile
from remnant.publish.profile_doubts import doubtful
from remnant.publish.profile_incident import incident_summary, sentence
from remnant.publish.profile_index import EVENTS, HOLDINGS, ProfileIndex, index_record
from remnant.publish.profile_names import abbreviated
from remnant.publish.profile_policy import Policy, policy, table_drafts
from remnant.publish.profile_use import Paragraph, finds, stocked, used, years
from remnant.publish.profile_values import Profile, ProfileNote, ProfileSection, Sentence
from remnant.publish.sentences import Predicate, merged
from remnant.publish.sentences_claims import STRENGTH, Said, cited, in_order, said
from remnant.publish.sentences_holdings import possession, production, transfer
from remnant.publish.sentences_names import CLUSTER, Names

THEME = "Cluster Munition Ban Policy"

PREFACE = (
    "This profile says what the documents in this record say, and who says so. It gives no "
    "complete account of use: not every reported or alleged attack could be looked into, and "
    "what no document here mentions is not thereby shown not to have happened."
)
"""Printed with every profile."""

RECENT = 3
"""Years before the latest year of use that still have a heading of their own."""

__all__ = [
    "Profile",
    "ProfileNote",
    "ProfileSection",
    "Sentence",
    "incident_summary",
    "profile",
    "profiles",
]


def profiles(
    record: Record, knowledge: Knowledge, *, index: ProfileIndex | None = None
) -> tuple[str, ...]:
    """Return the identifiers of the states and territories that have a profile, in order."""
    known = index or index_record(record, Names(knowledge))
    wanted = {ActorKind.STATE, ActorKind.TERRITORY}
    return tuple(
        actor.id
        for actor in sorted(knowledge.actors, key=lambda actor: actor.id)
        if actor.kind in wanted and (actor.id in known.parties or actor.name in known.parties)
    )


@dataclass(frozen=True, slots=True)
class Material:
    """What a profile is made from: the state's claims, in order, and where they belong."""

    state: str
    items: tuple[Said, ...]
    index: ProfileIndex
    names: Names
    knowledge: Knowledge

    def of(self, *kinds: ClaimKind) -> tuple[Said, ...]:
        """Return the claims of some kinds."""
        return tuple(item for item in self.items if item.resolved.claim.kind in kinds)


def profile(
    record: Record, *, state: str, knowledge: Knowledge, index: ProfileIndex | None = None
) -> Profile:
    """Return what the record says of one state.

    Args:
        record: The record.
        state: Identifier of the actor.
        knowledge: The reviewed reference data.
        index: The index of the record, where several profiles are made.

    Raises:
        KnowledgeError: There is no such actor.
        PublishError: A sentence has no claim behind it, or says more than its claims.
    """
    names = Names(knowledge)
    known = index or index_record(record, names)
    found = gather(record, state, known, names)
    items = tuple(item for item in found if not doubtful(item, names))
    material = Material(state, items, known, names, knowledge)
    stand = policy(state, material.items, names, knowledge)
    holdings, uses = _holdings(material), tuple(_uses(material))
    parts = [
        ("Summary", _summary(stand, holdings, uses)),
        ("Policy", stand.paragraphs),
        ("Production, transfer, and stockpiling", holdings),
        *uses,
    ]
    tables = table_drafts(state, material.items, knowledge)
    sections, notes = _numbered(parts, tables, names)
    actor = names.state(state)
    made = Profile(state, actor.name, THEME, _updated(material.items), PREFACE, sections, notes)
    check_profile(made, record, knowledge=knowledge)
    return made


def gather(record: Record, state: str, index: ProfileIndex, names: Names) -> tuple[Said, ...]:
    """Return the claims that concern a state, by document and passage."""
    actor = names.state(state)
    ground = actor.country if actor.kind is ActorKind.STATE else actor.name
    pairs = [
        *index.parties.get(state, ()),
        *index.parties.get(actor.name, ()),
        *(index.grounds.get(ground, ()) if ground else ()),
    ]
    wanted: dict[str, set[str]] = {}
    for document, claim in pairs:
        wanted.setdefault(document, set()).add(claim)
    items: list[Said] = []
    for document in sorted(wanted):
        result = record.result(document)
        source = cited(result.document, names)
        chosen = [one for one in result.resolved if one.claim.id in wanted[document]]
        items.extend(said(one, source, names) for one in chosen)
    return in_order(items)


def _updated(items: Sequence[Said]) -> str:
    return max((item.document.published for item in items), default="")


def _holdings(material: Material) -> tuple[Paragraph, ...]:
    mine = material.of(*HOLDINGS)
    makers = (
        (ClaimKind.PRODUCTION, production),
        (ClaimKind.POSSESSION, possession),
        (ClaimKind.TRANSFER, transfer),
    )
    paragraphs = []
    for kind, maker in makers:
        rows = [(maker(i, material.names), i) for i in mine if i.resolved.claim.kind is kind]
        found: list[tuple[Predicate, Said]] = [(p, i) for p, i in rows if p is not None]
        paragraphs.append(merged(sorted(found, key=lambda pair: _firmness(pair[1]))))
    stocks = [item for item in material.of(ClaimKind.REMNANTS) if stocked(item)]
    paragraphs.append(finds(stocks, material.names))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _firmness(item: Said) -> tuple[bool, int, bool]:
    """Put what is said of cluster munitions as such first, then findings, then hedged reports."""
    generic = [weapon.name for weapon in item.resolved.weapons] == [CLUSTER]
    return not generic, -STRENGTH.index(item.stance), not item.own


def _uses(material: Material) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    items = tuple(item for item in material.of(*EVENTS) if not stocked(item))
    open_ = [item for item in material.of(ClaimKind.TRANSFER) if item.stance is Stance.OPEN]
    under = years(items, material.index.dates)
    known = sorted({year for year in under.values() if year is not None}, reverse=True)
    recent = [year for year in known if year > known[0] - RECENT]
    for year in recent:
        rows = [item for item in items if under[item.id] == year]
        yield f"Use in {year}", tuple(used(rows, material.state, material.names, supplies=open_))
    older: list[Paragraph] = []
    for past in (year for year in known if year not in recent):
        rows = [item for item in items if under[item.id] == past]
        older.extend(used(rows, material.state, material.names))
    yield "Previous use", tuple(older)
    undated = [item for item in items if under[item.id] is None]
    title = "Use at a time not stated" if known else "Use"
    yield title, tuple(used(undated, material.state, material.names))


def _summary(
    stand: Policy, holdings: Sequence[Paragraph], uses: Sequence[tuple[str, tuple[Paragraph, ...]]]
) -> tuple[Paragraph, ...]:
    """Choose what a reader needs first: standing, holdings, latest use, its denial."""
    first = [p[0] for p in (stand.standing, stand.reasons, stand.votes) if p]
    second = [p[0] for p in holdings if p[0].items[0].resolved.claim.kind in KINDS]
    for _, paragraphs in uses[:1]:
        second.extend(p[0] for p in paragraphs[:1])
        second.extend([p[0] for p in paragraphs if p[0].stance is Stance.DENIED][:1])
    return tuple(tuple(part) for part in (first, second) if part)


KINDS = frozenset({ClaimKind.PRODUCTION, ClaimKind.POSSESSION})
"""Kinds of holdings of which the summary tells the firmest."""


def _numbered(
    parts: Sequence[tuple[str, tuple[Paragraph, ...]]],
    tables: Sequence[tuple[Sentence, str]],
    names: Names,
) -> tuple[tuple[ProfileSection, ...], tuple[ProfileNote, ...]]:
    book = Notebook()
    sections: list[ProfileSection] = []
    shorten = abbreviated([p for _, paragraphs in parts for p in paragraphs], names)
    for title, paragraphs in parts:
        done = [tuple(sentence(next(shorten), book) for _ in one) for one in paragraphs]
        if title == "Policy" and tables:
            done.append(tuple(_table(one, note, book) for one, note in tables))
        if done:
            sections.append(ProfileSection(title, tuple(done)))
    return tuple(sections), book.notes


def _table(sentence: Sentence, note: str, book: Notebook) -> Sentence:
    numbers = book.cite_table(note, sentence.table)
    return Sentence(sentence.text, (), numbers, sentence.stance, (), "", sentence.table)
