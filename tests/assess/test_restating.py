"""An outlet's own words beside those that the same text attributes to others."""

import pytest

from remnant.model.assessment import Grade
from remnant.model.claim import Basis, ClaimKind, Stance
from remnant.model.value import Quantity
from tests.reports import BARDA, Line, assessed, report

FOUND = (Basis.REMNANTS,)


def _line(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "weapons": ("M095",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _told(**changes: object) -> Line:
    return _line("SouthFront told of M095 in Barda.", **({"speakers": ("SouthFront",)} | changes))


def _labels(publisher: str, *lines: Line) -> list[str]:
    found = assessed(report(publisher, "2020-10-29", *lines)).origins
    return sorted(origin.label for origin in found)


@pytest.mark.parametrize(
    "own",
    [
        _line("It hit Barda with M095."),
        _line("It hit Barda.", actors=()),
        _line("Cluster bombs on Barda.", weapons=("cluster munition",)),
        _line("It may have hit Barda.", stance=Stance.HEDGED),
    ],
    ids=["the same", "less", "a class", "hedged"],
)
def test_words_that_are_attributed_too_add_no_origin(own: Line) -> None:
    """What a newspaper says itself, and of which it names the source, is that source's."""
    assert _labels("La Stampa", own, _told()) == ["SouthFront"]
    assert _labels("La Stampa", own) == ["La Stampa"]


@pytest.mark.parametrize(
    "own",
    [
        _line("We saw it in Barda.", basis=(Basis.SITE_VISIT,)),
        _line("A Smerch hit Barda.", weapons=("Smerch",)),
        _line("Others hit Barda.", actors=("Azerbaijan",)),
        _line("It killed five in Barda.", killed=Quantity(5, 5)),
        _line("M095 lies in Barda.", kind=ClaimKind.REMNANTS),
    ],
    ids=["grounds", "weapon", "party", "figure", "kind"],
)
def test_what_an_outlet_adds_is_its_own(own: Line) -> None:
    """Grounds, a weapon, a party, a figure or a find that its source does not have."""
    assert _labels("La Stampa", own, _told()) == ["La Stampa", "SouthFront"]


def test_what_the_source_has_too_is_no_addition() -> None:
    """The same grounds and a figure that fits the source's are not the outlet's own."""
    own = _line("Five died of M095 found in Barda.", basis=FOUND, killed=Quantity(5, 5))
    told = _told(basis=FOUND, killed=Quantity(4, None))
    assert _labels("La Stampa", own, told) == ["SouthFront"]


@pytest.mark.parametrize(
    "told",
    [_told(stance=Stance.DENIED), _told(speakers=("residents",))],
    ids=["denied", "nobody named"],
)
def test_neither_a_denial_nor_somebody_is_a_source(told: Line) -> None:
    """Who denies it, and who is not named, is not the source of what an outlet says."""
    assert "La Stampa" in _labels("La Stampa", _line("It hit Barda with M095."), told)


def test_an_organisation_answers_for_its_own_words() -> None:
    """Human Rights Watch stays an origin of what it says, whomever it quotes beside it."""
    found = _labels("Human Rights Watch", _line("It hit Barda with M095."), _told())
    assert found == ["Human Rights Watch", "SouthFront"]


def test_a_chain_of_outlets_is_one_origin() -> None:
    """Each outlet puts it in words of its own and names the one before: the first is the origin."""
    infocenter = "Armenian Unified Infocenter"
    shown = _line("Photographs show M095 in Barda.", basis=FOUND)
    first = report(infocenter, "2020-10-28", shown)
    second = report(
        "SouthFront",
        "2020-10-28",
        _line("M095 on Barda.", basis=FOUND),
        _line("The Infocenter shared photographs.", speakers=(infocenter,), basis=FOUND),
    )
    third = report(
        "Global Research",
        "2020-10-29",
        _line("Banned bombs on Barda.", weapons=("cluster munition",)),
        _line("Remnants of M095 lie in Barda.", basis=FOUND),
        _told(basis=FOUND),
    )
    for documents in ((second,), (second, third), (first, second, third)):
        found = assessed(*documents)
        assert [origin.label for origin in found.origins] == [infocenter]
        assert found.grade is Grade.SINGLE_ORIGIN


def test_the_reason_names_the_source() -> None:
    """A reviewer reads whose words an outlet's own words are taken to be, and why."""
    own = _line("It hit Barda with M095.")
    (origin,) = assessed(report("La Stampa", "2020-10-29", own, _told())).origins
    assert (
        "La Stampa says it in its own voice, and gives SouthFront as the source of the same in "
        "the same text."
    ) in {reason.sentence for reason in origin.reasons}
