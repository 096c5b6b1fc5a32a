from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.assess import counterparts, trace, trace_keys
from remnant.model.assessment import Grade
from remnant.model.claim import Basis, ClaimKind, Stance
from remnant.model.lineage import Derivation
from remnant.model.record import DocumentResult
from tests.reports import BARDA, Line, assessed, evidence_from, knowledge, report

STRENGTH = (
    Grade.UNASSESSED,
    Grade.SINGLE_ORIGIN,
    Grade.CONTESTED,
    Grade.PROBABLE,
    Grade.ESTABLISHED,
    Grade.ADMITTED,
)
LONG = (
    "Rockets with cluster munition warheads struck the centre of Barda on the afternoon of 28 "
    "October, when many people were in the streets and at the market. Residents described a "
    "series of explosions over several minutes, and photographs taken the same day show the tail "
    "of a rocket and small cylindrical submunitions lying between parked cars near a hospital."
)


def _line(words: str = "Armenia struck Barda.", **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _hrw() -> DocumentResult:
    return report("Human Rights Watch", "2020-10-30", _line(LONG), title="Cluster Munitions Kill")


def _amnesty(words: str = "Amnesty found it in Barda.") -> DocumentResult:
    return report("Amnesty International", "2020-10-29", _line(words), title="Cruel and reckless")


def test_two_publishers() -> None:
    """Two publishers who each speak in their own voice are two origins."""
    found = assessed(_hrw(), _amnesty()).origins
    assert {origin.label for origin in found} == {"Human Rights Watch", "Amnesty International"}


def test_quotation_adds_no_origin() -> None:
    """A newspaper that attributes it to an organisation adds no origin."""
    paper = report("La Stampa", "2020-11-01", _line("HRW says so.", speakers=("HRW",)))
    found = assessed(_hrw(), paper).origins
    assert [origin.label for origin in found] == ["Human Rights Watch"]
    assert len(found[0].documents) == 2
    assert "La Stampa attributes it to Human Rights Watch." in {
        reason.sentence for reason in found[0].reasons
    }


def test_note_leads_to_its_works() -> None:
    """A claim with a note rests on the works that the note names, not on its author."""
    profile = report(
        "La Stampa",
        "2021-09-15",
        _line(notes=("17",)),
        notes={
            "17": "HRW, “Armenia: Cluster Munitions Kill,” 30 October 2020; and Amnesty "
            "International, “Cruel and reckless,” 29 October 2020"
        },
    )
    labels = {origin.label for origin in assessed(profile).origins}
    assert labels == {"Human Rights Watch", "Amnesty International"}


def test_missing_note() -> None:
    """A claim whose note is missing rests on its author, and the reason says so."""
    profile = report("La Stampa", "2021-09-15", _line(notes=("12",)), missing=("12",))
    (origin,) = assessed(profile).origins
    assert origin.label == "La Stampa"
    assert "note 12 is missing" in origin.reasons[0].sentence


def test_related_organisations() -> None:
    """Organisations that share people count as one origin, with the reason."""
    coalition = report("Cluster Munition Coalition", "2020-10-31", _line("CMC found it too."))
    (origin,) = assessed(_hrw(), coalition).origins
    assert "Cluster Munition Coalition" in origin.label
    assert "counted as one origin" in origin.reasons[0].sentence


def test_office_speaks_as_its_state() -> None:
    """Two offices of one state are one origin, and a party."""
    first = report("Azerbaijan", "2020-10-28", _line("The state says so."))
    second = report("Baku", "2020-10-29", _line("Its capital says so."))
    (origin,) = assessed(first, second).origins
    assert origin.label == "Azerbaijan"
    assert origin.party


def test_unknown_publishers_are_one() -> None:
    """Documents that do not say who published them are never counted twice."""
    first = report("", "2020-10-28", _line("Somebody says so."))
    second = report("", "2020-10-29", _line("Somebody else says so."))
    assert len(assessed(first, second).origins) == 1


def test_an_unknown_publisher_is_called_by_its_title() -> None:
    """A document without a publisher is named by its title, and several say why they are one."""
    first = report("", "2020-10-28", _line("Somebody says so."), title="Ban Policy, in short")
    second = report("", "2020-10-29", _line("Somebody else says so."), title="A digest")
    (origin,) = assessed(first, second).origins
    assert origin.label == "the document “A digest” / the document “Ban Policy, in short”"
    sentences = [reason.sentence for reason in origin.reasons]
    assert sentences[0] == "Documents without a known publisher are counted as one origin."
    assert "The document “A digest” says it in its own voice and names no source." in sentences


def test_a_reason_is_said_once_for_all_its_claims() -> None:
    """Two claims of one publisher have one reason that names both."""
    said = report("Human Rights Watch", "2020-10-30", _line(), _line("Armenia hit Barda."))
    (origin,) = assessed(said).origins
    (reason,) = origin.reasons
    assert reason.sentence == "Human Rights Watch says it in its own voice and names no source."
    assert set(reason.claims) == {one.claim.id for one in said.resolved}


def test_a_copy_of_an_unknown_publisher_rests_on_its_title() -> None:
    """What copies a document without a publisher has that document as its origin."""
    first = report("", "2020-10-28", _line(LONG), title="Ban Policy, in short")
    copy = report("La Stampa", "2020-11-02", _line(LONG))
    (origin,) = assessed(first, copy).origins
    assert origin.label == "the document “Ban Policy, in short”"


def test_near_copy_is_traced() -> None:
    """A document that shares most of its text with an earlier one copies it."""
    copy = report("La Stampa", "2020-11-02", _line(LONG))
    lineage = trace([_hrw().fingerprint, copy.fingerprint], knowledge=knowledge())
    (edge,) = [one for one in lineage.edges if one.kind is Derivation.COPIES]
    assert edge.child == copy.document.id
    assert [origin.label for origin in assessed(_hrw(), copy).origins] == ["Human Rights Watch"]


def test_digest_stands_for_its_work() -> None:
    """A digest of a report and a citation of that report lead to one origin."""
    cited = "Human Rights Watch, “Cluster Munitions Kill,” 30 October 2020"
    digest = report("Reading Room", "2020-11-02", _line("A summary of it."), digest_of=cited)
    paper = report("La Stampa", "2020-11-03", _line("It was so.", notes=("1",)), notes={"1": cited})
    (origin,) = assessed(digest, paper).origins
    assert origin.label == "Human Rights Watch"


def test_named_work_is_the_document() -> None:
    """A note that gives publisher, title and day leads to the document of the dossier."""
    paper = report(
        "La Stampa",
        "2020-11-03",
        _line("It was so.", notes=("1",)),
        notes={"1": "HRW, “Cluster Munitions Kill,” 30 October 2020"},
    )
    source = _hrw()
    lineage = trace([source.fingerprint, paper.fingerprint], knowledge=knowledge())
    cites = [one for one in lineage.edges if one.kind is Derivation.CITES]
    assert [one.parent for one in cites] == [source.document.id]
    assert cites[0].passages[0].quote.startswith("HRW")


def test_what_fits_shares_a_key() -> None:
    """A document and a note that names it share a key, with a day, a month or a title alone."""
    source = _hrw()
    for cited in (
        "HRW, “Cluster Munitions Kill,” 30 October 2020",
        "HRW, “Cluster Munitions Kill,” October 2020",
        "HRW, “Cluster Munitions Kill”",
    ):
        paper = report(
            "La Stampa", "2020-11-03", _line("It was so.", notes=("1",)), notes={"1": cited}
        )
        lineage = trace([source.fingerprint, paper.fingerprint], knowledge=knowledge())
        assert source.document.id in {edge.parent for edge in lineage.edges}
        keys = trace_keys(source.fingerprint, knowledge=knowledge())
        assert counterparts(keys) & {*trace_keys(paper.fingerprint, knowledge=knowledge())}


def test_one_work_named_twice_is_one_node() -> None:
    """Two documents that name the same work of one day name one node."""
    cited = "HRW, “Cluster Munitions Kill,” 30 October 2020"
    papers = [
        report(name, "2020-11-03", _line(f"{name} has it.", notes=("1",)), notes={"1": cited})
        for name in ("La Stampa", "Zerkalo")
    ]
    lineage = trace([one.fingerprint for one in papers], knowledge=knowledge())
    assert len({one.parent for one in lineage.edges if one.kind is Derivation.CITES}) == 1


def test_edges_follow_from_pairs() -> None:
    """Tracing two documents that share a key gives the edges that tracing all gives."""
    results = [_hrw(), _amnesty(), report("La Stampa", "2020-11-02", _line(LONG))]
    prints = [one.fingerprint for one in results]
    whole = set(trace(prints, knowledge=knowledge()).edges)
    pairs = {
        edge
        for first in prints
        for second in prints
        for edge in trace([first, second], knowledge=knowledge()).edges
        if first != second
    }
    assert whole == pairs


def test_evidence_of_a_subset() -> None:
    """Evidence from the documents concerned alone gives the same assessment."""
    other = report("Zerkalo", "2016-05-01", Line("Old news.", general=True))
    whole = evidence_from(_hrw(), _amnesty(), other)
    part = evidence_from(_hrw(), _amnesty())
    assert set(part.said) < set(whole.said)
    assert {key: whole.said[key] for key in part.said} == part.said


_REPEATS = ("copy", "quotation", "translation citing", "second statement", "rewording citing")


def _repeat(kind: str, index: int) -> DocumentResult:
    """Return a document that adds nothing of its own to the report of Human Rights Watch."""
    day = f"2020-11-{index + 1:02d}"
    outlet = ("La Stampa", "Zerkalo", "ArmenPress")[index % 3]
    if kind == "copy":
        return report(outlet, day, _line(LONG))
    if kind == "quotation":
        return report(outlet, day, _line(f"HRW says so, {index}.", speakers=("HRW",)))
    if kind == "rewording citing":
        told = _line(f"It comes from HRW, {index}.", speakers=("HRW",))
        return report(outlet, day, _line(f"It was struck, {index}."), told)
    if kind == "second statement":
        basis = (Basis.REMNANTS,)
        return report("Human Rights Watch", day, _line(f"Again, {index}.", basis=basis))
    return report(
        outlet,
        day,
        _line(f"In other words, {index}.", notes=("1",)),
        notes={"1": "HRW, “Cluster Munitions Kill,” 30 October 2020"},
    )


@given(st.lists(st.sampled_from(_REPEATS), min_size=1, max_size=4), st.booleans())
@settings(deadline=None, max_examples=12)
def test_repeating_never_counts(kinds: list[str], with_amnesty: bool) -> None:  # noqa: FBT001 - drawn
    """Copies, quotations, rewordings and second statements never raise count or grade."""
    base = [_hrw(), *([_amnesty()] if with_amnesty else [])]
    repeats = [_repeat(kind, index) for index, kind in enumerate(kinds) if kind != _REPEATS[3]]
    before, after = assessed(*base), assessed(*base, *repeats)
    assert len(after.origins) <= len(before.origins)
    assert STRENGTH.index(after.grade) <= STRENGTH.index(before.grade)


@given(st.integers(1, 4))
@settings(deadline=None, max_examples=4)
def test_second_statements_are_one_origin(count: int) -> None:
    """However many statements one speaker makes, it is one origin."""
    statements = [_repeat("second statement", index) for index in range(count)]
    found = assessed(_hrw(), *statements)
    assert len(found.origins) == 1
    assert found.grade is Grade.SINGLE_ORIGIN


def test_find_of_another_weapon_does_not_count() -> None:
    """A picture of an unnamed rocket does not make a second origin for a named weapon."""
    picture = report(
        "Zerkalo",
        "2020-10-29",
        _line("A rocket lies in Barda.", kind=ClaimKind.REMNANTS, weapons=("rocket",), dates=()),
        _line(
            "HRW saw M095 in Barda.",
            weapons=("M095",),
            speakers=("HRW",),
            stance=Stance.HEDGED,
        ),
    )
    assert assessed(picture).grade is Grade.SINGLE_ORIGIN


def test_finds_alone_corroborate_by_model() -> None:
    """Where only finds are reported, an unnamed rocket does not corroborate a named model."""
    finds = report(
        "Zerkalo",
        "2020-10-29",
        _line("A rocket lies in Barda.", kind=ClaimKind.REMNANTS, weapons=("rocket",), dates=()),
        _line(
            "HRW saw M095 in Barda.",
            kind=ClaimKind.REMNANTS,
            weapons=("M095",),
            dates=(),
            speakers=("HRW",),
        ),
    )
    assert assessed(finds).grade is Grade.SINGLE_ORIGIN
