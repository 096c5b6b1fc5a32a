from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.assess import counterparts, fingerprint, trace, trace_keys
from remnant.assess.clusters import weight_of
from remnant.assess.evidence import evidence_of
from remnant.assess.origins import origins
from remnant.model.claim import Attribution, ClaimKind, Slot
from remnant.model.decision import Decision, Judgement
from remnant.model.document import Quotation
from remnant.model.lineage import Derivation, Derives, Fingerprint, Lineage
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Quantity, ReferenceKind
from tests.factory import (
    make_claim,
    make_document,
    make_mention,
    make_metadata,
    make_resolution,
)
from tests.reports import BARDA, Line, assessed, incidents_of, knowledge, reference, report

LONG = (
    "Rockets with cluster munition warheads struck the centre of Barda on the afternoon of 28 "
    "October, when many people were in the streets and at the market. Residents described a "
    "series of explosions over several minutes, and photographs taken the same day show the tail "
    "of a rocket and small cylindrical submunitions lying between parked cars near a hospital."
)
QUOTED = "“We saw the rockets fall on the market and there was nothing left of it at all,” he said."


def _line(words: str = "Armenia struck Barda.", **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _traced(*reports: DocumentResult, decisions: tuple[Decision, ...] = ()) -> Lineage:
    prints = [one.fingerprint for one in reports]
    return trace(prints, knowledge=knowledge(), decisions=decisions)


def _edges(lineage: Lineage, kind: Derivation) -> list[Derives]:
    return [one for one in lineage.edges if one.kind is kind]


def _decision(
    judgement: Judgement, child: DocumentResult, parent: str, note: str = "Read both."
) -> Decision:
    at = "2021-01-01T00:00:00Z"
    return Decision("j-1", child.document.id, parent, judgement, "EK", at, note)


def _labels(reports: tuple[DocumentResult, ...], lineage: Lineage) -> list[str]:
    evidence = evidence_of(reports, lineage=lineage, knowledge=knowledge())
    (incident,) = incidents_of(*reports)
    return [one.label for one in origins(incident, evidence=evidence, knowledge=knowledge())]


HRW = report("Human Rights Watch", "2020-10-30", _line(LONG), title="Cluster Munitions Kill")
COPY = report("La Stampa", "2020-11-02", _line(LONG))
AMNESTY = report("Amnesty International", "2020-10-29", _line("Amnesty found it in Barda."))


def test_a_copy_shows_the_sentences_in_common() -> None:
    """The edge of a near-copy carries the sentences that both have, of either document."""
    (edge,) = _edges(_traced(HRW, COPY), Derivation.COPIES)
    assert {one.document for one in edge.passages} == {HRW.document.id, COPY.document.id}
    assert any("Residents described" in one.quote for one in edge.passages)


def test_n_copies_have_less_than_n_edges() -> None:
    """Each of twelve copies leads to the oldest text alone."""
    copies = [report(f"Paper {n}", f"2020-11-{n + 1:02d}", _line(LONG)) for n in range(12)]
    edges = _edges(_traced(HRW, *copies), Derivation.COPIES)
    assert len(edges) == 12
    assert {one.parent for one in edges} == {HRW.document.id}


def _quoting(publisher: str, published: str, lead: str) -> Fingerprint:
    text = f"{lead}\n\n{QUOTED}"
    bare = make_document(text, metadata=make_metadata(publisher=publisher, published=published))
    start = text.index("“")
    quotation = Quotation(start, text.index("”") + 1)
    return fingerprint(replace(bare, quotations=(quotation,)), (), knowledge=knowledge())


def test_a_restated_release() -> None:
    """Two papers with the same longer quotation restate one statement; both passages show it."""
    first = _quoting(
        "La Stampa", "2020-10-29", "A market was hit. " * 2 + " ".join(f"one{n}" for n in range(40))
    )
    second = _quoting(
        "Zerkalo", "2020-10-30", "There was an attack. " + " ".join(f"two{n}" for n in range(40))
    )
    lineage = trace([first, second], knowledge=knowledge())
    (edge,) = _edges(lineage, Derivation.RESTATES)
    assert (edge.child, edge.parent) == (second.work.id, first.work.id)
    assert len(edge.passages) == 2
    assert all("nothing left of it at all" in one.quote for one in edge.passages)


def test_a_link_leads_to_the_page_when_it_is_added() -> None:
    """A link names a page; once a document of that address is there, it is that document."""
    page = "https://www.hrw.org/news/2020/10/30/barda?utm=1"
    text = f"As [Human Rights Watch found]({page}), Barda was struck by rockets."
    paper = make_document(text, metadata=make_metadata(publisher="La Stampa"))
    citing = fingerprint(paper, (), knowledge=knowledge())
    (edge,) = trace([citing], knowledge=knowledge()).edges
    assert edge.kind is Derivation.CITES
    assert edge.reason.sentence == "A link leads to a page of Human Rights Watch."
    source = make_document(
        "It was so.",
        metadata=make_metadata(publisher="HRW", address="http://hrw.org/news/2020/10/30/barda"),
    )
    found = fingerprint(source, (), knowledge=knowledge())
    (resolved,) = trace([citing, found], knowledge=knowledge()).edges
    assert resolved.parent == source.id
    shared = counterparts(trace_keys(citing, knowledge=knowledge()))
    assert not shared.isdisjoint(trace_keys(found, knowledge=knowledge()))


def test_an_odd_figure_in_common() -> None:
    """A number that is not round, in the claims of two papers, points to one source."""
    words = "They found 217 bomblets there."
    first = report("La Stampa", "2020-10-29", _line(words, kind=ClaimKind.REMNANTS))
    second = report("Zerkalo", "2020-10-30", _line(f"Later: {words}", kind=ClaimKind.REMNANTS))
    (edge,) = _edges(_traced(first, second), Derivation.SHARES)
    assert edge.child == second.document.id
    assert {one.quote for one in edge.passages} == {"217 bomblets"}
    assert "only if a reviewer confirms it" in edge.reason.sentence
    round_number = report("Etilaf", "2020-10-31", _line("They found 200 bomblets there."))
    assert not _edges(_traced(first, round_number), Derivation.SHARES)


def test_a_hint_counts_once_it_is_confirmed() -> None:
    """An odd figure in common leaves two origins; confirmed by a person, one."""
    words = "They found 217 bomblets there."
    first = report("La Stampa", "2020-10-29", _line(words))
    second = report("Zerkalo", "2020-10-30", _line(f"Later: {words}"))
    both = (first, second)
    assert len(_labels(both, _traced(*both))) == 2
    confirmed = _decision(Judgement.CONFIRM, second, first.document.id)
    assert _labels(both, _traced(*both, decisions=(confirmed,))) == ["La Stampa"]


def test_a_cut_edge_stays_and_counts_nowhere() -> None:
    """A copy whose edge a person cut is an origin again; the edge is kept with who cut it."""
    both = (HRW, COPY)
    cut = _traced(*both, decisions=(_decision(Judgement.CUT, COPY, HRW.document.id),))
    (edge,) = _edges(cut, Derivation.COPIES)
    assert edge.cut
    assert edge.decision == "j-1"
    assert edge.reason.sentence.startswith("EK decided on 1 January 2021: it does not rest on it.")
    assert len(_labels(both, cut)) == 2
    assert _labels(both, _traced(*both)) == ["Human Rights Watch"]


def test_an_added_edge() -> None:
    """A person may say that one document rests on another where no word shows it."""
    both = (HRW, AMNESTY)
    added = _traced(*both, decisions=(_decision(Judgement.ADD, AMNESTY, HRW.document.id),))
    (edge,) = _edges(added, Derivation.REPEATS)
    assert (edge.child, edge.parent, edge.score) == (AMNESTY.document.id, HRW.document.id, 1.0)
    assert _labels(both, added) == ["Human Rights Watch"]


def test_a_decision_on_an_absent_work_waits() -> None:
    """A decision that names a work that is not there changes nothing."""
    decision = _decision(Judgement.ADD, AMNESTY, "d-gone")
    assert _traced(HRW, AMNESTY, decisions=(decision,)) == _traced(HRW, AMNESTY)


def test_a_nested_chain_is_one_origin() -> None:
    """A paper that quotes a site which rests on an office leads to the office alone."""
    office = "Armenian Unified Infocenter"
    site = report("SouthFront", "2020-10-03", _line("It was hit.", speakers=(office,)))
    paper = report("Global Research", "2020-10-26", _line("Hit hard.", speakers=("SouthFront",)))
    found = assessed(site, paper).origins
    assert len(found) == 1
    assert "SouthFront" not in found[0].label


def test_an_agency_text_rests_on_the_agency() -> None:
    """Two papers that carry an agency's dateline have the agency as their one origin."""
    first = report("La Stampa", "2020-10-29", _line("BARDA (AFP) – Rockets fell on it."))
    second = report("Zerkalo", "2020-10-30", _line("BAKU (AFP) – Barda was hit by rockets."))
    assert [one.label for one in assessed(first, second).origins] == ["Agence France-Presse"]


def test_copies_with_different_credits_are_one_account() -> None:
    """A copy that carries an agency's credit makes the text it copies no second origin."""
    bare = report("La Stampa", "2020-10-29", _line(LONG))
    credited = report("Zerkalo", "2020-10-30", _line(LONG), _line("h/t: The Hill"))
    (origin,) = assessed(bare, credited).origins
    assert "One text leads to" in origin.reasons[0].sentence


def test_related_organisations_count_as_a_fraction() -> None:
    """Two related organisations weigh one and a half, and never two however many they are."""
    coalition = report("Cluster Munition Coalition", "2020-10-31", _line("CMC found it too."))
    (origin,) = assessed(HRW, coalition).origins
    assert origin.weight == 1.5
    assert "count as 1.5, which is less than two" in " ".join(
        one.sentence for one in origin.reasons
    )
    assert all(weight_of(voices) < 2.0 for voices in range(1, 40))


def _variants() -> dict[str, DocumentResult]:
    return {
        "copy": report("Paper A", "2020-11-02", _line(LONG)),
        "copy with a credit": report("Paper B", "2020-11-03", _line(LONG), _line("h/t: Paper A")),
        "rewording that cites": report(
            "Paper C", "2020-11-04", _line("Barda was hit.", speakers=("Human Rights Watch",))
        ),
        "translation": report(
            "Paper D",
            "2020-11-05",
            _line("Barda a été frappée.", notes=("1",)),
            notes={"1": "HRW, “Cluster Munitions Kill,” 30 October 2020"},
        ),
        "second statement": report("HRW", "2020-12-11", _line("We say it again of Barda.")),
        "with a toll": report(
            "HRW", "2020-12-12", _line("Five died.", kind=ClaimKind.HARM, killed=Quantity(5, 5))
        ),
    }


@settings(deadline=None, max_examples=30)
@given(st.sets(st.sampled_from(sorted(_variants()))))
def test_repeating_never_raises_the_count(names: set[str]) -> None:
    """Copies, a translation, a rewording that cites and second statements add no origin."""
    variants = _variants()
    found = assessed(HRW, *(variants[name] for name in sorted(names)))
    assert sum(not one.party for one in found.origins) == 1
    assert sum(one.weight for one in found.origins) == 1.0
    assert all(one.weight <= 1.0 for one in found.facts)


def test_unnamed_sources_count_with_who_tells_of_them() -> None:
    """Researchers and residents whom nobody names are no origin beside the one who quotes them."""
    quoting = report(
        "HRW",
        "2020-10-30",
        _line("We saw it."),
        _line("It was so.", speakers=("residents",)),
        _line("It was Barda.", speakers=("researchers",)),
    )
    (origin,) = assessed(quoting).origins
    assert origin.label == "Human Rights Watch"
    assert any("Nobody is named" in one.sentence for one in origin.reasons)


def test_notes_that_name_one_work_are_told_together() -> None:
    """Two notes that cite one statement are one edge, and its reason names both."""
    cited = "Statement of Azerbaijan, Second Review Conference, Geneva, 25 November 2020."
    profile = report(
        "Landmine and Cluster Munition Monitor",
        "2021-09-15",
        Line("Azerbaijan struck Barda.", places=(BARDA,), notes=("15",)),
        Line("Azerbaijan struck Barda again.", places=(BARDA,), notes=("2",)),
        notes={"2": cited, "15": f"See {cited}"},
    )
    (edge,) = _edges(_traced(profile), Derivation.CITES)
    assert edge.reason.sentence == "Notes 2 and 15 name Azerbaijan, 25 November 2020."
    assert edge.reason.left == "notes 2, 15"
    assert len(edge.claims) == 2


def test_nobody_hands_on_their_own_words() -> None:
    """A body named as the source of its own statement is quoted, and hands nothing on."""
    text = "Azerbaijan struck Barda, Amnesty said in a report, the group said."
    document = make_document(text, metadata=make_metadata(publisher="Middle East Eye"))
    outer = make_mention(document, Slot.SPEAKER, "Amnesty")
    inner = make_mention(document, Slot.SPEAKER, "the group")
    claim = replace(
        make_claim(document, text, mentions=(outer, inner)),
        attribution=Attribution(((outer,), (inner,))),
    )
    amnesty = reference(ReferenceKind.ACTOR, "Amnesty International")
    resolved = ResolvedClaim(
        claim, tuple(make_resolution(claim, one, amnesty) for one in (outer, inner))
    )
    found = fingerprint(document, (resolved,), knowledge=knowledge())
    assert [one.reason.sentence for one in found.named] == [
        "The words are attributed to Amnesty International."
    ]
