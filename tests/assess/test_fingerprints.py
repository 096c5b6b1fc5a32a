from dataclasses import replace

from remnant.model.claim import Basis, Claim
from remnant.model.lineage import Derivation, Named
from remnant.model.record import DocumentResult
from remnant.model.source import Metadata, Original, Provenance, Stated
from remnant.pipeline import process
from tests.factory import make_capture
from tests.reports import knowledge

NOTED = """Shells struck Barda city on 28 October 2020, killing at least 21 civilians.[1]

Both deny it.[2]

[1] HRW, “Armenia: Cluster Munitions Kill Civilians in Azerbaijan,” 30 October 2020; and Amnesty \
International, “First confirmed use of cluster munitions by Armenia,” 29 October 2020

[2] The article stated that Armenia “does not possess cluster munitions.” “Armenia rejects \
claims,” ArmenPress, 6 November 2020.
"""


def _read(text: str, publisher: str = "Daily Courier") -> DocumentResult:
    content = text.encode()
    given = Metadata(publisher=Stated(publisher, Provenance.GIVEN))
    capture = replace(make_capture(content), given=given)
    return process(Original(capture, content), knowledge=knowledge())


def _named(result: DocumentResult, publisher: str) -> list[Named]:
    return [one for one in result.fingerprint.named if one.work.publisher == publisher]


def _claims(result: DocumentResult) -> list[Claim]:
    return [one.claim for one in result.resolved]


def test_each_work_of_a_note_is_cited_alike() -> None:
    """Two works of one note are two edges of one kind, each with its own title and day."""
    result = _read(NOTED)
    (watch,), (amnesty,) = _named(result, "human-rights-watch"), _named(result, "amnesty")
    assert watch.kind is amnesty.kind is Derivation.CITES
    assert (watch.work.date and watch.work.date.edtf) == "2020-10-30"
    assert (amnesty.work.date and amnesty.work.date.edtf) == "2020-10-29"
    toll = next(one.id for one in _claims(result) if "at least 21" in one.passage.quote)
    assert toll in watch.claims
    assert toll in amnesty.claims


def test_a_title_says_what_it_says_itself() -> None:
    """What the title of a work says has no day of its neighbour, and ends with the title."""
    result = _read(NOTED)
    title = next(one for one in _claims(result) if "First confirmed" in one.passage.quote)
    assert not any("2020" in one.span.quote for one in title.mentions)
    kill = next(one for one in _claims(result) if "Kill Civilians" in one.passage.quote)
    assert "Amnesty" not in kill.passage.quote


def test_the_article_of_a_note_is_by_whom_it_cites() -> None:
    """`The article` in a note is that of the publisher named there, not of one before."""
    result = _read(NOTED)
    denial = next(one for one in _claims(result) if "does not possess" in one.passage.quote)
    (speaker,) = denial.attribution.innermost
    assert speaker.referent is not None
    assert speaker.referent.quote == "ArmenPress"


def test_a_picture_rests_on_its_credit_and_is_no_examination() -> None:
    """A caption's picture by an agency is imagery, and leads to the agency."""
    result = _read("A picture shows an unexploded rocket in Stepanakert on 6 October 2020 (AFP)\n")
    (claim,) = _claims(result)
    assert claim.basis == (Basis.IMAGERY,)
    (credit,) = _named(result, "afp")
    assert credit.claims == (claim.id,)
    assert credit.reason.sentence == "The caption credits the picture to Agence France-Presse."
