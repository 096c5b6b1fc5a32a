from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.assess.grade import BY_NAME, Case, grade
from remnant.assess.origins import origins, parties_to
from remnant.assess.weighing import only
from remnant.knowledge.grading import RULES
from remnant.model.assessment import Grade
from remnant.model.claim import Basis
from remnant.model.record import DocumentResult
from tests.reports import BARDA, Line, assessed, evidence_from, incidents_of, knowledge, report


def _line(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


HRW = report("HRW", "2020-10-30", _line("HRW saw it.", basis=(Basis.REMNANTS,)))
AMNESTY = report("Amnesty International", "2020-10-29", _line("Amnesty says so."))
STATE = report("Azerbaijan", "2020-10-29", _line("They struck our city."))
STAMPA = report("La Stampa", "2020-10-29", _line("Our man heard it."))
OWN = report("Armenia", "2020-10-29", _line("We fired at Barda."))
ALL = (HRW, AMNESTY, STATE, STAMPA, OWN)


def _case(*reports: DocumentResult) -> Case:
    evidence = evidence_from(*reports)
    (incident,) = incidents_of(*reports)
    found = origins(incident, evidence=evidence, knowledge=knowledge())
    parties = parties_to(incident, knowledge(), evidence.beside(incident))
    return Case(incident, evidence.of(incident), found, evidence, knowledge(), parties)


def test_every_rule_that_a_table_may_name_is_one() -> None:
    """The names that knowledge accepts are those of the functions."""
    assert set(RULES) == set(BY_NAME)


def test_one_examined_and_one_other_claim_carry_established() -> None:
    """Of three origins the one that examined and one other suffice."""
    found = assessed(HRW, AMNESTY, STAMPA)
    assert found.grade is Grade.ESTABLISHED
    assert len(found.carrying) == 2
    assert HRW.claims[0].id in found.carrying


def test_the_admission_alone_carries_admitted() -> None:
    """An admission needs no other claim."""
    assert assessed(HRW, AMNESTY, OWN).carrying == (OWN.claims[0].id,)


def test_one_more_origin_would_change_a_single_one() -> None:
    """A single origin would be probable with one more, and admitted if the accused admits it."""
    changes = {one.sentence: one.grade for one in assessed(AMNESTY).changes}
    assert changes["One more independent origin that says so."] is Grade.PROBABLE
    examined = "One more independent origin that says so and examined evidence."
    assert changes[examined] is Grade.ESTABLISHED
    assert changes["Armenia admits it."] is Grade.ADMITTED


def test_what_falls_away_is_tried() -> None:
    """Without the origin that examined remnants one is left."""
    found = assessed(HRW, AMNESTY)
    without = "Without what Human Rights Watch says."
    (lost,) = (one for one in found.changes if one.sentence == without)
    assert lost.grade is Grade.SINGLE_ORIGIN
    assert lost.claims == (HRW.claims[0].id,)


def test_a_claim_that_rests_on_two_stays_with_the_other() -> None:
    """Of a claim that cites two works, one work falling away leaves the other: a single origin."""
    cited = {
        "1": "Amnesty International, “Armenia struck Barda,” 29 October 2020.",
        "2": "Human Rights Watch, “Armenia struck Barda,” 30 October 2020.",
    }
    line = _line("Armenia struck Barda.", notes=("1", "2"))
    found = assessed(report("La Stampa", "2020-11-29", line, notes=cited))
    assert found.grade is Grade.PROBABLE
    fallen = {one.sentence: one.grade for one in found.changes if one.sentence.startswith("With")}
    assert fallen == {
        "Without what Amnesty International says.": Grade.SINGLE_ORIGIN,
        "Without what Human Rights Watch says.": Grade.SINGLE_ORIGIN,
    }


def test_another_culprit_would_contest_it() -> None:
    """An origin that names another party makes it contested."""
    changes = {one.sentence: one.grade for one in assessed(HRW, AMNESTY).changes}
    assert changes["An independent origin that says another party did it."] is Grade.CONTESTED


def test_another_culprit_never_raises_a_grade() -> None:
    """Of a whole war, that another party did it too is no word for what this one did."""
    war = _line("Armenia used them in the war.", places=(), dates=("2020",))
    found = assessed(report("Amnesty International", "2021-10-29", war))
    assert found.grade is Grade.SINGLE_ORIGIN
    assert not any("another party" in one.sentence for one in found.changes)


@settings(deadline=None, max_examples=20)
@given(st.sets(st.sampled_from(range(len(ALL))), min_size=1))
def test_the_carrying_claims_give_the_grade_by_themselves(chosen: set[int]) -> None:
    """Graded on the smallest set alone, the incident has its grade; no claim of it can go."""
    reports = [ALL[index] for index in sorted(chosen)]
    case, found = _case(*reports), assessed(*reports)
    assert grade(only(case, frozenset(found.carrying)))[0] is found.grade
    for left_out in found.carrying:
        rest = frozenset(found.carrying) - {left_out}
        assert not rest or grade(only(case, rest))[0] is not found.grade
