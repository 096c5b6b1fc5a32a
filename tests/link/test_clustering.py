from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.link import cluster, compare, component_of, link
from remnant.model.decision import ON_MENTIONS, Decision, Judgement
from remnant.model.incident import EventMention, Founding, Incident, Link, Scope, Verdict
from remnant.model.value import DateInterval, Reference, ReferenceKind
from tests.factory import make_decision, make_event, make_link
from tests.reports import BARDA, GANJA, HADRUT, KARABAKH, STEPANAKERT

A, B, C = (make_event(f"d{name}", [name], places=(BARDA,), date="2020-10-28") for name in "abc")


def _members(incidents: Sequence[Incident]) -> set[frozenset[str]]:
    return {frozenset(one.id for one in incident.mentions) for incident in incidents}


def _cluster(
    mentions: Sequence[EventMention],
    links: Sequence[Link],
    decisions: Sequence[Decision] = (),
    foundings: Sequence[Founding] = (),
) -> tuple[Incident, ...]:
    return cluster(mentions, links, decisions=decisions, foundings=foundings).incidents


def test_same_links_join() -> None:
    """Mentions linked as the same are one incident."""
    assert _members(_cluster([A, B, C], [make_link(A, B)])) == {
        frozenset({A.id, B.id}),
        frozenset({C.id}),
    }


def test_asked_links_do_not_join() -> None:
    """A link that a person should settle joins nothing, but is shown on both."""
    asked = make_link(A, B, verdict=Verdict.ASK)
    incidents = _cluster([A, B], [asked])
    assert [incident.links for incident in incidents] == [(asked,), (asked,)]


def test_person_joins() -> None:
    """A person's decision joins what no link does."""
    (incident,) = _cluster([A, B], [], [make_decision(A, B)])
    assert incident.links[0].decision
    assert "a reviewer decided" in incident.links[0].reasons[0].sentence


def test_person_parts() -> None:
    """A person's decision parts what the machine would join."""
    parted = make_decision(A, B, judgement=Judgement.DIFFERENT)
    assert len(_cluster([A, B], [make_link(A, B)], [parted])) == 2


def test_parted_stay_parted_through_a_chain() -> None:
    """Two mentions that a person parted are not joined through a third."""
    parted = make_decision(A, C, judgement=Judgement.DIFFERENT)
    incidents = _cluster([A, B, C], [make_link(A, B), make_link(B, C)], [parted])
    assert not any({A.id, C.id} <= members for members in _members(incidents))
    assert len(incidents) == 2


def test_later_decision_wins() -> None:
    """The later of two decisions on a pair stands."""
    first = make_decision(A, B, judgement=Judgement.DIFFERENT, at="2024-01-01T00:00:00Z")
    later = make_decision(B, A, judgement=Judgement.SAME, at="2024-02-01T00:00:00Z")
    assert len(_cluster([A, B], [], [later, first])) == 1


def test_unsure_asks_again() -> None:
    """A person who is unsure leaves the pair to be settled."""
    unsure = make_decision(A, B, judgement=Judgement.UNSURE)
    incidents = _cluster([A, B], [make_link(A, B)], [unsure])
    assert len(incidents) == 2
    assert incidents[0].links[0].verdict is Verdict.ASK


def test_chain_does_not_join_other_days() -> None:
    """Two days are not joined through a report that gives both."""
    other = make_event("de", ["e"], places=(BARDA,), date="2020-10-27")
    vague = make_event("df", ["f"], places=(BARDA,), date="2020-10-27/2020-10-28")
    incidents = _cluster([A, other, vague], [make_link(A, vague), make_link(other, vague)])
    assert not any({A.id, other.id} <= members for members in _members(incidents))


def test_chain_does_not_join_distant_places() -> None:
    """Two towns 70 km apart are not joined through a report that names both."""
    other = make_event("de", ["e"], places=(GANJA,), date="2020-10-28")
    both = make_event("df", ["f"], places=(BARDA, GANJA), date="2020-10-28")
    incidents = _cluster([A, other, both], [make_link(A, both), make_link(other, both)])
    assert not any({A.id, other.id} <= members for members in _members(incidents))


def test_number_stays_with_the_founding_mention() -> None:
    """A number given out stays where its founding mention is."""
    first = cluster([A, B], [], decisions=(), foundings=())
    again = cluster([A, B, C], [make_link(A, C)], decisions=(), foundings=first.foundings)
    numbers = {one.mentions[0].id: one.number for one in first.incidents}
    for incident in again.incidents:
        for mention in incident.mentions:
            if mention.id in numbers:
                assert incident.number == numbers[mention.id]


def test_merged_number_redirects() -> None:
    """When two incidents become one, the higher number redirects to the lower."""
    first = cluster([A, B], [], decisions=(), foundings=())
    (merged,) = _cluster([A, B], [make_link(A, B)], foundings=first.foundings)
    assert merged.number == "R-0001"
    assert merged.absorbed == ("R-0002",)


def test_split_gets_its_number_back() -> None:
    """When a merge is undone, the redirected number names its own incident again."""
    first = cluster([A, B], [], decisions=(), foundings=())
    merged = cluster([A, B], [make_link(A, B)], decisions=(), foundings=first.foundings)
    split = cluster([A, B], [], decisions=(), foundings=merged.foundings)
    assert split.incidents == first.incidents


def test_number_moves_with_the_passage() -> None:
    """A number whose mention is gone goes to the one that shares its passage."""
    old = replace(A, id="gone", start=10, end=50)
    new = replace(A, start=12, end=55)
    founding = Founding("R-0007", old.id, old.document, old.start, old.end)
    result = cluster([new, B], [], decisions=(), foundings=(founding,))
    numbers = {one.mentions[0].id: one.number for one in result.incidents}
    assert numbers == {new.id: "R-0007", B.id: "R-0008"}


def test_number_is_never_used_again() -> None:
    """The number of a document that is gone is not given to another incident."""
    founding = Founding("R-0003", "gone", "gone", 0, 5)
    result = cluster([A], [], decisions=(), foundings=(founding,))
    assert [one.number for one in result.incidents] == ["R-0004"]
    assert founding in result.foundings


def test_numbers_follow_date_and_place() -> None:
    """New numbers go out by first date, then by name of place; the undated last."""
    later = make_event("d1", ["1"], places=(BARDA,), date="2020-10-28")
    earlier = make_event("d2", ["2"], places=(HADRUT,), date="2020-10-03")
    undated = make_event("d3", ["3"], places=(GANJA,), date="")
    incidents = _cluster([undated, later, earlier], [])
    assert [one.mentions[0].id for one in incidents] == [earlier.id, later.id, undated.id]


def test_strike_is_within_its_episode() -> None:
    """A strike carries the number of the shortest episode that holds it."""
    war = make_event("w", ["w"], scope=Scope.EPISODE, places=(KARABAKH,), date="2020-09/2020-10")
    year = make_event("y", ["y"], scope=Scope.EPISODE, places=(KARABAKH,), date="2020")
    strike = make_event("s", ["s"], places=(STEPANAKERT,), date="2020-10-03")
    elsewhen = make_event("t", ["t"], places=(STEPANAKERT,), date="2016-04-03")
    by_mention = {one.mentions[0].id: one for one in _cluster([war, year, strike, elsewhen], [])}
    assert by_mention[strike.id].episode == by_mention[war.id].number
    assert by_mention[elsewhen.id].episode == ""


def test_unattributed_strike_in_two_episodes() -> None:
    """A strike that accuses nobody is not put into one of two parties' episodes."""
    armenia = (Reference(ReferenceKind.ACTOR, "Armenia", "armenia"),)
    one = make_event("w", ["w"], scope=Scope.EPISODE, places=(KARABAKH,), date="2020-10")
    other = replace(one, id="m-other", actors=armenia)
    strike = make_event("s", ["s"], places=(STEPANAKERT,), date="2020-10-03", actors=())
    by_mention = {i.mentions[0].id: i for i in _cluster([one, other, strike], [])}
    assert by_mention[strike.id].episode == ""
    by_mention = {i.mentions[0].id: i for i in _cluster([one, strike], [])}
    assert by_mention[strike.id].episode == by_mention[one.id].number


def test_find_soon_after_an_episode() -> None:
    """Remnants found within a month after an episode lie in it, later ones do not."""
    war = make_event("w", ["w"], scope=Scope.EPISODE, places=(KARABAKH,), date="2020-09/2020-10")
    find = make_event("s", ["s"], places=(STEPANAKERT,), date="")
    for day, within in (("2020-11-20", True), ("2021-09-15", False)):
        known = replace(find, known_by=DateInterval(day))
        by_mention = {i.mentions[0].id: i for i in _cluster([war, known], [])}
        assert bool(by_mention[find.id].episode) is within


def test_incident_values() -> None:
    """An incident has the days that all its mentions allow and the place that all name."""
    wide = make_event("dw", ["w"], places=(BARDA,), date="2020-10-27/2020-10-28")
    (incident,) = _cluster([A, wide], [make_link(A, wide)])
    assert incident.date == DateInterval("2020-10-28")
    assert incident.place == BARDA


def test_all_in_one_call() -> None:
    """Linking compares, clusters and numbers."""
    linked = link([A, B, C], decisions=(), foundings=())
    assert _members(linked.incidents) == {frozenset({A.id, B.id, C.id})}
    assert [one.number for one in linked.foundings] == ["R-0001"]


_PLACES = st.sampled_from((BARDA, GANJA, HADRUT))
_DATES = st.sampled_from(("2020-10-27", "2020-10-28", "2020-10-29", "2020-10-27/2020-10-28", ""))


@st.composite
def _mentions(draw: st.DrawFn) -> list[EventMention]:
    count = draw(st.integers(2, 9))
    return [
        make_event(f"d{index}", [f"c{index}"], places=(draw(_PLACES),), date=draw(_DATES))
        for index in range(count)
    ]


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[list[EventMention], list[Link], list[Decision]]:
    mentions = draw(_mentions())
    pairs = [(a, b) for i, a in enumerate(mentions) for b in mentions[i + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    links = [
        make_link(a, b, probability=draw(st.sampled_from((0.96, 0.98, 0.99)))) for a, b in chosen
    ]
    judged = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3))
    decisions = [
        make_decision(a, b, judgement=draw(st.sampled_from(sorted(ON_MENTIONS)))) for a, b in judged
    ]
    return mentions, links, decisions


@given(_graphs(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_any_order_gives_the_same(
    graph: tuple[list[EventMention], list[Link], list[Decision]], random: Random
) -> None:
    """Mentions, links and decisions in any order give the same incidents and numbers."""
    mentions, links, decisions = graph
    expected = cluster(mentions, links, decisions=decisions, foundings=())
    for values in (mentions, links, decisions):
        random.shuffle(values)
    assert cluster(mentions, links, decisions=decisions, foundings=()) == expected


@given(_graphs(), st.integers(1, 8))
@settings(deadline=None, max_examples=60)
def test_touched_components_give_the_whole(
    graph: tuple[list[EventMention], list[Link], list[Decision]], cut: int
) -> None:
    """Clustering only the touched components gives the clusters of a full run."""
    mentions, links, decisions = graph
    touched = [mention.id for mention in mentions[:cut]]
    part = component_of(touched, links, decisions=decisions)
    affected = [mention for mention in mentions if mention.id in part]
    inner = [one for one in links if one.left in part and one.right in part]
    again = cluster(affected, inner, decisions=decisions, foundings=())
    full = _members(_cluster(mentions, links, decisions))
    assert _members(again.incidents) == {one for one in full if one & part}


@given(_graphs())
@settings(deadline=None, max_examples=60)
def test_decisions_always_hold(
    graph: tuple[list[EventMention], list[Link], list[Decision]],
) -> None:
    """No incident holds two mentions that a person parted."""
    mentions, links, decisions = graph
    latest: dict[frozenset[str], Decision] = {}
    for one in sorted(decisions, key=lambda decision: (decision.at, decision.id)):
        latest[frozenset((one.left, one.right))] = one
    for members in _members(_cluster(mentions, links, decisions)):
        for pair, decision in latest.items():
            if decision.judgement is Judgement.DIFFERENT:
                assert not pair <= members


@given(_mentions(), st.integers(1, 8))
@settings(deadline=None, max_examples=8)
def test_batches_give_the_links_of_one_run(mentions: list[EventMention], cut: int) -> None:
    """Comparing in batches, each new one against all, gives the links of one run."""
    first, second = mentions[:cut], mentions[cut:]
    batched = {*compare(first), *compare(mentions, new=frozenset(one.id for one in second))}
    assert batched == set(compare(mentions))
