from dataclasses import replace

import pytest

from remnant.link import blocking_keys, compare
from remnant.link.weights import ASK_FROM, FEATURES, PRIOR_BITS, SAME_FROM
from remnant.model.incident import EventMention, Scope, Verdict
from remnant.model.value import DateInterval, Quantity, Reference, ReferenceKind
from tests.factory import AZERBAIJAN, CLUSTER_MUNITION, M095, make_event
from tests.reports import BARDA, GANJA, HADRUT, KARABAKH, STEPANAKERT

ARMENIA = Reference(ReferenceKind.ACTOR, "Armenia", "armenia")
CHLORINE = Reference(ReferenceKind.WEAPON, "chlorine", "chlorine")
FIRST = make_event("d1", ["a"], places=(BARDA,), date="2020-10-28")


def _other(**changes: object) -> EventMention:
    other = make_event("d2", ["b"], places=(BARDA,), date="2020-10-28")
    return replace(other, **changes)  # type: ignore[arg-type]  # any field may be changed


def test_same_day_and_place() -> None:
    """Two reports of one day and one town are the same event."""
    (link,) = compare([FIRST, _other()])
    assert link.verdict is Verdict.SAME
    assert link.probability >= SAME_FROM


def test_probability_is_the_sum_of_the_bits() -> None:
    """The probability of a link follows from the prior and the weights it shows."""
    (link,) = compare([FIRST, _other(killed=Quantity(21, None))])
    bits = PRIOR_BITS + sum(reason.weight for reason in link.reasons)
    assert link.probability == pytest.approx(2**bits / (1 + 2**bits), abs=1e-3)


def test_one_reason_per_feature() -> None:
    """A link has a reason for each feature that is asked, with the values of both sides."""
    (link,) = compare([FIRST, _other()])
    assert [reason.rule for reason in link.reasons] == [one.name for one in FEATURES[:-1]]
    place = link.reasons[1]
    assert (place.left, place.right) == ("Barda", "Barda")
    assert place.sentence == "Both name the same place: Barda (+7.5 bits)."
    assert set(place.claims) == {"a", "b"}


def test_unsaid_weighs_nothing() -> None:
    """A weapon that one side does not name weighs nothing and is said to be missing."""
    (link,) = compare([FIRST, _other(weapons=())])
    weapon = next(reason for reason in link.reasons if reason.rule == "weapon")
    assert weapon.weight == 0.0
    assert weapon.sentence == "Only one names a weapon. This weighs nothing."


def test_rival_accusations_are_one_event() -> None:
    """Both sides blaming each other for one strike describe one event."""
    (link,) = compare([FIRST, _other(actors=(ARMENIA,))])
    assert link.verdict is Verdict.SAME


def test_other_weapon_is_asked() -> None:
    """One day and town with weapons that do not go together is for a person."""
    (link,) = compare([FIRST, _other(weapons=(CHLORINE,))])
    assert link.verdict is Verdict.ASK


def test_kin_is_compatible() -> None:
    """A model and its class go together."""
    kind = replace(FIRST, weapon_kin=("m095",))
    (link,) = compare([kind, _other(weapons=(M095,))])
    weapon = next(reason for reason in link.reasons if reason.rule == "weapon")
    assert "can belong to one attack" in weapon.sentence


def test_next_day_is_asked() -> None:
    """Days one apart in one town are never joined by the machine, but asked."""
    (link,) = compare([FIRST, _other(date=DateInterval("2020-10-29"))])
    assert link.verdict is Verdict.ASK
    assert link.reasons[0].rule == "other days"


def test_one_document_tells_days_apart() -> None:
    """Two days that one document lists apart are no question."""
    other = make_event("d1", ["a"], places=(BARDA,), date="2020-10-29")
    assert compare([FIRST, other]) == ()


def test_undated_report_is_asked() -> None:
    """An undated report of the town, published after, is for a person."""
    undated = _other(date=None, known_by=DateInterval("2020-11-02"))
    (link,) = compare([FIRST, undated])
    assert link.verdict is Verdict.ASK
    assert link.probability >= ASK_FROM


def test_report_from_before_is_another_event() -> None:
    """A report published before the strike is not of it."""
    undated = _other(date=None, known_by=DateInterval("2020-10-20"))
    assert all(link.verdict is not Verdict.SAME for link in compare([FIRST, undated]))


def test_other_towns() -> None:
    """Two towns 70 km apart on one day give no link."""
    assert compare([FIRST, _other(places=(GANJA,))]) == ()


def test_only_new_pairs() -> None:
    """With new mentions named, only pairs that touch one are compared."""
    mentions = [FIRST, _other(), make_event("d3", ["c"], places=(BARDA,), date="2020-10-28")]
    links = compare(mentions, new=frozenset({mentions[2].id}))
    assert len(links) == 2
    assert all(mentions[2].id in (link.left, link.right) for link in links)
    assert set(links) < set(compare(mentions))


def test_nothing_to_compare() -> None:
    """No mention and one mention give no links."""
    assert compare([]) == ()
    assert compare([FIRST]) == ()


def test_order_changes_nothing() -> None:
    """The links are the same in whatever order the mentions come."""
    mentions = [FIRST, _other(), make_event("d3", ["c"], places=(HADRUT,), date="2020-10-03")]
    assert compare(mentions) == compare(mentions[::-1])


def test_episodes_of_one_area_and_period() -> None:
    """General claims on one party, area and overlapping period are of one episode."""
    first = _episode("d1", "2020-09/2020-10")
    second = _episode("d2", "2020-10")
    (link,) = compare([first, second])
    assert link.verdict is Verdict.SAME


def test_episodes_of_two_wars() -> None:
    """General claims on two wars in one area are not linked."""
    assert compare([_episode("d1", "2020-09/2020-10"), _episode("d2", "2016-04")]) == ()


def test_long_period_does_not_bridge() -> None:
    """A claim over many years joins none of the wars within them."""
    assert compare([_episode("d1", "2010/2021"), _episode("d2", "2016-04")]) == ()


def test_undated_general_claim() -> None:
    """A general claim without a period joins the war it was published in."""
    undated = replace(_episode("d2", ""), known_by=DateInterval("2020-10-31"))
    (link,) = compare([_episode("d1", "2020-09/2020-10"), undated])
    assert link.verdict is Verdict.SAME
    late = replace(undated, known_by=DateInterval("2025-01-01"))
    assert compare([_episode("d1", "2020-09/2020-10"), late]) == ()


def test_incident_and_episode_share_no_key() -> None:
    """An incident is never compared with an episode."""
    assert set(blocking_keys(FIRST)).isdisjoint(blocking_keys(_episode("d1", "2020-10")))


def test_neighbouring_days_share_a_key() -> None:
    """Mentions one day apart share a key wherever the windows of days are cut."""
    for day in range(1, 28):
        one = make_event("d1", ["a"], places=(BARDA,), date=f"2020-10-{day:02d}")
        other = make_event("d2", ["b"], places=(BARDA,), date=f"2020-10-{day + 1:02d}")
        assert not set(blocking_keys(one)).isdisjoint(blocking_keys(other))


def test_neighbouring_places_share_a_key() -> None:
    """Places a few kilometres apart share a key even under different names."""
    near = replace(STEPANAKERT, name="Khankendi", id="other", latitude=39.85, longitude=46.70)
    one = make_event("d1", ["a"], places=(STEPANAKERT,))
    other = make_event("d2", ["b"], places=(near,))
    assert not set(blocking_keys(one)).isdisjoint(blocking_keys(other))


def test_keys_are_few() -> None:
    """A mention has few keys, so an added document reads little of a large record."""
    undated = make_event("d1", ["a"], places=(BARDA,), date="")
    for one in (FIRST, undated, replace(undated, known_by=DateInterval("2020-10-31"))):
        assert 1 <= len(blocking_keys(one)) <= 40


def _episode(document: str, date: str) -> EventMention:
    return make_event(
        document,
        [f"{document}-claim"],
        scope=Scope.EPISODE,
        actors=(AZERBAIJAN,),
        weapons=(CLUSTER_MUNITION,),
        places=(KARABAKH,),
        date=date,
    )
