"""Four documents with their claims, made by hand for the tests of the site."""

from remnant.model.claim import Basis, Claim, ClaimKind, Commitment, Slot, Stance
from remnant.model.document import Document, Note, Section, SectionKind
from remnant.model.finding import Issue, Severity
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim, Value
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference
from remnant.model.value import ReferenceKind as Kind
from tests.factory import (
    CLUSTER_MUNITION,
    HRW,
    make_capture,
    make_claim,
    make_document,
    make_fingerprint,
    make_mention,
    make_metadata,
    make_resolved,
)

ARMENIA = Reference(Kind.ACTOR, "Armenia", "armenia")
SMERCH = Reference(Kind.WEAPON, "Smerch", "smerch")
BARDA = Location("Barda", "geonames:587057", "AZ", "", 40.3758, 47.1262, GeoPrecision.EXACT)
TARTAR = Location("Tartar", "geonames:584871", "AZ", "", 40.342, 46.9316, GeoPrecision.DISTRICT)

REPORT = (
    "Cluster munitions hit Barda\n\n"
    "On 28 October 2020, Smerch rockets with cluster munitions struck Barda. Researchers "
    "examined remnants at the site. Armenian forces likely fired or supplied them.[1]\n\n"
    "At least 21 people were killed and 70 injured, officials said.[2]\n\n"
    "For questions write to press@example.org or call +44 20 7946 0123.\n\n"
    "[1] Interview with a clearance operator, Barda, 30 October 2020."
)

NEWS = (
    "Rights group says cluster munitions used in Barda\n\n"
    "Human Rights Watch says Smerch rockets struck Barda on 28 October 2020 and appear to have "
    "been fired by Armenian forces.\n\n"
    'Armenia rejects the allegation: "We have never used cluster munitions."'
)

OFFICE = (
    "Statement of the Prosecutor General\n\n"
    "On 28 October 2020 Armenian forces shelled Barda with cluster munitions, killing 14 people."
    "\n\nIn Tartar district a cluster munition fell on 24 October 2020.\n\n"
    "Over the war 94 civilians were killed by Armenian shelling."
)

HOSTILE = (
    "<script>alert(1)</script> ]]> {{ 7*7 }} {% raw %}\n\n"
    "Smerch rockets hit Barda \u202egnorw\u202c <img src=x onerror=alert(2)> on 28 October 2020."
    "\u2028Next \u0007 line & done."
)


def _resolved(claim: Claim, meant: dict[Slot, Value]) -> ResolvedClaim:
    return make_resolved(claim, meant)


def _result(document: Document, resolved: tuple[ResolvedClaim, ...]) -> DocumentResult:
    return DocumentResult(document, resolved, (), make_fingerprint(document))


def _use(document: Document, words: str, **slots: str) -> Claim:
    mentions = [make_mention(document, Slot(slot), text) for slot, text in slots.items()]
    return make_claim(document, words, mentions=mentions)


def report() -> DocumentResult:
    """Return a report with notes, one of them missing, and contact details."""
    text = REPORT
    heading = Section(SectionKind.HEADING, 0, text.index("\n"), level=1)
    note = text.index("[1] Interview")
    plain = make_document(text).sections[1:]
    sections = (heading, *plain[:-1], Section(SectionKind.NOTE, note, len(text)))
    first, second = text.index("[1]"), text.index("[2]")
    document = Document(
        id="d-report",
        capture=make_capture(text.encode(), origin="report.txt"),
        text=text,
        metadata=make_metadata(
            title="Cluster munitions hit Barda",
            publisher="Human Rights Watch",
            published="2020-10-30",
            kind="NGO report",
            address="https://www.example.org/barda",
        ),
        sections=sections,
        notes=(
            Note("1", note + 4, len(text), ((first, first + 3),)),
            Note("2", None, None, ((second, second + 3),)),
        ),
        issues=(Issue("note-missing", "Note 2 is used but its text is missing.", start=second),),
        reader="text 1",
    )
    use = _use(
        document,
        "On 28 October 2020, Smerch rockets with cluster munitions struck Barda",
        date="28 October 2020",
        weapon="Smerch",
    )
    place = make_mention(document, Slot.PLACE, "Barda", nth=1)
    actor = make_mention(document, Slot.ACTOR, "Armenian forces")
    use = make_claim(
        document,
        "On 28 October 2020, Smerch rockets with cluster munitions struck Barda. Researchers "
        "examined remnants at the site. Armenian forces likely fired or supplied them.[1]",
        stance=Stance.HEDGED,
        mentions=(*use.mentions, place, actor),
    )
    use = _with(use, Commitment(attribution=Stance.HEDGED), (Basis.REMNANTS,), ("1",))
    remnants = make_claim(
        document, "Researchers examined remnants at the site", kind=ClaimKind.REMNANTS
    )
    harm = make_claim(
        document,
        "At least 21 people were killed and 70 injured",
        kind=ClaimKind.HARM,
        stance=Stance.HEDGED,
        mentions=(
            make_mention(document, Slot.KILLED, "At least 21"),
            make_mention(document, Slot.INJURED, "70"),
        ),
        speakers=(make_mention(document, Slot.SPEAKER, "officials"),),
    )
    meant: dict[Slot, Value] = {
        Slot.DATE: DateInterval("2020-10-28"),
        Slot.WEAPON: SMERCH,
        Slot.PLACE: BARDA,
        Slot.ACTOR: ARMENIA,
        Slot.KILLED: Quantity(21, None),
        Slot.INJURED: Quantity(70, 70),
    }
    return _result(document, tuple(_resolved(one, meant) for one in (use, remnants, harm)))


def _with(
    claim: Claim, commitment: Commitment, basis: tuple[Basis, ...], notes: tuple[str, ...]
) -> Claim:
    return Claim(
        id=claim.id,
        kind=claim.kind,
        passage=claim.passage,
        stance=claim.stance,
        commitment=commitment,
        attribution=claim.attribution,
        mentions=claim.mentions,
        notes=notes,
        basis=basis,
        extractor="grammar 1",
    )


def news() -> DocumentResult:
    """Return a news article that repeats the report, with a denial."""
    document = Document(
        id="d-news",
        capture=make_capture(NEWS.encode(), origin="news.html", captured="2020-11-02T08:00:00Z"),
        text=NEWS,
        metadata=make_metadata(
            title="Rights group says cluster munitions used in Barda",
            publisher="Daily News",
            published="2020-10-31",
            kind="news article",
        ),
        sections=make_document(NEWS).sections,
    )
    use = make_claim(
        document,
        "Smerch rockets struck Barda on 28 October 2020 and appear to have been fired by "
        "Armenian forces",
        stance=Stance.HEDGED,
        mentions=(
            make_mention(document, Slot.WEAPON, "Smerch"),
            make_mention(document, Slot.PLACE, "Barda", nth=1),
            make_mention(document, Slot.DATE, "28 October 2020"),
            make_mention(document, Slot.ACTOR, "Armenian forces"),
        ),
        speakers=(make_mention(document, Slot.SPEAKER, "Human Rights Watch"),),
    )
    denial = make_claim(
        document,
        "We have never used cluster munitions.",
        stance=Stance.DENIED,
        mentions=(make_mention(document, Slot.WEAPON, "cluster munitions", nth=1),),
        speakers=(make_mention(document, Slot.SPEAKER, "Armenia", nth=1),),
    )
    meant: dict[Slot, Value] = {
        Slot.WEAPON: SMERCH,
        Slot.PLACE: BARDA,
        Slot.DATE: DateInterval("2020-10-28"),
        Slot.ACTOR: ARMENIA,
        Slot.SPEAKER: HRW,
    }
    denied: dict[Slot, Value] = {Slot.WEAPON: CLUSTER_MUNITION, Slot.SPEAKER: ARMENIA}
    return _result(document, (_resolved(use, meant), _resolved(denial, denied)))


def office() -> DocumentResult:
    """Return a statement of a party, with a figure of its own and a total."""
    document = Document(
        id="d-office",
        capture=make_capture(OFFICE.encode(), origin="office.txt"),
        text=OFFICE,
        metadata=make_metadata(publisher="Prosecutor General", published="2020-10-28"),
        sections=make_document(OFFICE).sections,
    )
    use = make_claim(
        document,
        "On 28 October 2020 Armenian forces shelled Barda with cluster munitions, killing 14 "
        "people",
        mentions=(
            make_mention(document, Slot.DATE, "28 October 2020"),
            make_mention(document, Slot.ACTOR, "Armenian forces"),
            make_mention(document, Slot.PLACE, "Barda"),
            make_mention(document, Slot.WEAPON, "cluster munitions"),
            make_mention(document, Slot.KILLED, "14"),
        ),
    )
    tartar = make_claim(
        document,
        "In Tartar district a cluster munition fell on 24 October 2020",
        mentions=(
            make_mention(document, Slot.PLACE, "Tartar district"),
            make_mention(document, Slot.WEAPON, "cluster munition", nth=1),
            make_mention(document, Slot.DATE, "24 October 2020"),
        ),
    )
    total = make_claim(
        document,
        "Over the war 94 civilians were killed by Armenian shelling.",
        kind=ClaimKind.HARM,
        general=True,
        mentions=(make_mention(document, Slot.KILLED, "94"),),
    )
    meant: dict[Slot, Value] = {
        Slot.DATE: DateInterval("2020-10-28"),
        Slot.ACTOR: ARMENIA,
        Slot.PLACE: BARDA,
        Slot.WEAPON: CLUSTER_MUNITION,
        Slot.KILLED: Quantity(14, 14),
    }
    there: dict[Slot, Value] = {
        Slot.PLACE: TARTAR,
        Slot.WEAPON: CLUSTER_MUNITION,
        Slot.DATE: DateInterval("2020-10-24"),
    }
    overall: dict[Slot, Value] = {Slot.KILLED: Quantity(94, 94)}
    return _result(
        document, (_resolved(use, meant), _resolved(tartar, there), _resolved(total, overall))
    )


def hostile() -> DocumentResult:
    """Return a document whose text and metadata try to break a page."""
    document = Document(
        id="d-hostile",
        capture=make_capture(HOSTILE.encode(), origin="<b>hostile</b>.txt"),
        text=HOSTILE,
        metadata=make_metadata(
            title="</title><script>alert(3)</script> {{ 7*7 }}",
            publisher='"><img src=x onerror=alert(4)>',
            address="javascript:alert(5)",
        ),
        sections=make_document(HOSTILE).sections,
        issues=(Issue("odd", "<script>alert(6)</script>", Severity.NOTICE),),
    )
    use = make_claim(
        document,
        HOSTILE[HOSTILE.index("Smerch") : HOSTILE.index("\u2028")],
        mentions=(
            make_mention(document, Slot.WEAPON, "Smerch"),
            make_mention(document, Slot.PLACE, "Barda"),
            make_mention(document, Slot.DATE, "28 October 2020"),
        ),
    )
    meant: dict[Slot, Value] = {
        Slot.WEAPON: SMERCH,
        Slot.PLACE: BARDA,
        Slot.DATE: DateInterval("2020-10-28"),
    }
    return _result(document, (_resolved(use, meant),))
