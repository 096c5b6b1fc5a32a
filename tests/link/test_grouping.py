from remnant.link import group
from remnant.model.claim import ClaimKind, Stance
from remnant.model.incident import EventMention, Scope
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity
from tests.reports import (
    BARDA,
    GANJA,
    HADRUT,
    KARABAKH,
    STEPANAKERT,
    Line,
    knowledge,
    report,
)

VILLAGE = Location(
    "Lost Village", "pack:lost", "AZ", "Nagorno-Karabakh", precision=GeoPrecision.REGION
)


def _mentions(*lines: Line, published: str = "2020-10-31") -> tuple[EventMention, ...]:
    return report("Human Rights Watch", published, *lines).mentions


def test_days_of_one_place() -> None:
    """A claim with three days for a place is three event mentions."""
    line = Line(
        "Stepanakert on 27 September, 3 October, and 4 October",
        actors=("Azerbaijan",),
        places=(STEPANAKERT,),
        dates=("2020-09-27", "2020-10-03", "2020-10-04"),
    )
    found = _mentions(line)
    days = sorted(one.date.edtf for one in found if one.date)
    assert days == ["2020-09-27", "2020-10-03", "2020-10-04"]
    assert all(one.scope is Scope.INCIDENT for one in found)
    assert len(found) == 3


def test_use_and_harm_of_one_day() -> None:
    """A use and the harm it did, of one day and place, are one event mention."""
    found = _mentions(
        Line("Rockets hit Barda.", actors=("Armenia",), places=(BARDA,), dates=("2020-10-28",)),
        Line(
            "The attack on Barda killed at least 21.",
            kind=ClaimKind.HARM,
            places=(BARDA,),
            dates=("2020-10-28",),
            killed=Quantity(21, None),
        ),
    )
    assert len(found) == 1
    assert len(found[0].claims) == 2
    assert found[0].killed == Quantity(21, None)


def test_sum_over_places() -> None:
    """A figure over several towns makes an episode, never an incident."""
    found = _mentions(
        Line(
            "The shelling killed 94 in Ganja and Barda.",
            kind=ClaimKind.HARM,
            actors=("Armenia",),
            places=(GANJA, BARDA),
            killed=Quantity(94, 94),
        )
    )
    assert [one.scope for one in found] == [Scope.EPISODE]
    assert found[0].killed == Quantity(94, 94)


def test_figure_over_days() -> None:
    """A figure over two days of one town is a sum, kept apart from each day's incident."""
    found = _mentions(
        Line(
            "On 27 and 28 October 26 people died in Barda.",
            kind=ClaimKind.HARM,
            actors=("Armenia",),
            places=(BARDA,),
            dates=("2020-10-27", "2020-10-28"),
            killed=Quantity(26, 26),
        )
    )
    assert [(one.scope, one.killed) for one in found] == [(Scope.EPISODE, Quantity(26, 26))]


def test_region_is_no_incident() -> None:
    """A claim about a region is one of an episode, even with a day."""
    line = Line("They used it in Karabakh.", places=(KARABAKH,), dates=("2020-10-03",))
    assert [one.scope for one in _mentions(line)] == [Scope.EPISODE]


def test_month_is_no_incident() -> None:
    """A claim dated to a month is one of an episode."""
    line = Line("They struck Hadrut in October.", places=(HADRUT,), dates=("2020-10",))
    assert [one.scope for one in _mentions(line)] == [Scope.EPISODE]


def test_general_claim() -> None:
    """A claim marked general is one of an episode though it names a town and a day."""
    line = Line("In all, they did it.", places=(HADRUT,), dates=("2020-10-03",), general=True)
    assert [one.scope for one in _mentions(line)] == [Scope.EPISODE]


def test_denial_makes_no_event() -> None:
    """A denial by itself makes no event mention."""
    line = Line(
        "Armenia denied the attack on Barda.",
        stance=Stance.DENIED,
        actors=("Armenia",),
        places=(BARDA,),
        dates=("2020-10-28",),
    )
    assert _mentions(line) == ()


def test_hedged_and_open_make_events() -> None:
    """Hedged and open claims of use make event mentions."""
    for stance in (Stance.HEDGED, Stance.OPEN):
        line = Line("It may be so.", stance=stance, places=(BARDA,), dates=("2020-10-28",))
        assert len(_mentions(line)) == 1


def test_find_dates_the_find() -> None:
    """The date of a find is kept as the day it was known by, not as the day of the strike."""
    line = Line(
        "Submunitions were cleared in Hadrut.",
        kind=ClaimKind.REMNANTS,
        weapons=("M095",),
        places=(HADRUT,),
        dates=("2020-10-20",),
    )
    (found,) = _mentions(line)
    assert found.scope is Scope.INCIDENT
    assert found.date is None
    assert found.known_by == DateInterval("2020-10-20")


def test_stored_weapons_are_no_event() -> None:
    """Weapons found in an abandoned depot say who held them, not that they were used."""
    line = Line(
        "Bombs were observed among abandoned stockpiles near Hadrut.",
        kind=ClaimKind.REMNANTS,
        weapons=("RBK-250",),
        places=(HADRUT,),
    )
    assert _mentions(line) == ()


def test_undated_claim_joins_the_only_strike() -> None:
    """An undated claim joins the one dated strike on its town told nearby."""
    found = _mentions(
        Line("They struck Barda that day.", places=(BARDA,), dates=("2020-10-28",)),
        Line("Remnants lay in Barda.", kind=ClaimKind.REMNANTS, places=(BARDA,)),
    )
    assert len(found) == 1


def test_undated_claim_between_two_strikes() -> None:
    """An undated claim that could belong to two strikes joins neither."""
    found = _mentions(
        Line("First on Barda.", places=(BARDA,), dates=("2020-10-27",)),
        Line("Then on Barda.", places=(BARDA,), dates=("2020-10-28",)),
        Line("Remnants lay in Barda.", kind=ClaimKind.REMNANTS, places=(BARDA,)),
    )
    assert sorted(one.date.edtf if one.date else "" for one in found) == [
        "",
        "2020-10-27",
        "2020-10-28",
    ]


def test_reference_to_the_conflict() -> None:
    """A claim on "the conflict" takes the period last named before it."""
    found = _mentions(
        Line(
            "Azerbaijan used it in Karabakh in September and October 2020.",
            actors=("Azerbaijan",),
            places=(KARABAKH,),
            dates=("2020-09/2020-10",),
        ),
        Line("Armenia fired it during the conflict.", actors=("Armenia",), places=(GANJA, BARDA)),
    )
    assert [one.date for one in found] == [DateInterval("2020-09/2020-10")] * 2


def test_each_party_has_its_episode() -> None:
    """The use by either side of a war is an episode of its own."""
    found = _mentions(
        Line("Azerbaijan used it.", actors=("Azerbaijan",), places=(KARABAKH,)),
        Line("Armenia used it.", actors=("Armenia",), places=(KARABAKH,)),
    )
    assert [[actor.name for actor in one.actors] for one in found] == [["Azerbaijan"], ["Armenia"]]


def test_toll_of_a_war_stays_apart() -> None:
    """The toll of a war without weapon or party does not join an episode of use."""
    found = _mentions(
        Line("Azerbaijan used it.", actors=("Azerbaijan",), places=(KARABAKH,)),
        Line(
            "Tens of thousands died.",
            kind=ClaimKind.HARM,
            weapons=(),
            places=(KARABAKH,),
            killed=Quantity(20000, None),
        ),
    )
    assert [one.killed for one in found] == [None, Quantity(20000, None)]


def test_unattributed_find_in_a_region() -> None:
    """A find that accuses nobody does not join the episode of a party in that country."""
    found = _mentions(
        Line("Azerbaijan used it.", actors=("Azerbaijan",), places=(KARABAKH,)),
        Line("Old bombs lay there.", kind=ClaimKind.REMNANTS, places=(VILLAGE,)),
    )
    assert [[place.name for place in one.places] for one in found] == [
        ["Nagorno-Karabakh"],
        ["Lost Village"],
    ]


def test_rockets_and_cluster_munitions() -> None:
    """Remnants of the rockets belong to the strike with cluster munitions told before."""
    found = _mentions(
        Line("Cluster munitions hit Barda.", places=(BARDA,), dates=("2020-10-28",)),
        Line(
            "They saw remnants of the rockets in Barda.",
            kind=ClaimKind.REMNANTS,
            weapons=("rocket",),
            places=(BARDA,),
        ),
    )
    assert len(found) == 1


def test_undated_artillery_is_another_event() -> None:
    """Undated artillery fire on a town is not taken for the undated use of submunitions there."""
    found = _mentions(
        Line("M095 fell in Barda.", weapons=("M095",), places=(BARDA,)),
        Line("Barda came under artillery fire.", weapons=("artillery",), places=(BARDA,)),
    )
    assert len(found) == 2


def test_nowhere_by_nobody() -> None:
    """A claim that names neither place nor date nor party makes no event mention."""
    assert _mentions(Line("The use of such weapons is banned.")) == ()


def test_finder_is_not_accused() -> None:
    """Whoever reports a find is not among the parties accused."""
    line = Line(
        "The deminers of HALO found it in Hadrut.",
        kind=ClaimKind.REMNANTS,
        actors=("HALO Trust",),
        speakers=("HALO Trust",),
        places=(HADRUT,),
    )
    (found,) = _mentions(line)
    assert found.actors == ()


def test_grouping_ignores_order() -> None:
    """The order in which claims are handed in changes nothing."""
    result = report(
        "Human Rights Watch",
        "2020-10-31",
        Line("First on Barda.", places=(BARDA,), dates=("2020-10-27",)),
        Line("Azerbaijan used it.", actors=("Azerbaijan",), places=(KARABAKH,)),
        Line("Remnants lay in Barda.", kind=ClaimKind.REMNANTS, places=(BARDA,)),
    )
    backwards = group(
        tuple(reversed(result.resolved)), document=result.document, knowledge=knowledge()
    )
    assert backwards == result.mentions
