"""Which document is a newer edition of which, and what concerns a country."""

import pytest

from remnant.compare import country_named
from remnant.compare.concerns import concerns
from remnant.compare.series import issued, shared, successions, work_of
from remnant.model.document import Document
from remnant.model.resolution import ResolvedClaim
from tests.compare.records import STANDING, strike
from tests.factory import make_document, make_metadata
from tests.reports import BARDA, STEPANAKERT, Line, knowledge, report


def document(
    text: str = STANDING, *, title: str = "", publisher: str = "", published: str, address: str = ""
) -> Document:
    """Return a document with what it says of itself."""
    metadata = make_metadata(title=title, publisher=publisher, published=published, address=address)
    return make_document(text, metadata=metadata)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Azerbaijan: Ban Policy 2020", "Azerbaijan: Ban Policy 2021"),
        ("Ban policy (last updated 15 September 2021)", "Ban policy"),
        ("Cluster Munition Monitor 2019, 10th edition", "Cluster Munition Monitor 2020"),
        ("Société: état", "SOCIETE – ETAT"),
    ],
)
def test_editions_differ_in_dates_alone(one: str, other: str) -> None:
    """Years, days, months and words for editions are of one edition; the rest is the work."""
    first = work_of(document(title=one, publisher="Monitor", published="2020"))

    assert first == work_of(document(title=other, publisher="MONITOR", published="2021"))


def test_without_title_the_address_tells() -> None:
    """A yearly address is one work; with neither title nor address nothing can be said."""
    old = document(published="2020", address="https://example.org/reports/2020/azerbaijan")
    new = document(published="2021", address="https://example.org/reports/2021/azerbaijan")

    assert work_of(old) == work_of(new)
    assert work_of(document(published="2020", publisher="Monitor")) is None


def test_the_last_edition_of_each_side_is_taken() -> None:
    """Of several editions on one side the latest counts; a text that shares nothing is none."""
    made = {
        year: issued(document(f"{STANDING} In {year}.", title="P", publisher="M", published=year))
        for year in ("2018", "2019", "2020", "2021")
    }
    other = issued(
        document("Nothing alike at all here.", title="P", publisher="M", published="2022")
    )
    (found,) = successions((made["2018"], made["2019"]), (made["2021"], made["2020"]))

    assert (found.earlier, found.later) == (
        made["2019"].document.id,
        made["2021"].document.id,
    )
    assert "same publisher and title" in found.reason.sentence
    assert successions((made["2019"],), (other,)) == ()


def test_nothing_is_shared_with_nothing() -> None:
    """The share of an empty set is nought, and never an error."""
    assert shared(frozenset(), frozenset({1})) == 0.0
    assert shared(frozenset({1}), frozenset({1, 2})) == 1.0


def claim(line: Line) -> ResolvedClaim:
    """Return the claim of a line."""
    (found,) = report("HRW", "2020-10-30", line).resolved
    return found


@pytest.mark.parametrize(
    ("line", "country", "expected"),
    [
        (strike(), "Armenia", True),
        (strike(), "Azerbaijan", True),
        (strike(), "Norway", False),
        (Line("It did.", speakers=("Azerbaijan",)), "Baku", True),
        (Line("It hit the town.", places=(STEPANAKERT,)), "Nagorno-Karabakh", True),
        (Line("It hit the town.", places=(BARDA,)), "Nagorno-Karabakh", False),
    ],
)
def test_what_concerns_a_country(line: Line, country: str, *, expected: bool) -> None:
    """A party, a speaker and the ground concern a country; a territory is its own ground."""
    found = country_named(country, knowledge())

    assert found is not None
    assert concerns(claim(line), found) is expected


def test_a_ministry_is_its_state() -> None:
    """An office leads to the state for which it speaks; an unknown name to nothing."""
    ministry = country_named("Ministry of Defence of Armenia", knowledge())

    assert ministry is None or ministry.name == "Armenia"
    assert country_named("Atlantis", knowledge()) is None
