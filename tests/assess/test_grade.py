from remnant.assess import assess
from remnant.model.assessment import Grade
from remnant.model.claim import ActorRole, Basis, ClaimKind, Stance
from remnant.model.contradictions import Conflict
from remnant.model.value import Quantity
from tests.reports import (
    BARDA,
    GANJA,
    KARABAKH,
    Line,
    assessed,
    evidence_from,
    incidents_of,
    knowledge,
    report,
)


def _line(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


HRW = report("HRW", "2020-10-30", _line("HRW saw it.", basis=(Basis.REMNANTS,)))
AMNESTY = report("Amnesty International", "2020-10-29", _line("Amnesty says so."))


def test_one_origin() -> None:
    """One publisher alone is a single origin, with its claim as what carries the grade."""
    found = assessed(AMNESTY)
    assert found.grade is Grade.SINGLE_ORIGIN
    assert found.reasons[0].claims == (AMNESTY.claims[0].id,)


def test_two_origins_without_examined_evidence() -> None:
    """Two origins that examined nothing make it probable."""
    found = assessed(AMNESTY, report("La Stampa", "2020-10-29", _line("Our man heard it.")))
    assert found.grade is Grade.PROBABLE


def test_two_origins_with_examined_evidence() -> None:
    """Two origins of which one examined remnants establish it."""
    found = assessed(HRW, AMNESTY)
    assert found.grade is Grade.ESTABLISHED
    assert "2 independent origins stand behind it" in found.reasons[1].sentence


def test_party_is_not_counted() -> None:
    """The state that was struck is shown as an origin but not counted towards two."""
    state = report("Azerbaijan", "2020-10-29", _line("They struck our city."))
    found = assessed(HRW, state)
    assert found.grade is Grade.SINGLE_ORIGIN
    assert [origin.party for origin in found.origins] == [False, True]


def test_a_partys_agency_speaks_with_it() -> None:
    """The news agency of the state that was struck is no second origin, and the reason says so."""
    agency = report("Azertac", "2020-10-29", _line("They struck our city."))
    found = assessed(HRW, agency)
    assert found.grade is Grade.SINGLE_ORIGIN
    assert [origin.party for origin in found.origins] == [False, True]
    (reason,) = (one for one in found.reasons if one.rule == "party")
    assert "speaks for a party to the conflict" in reason.sentence


def test_another_states_agency_is_no_party() -> None:
    """The news agency of a state outside the conflict is an origin like another."""
    found = assessed(HRW, report("Xinhua", "2020-10-29", _line("Rockets struck the city.")))
    assert found.grade is Grade.ESTABLISHED
    assert not any(origin.party for origin in found.origins)


def test_the_other_side_of_a_war_is_a_party() -> None:
    """A state that the same documents accuse in the same country is a party, not a witness."""
    monitor = report(
        "Monitor",
        "2021-09-15",
        _line("Azerbaijan struck Barda.", actors=("Azerbaijan",)),
        _line("Armenia struck Ganja.", places=(GANJA,), dates=("2020-10-11",)),
    )
    other = report("Armenia", "2020-10-29", _line("They did it.", actors=("Azerbaijan",)))
    found = next(
        assess(one, evidence=evidence_from(monitor, other), knowledge=knowledge())
        for one in incidents_of(monitor, other)
        if len(one.mentions) > 1
    )
    assert {origin.label for origin in found.origins if origin.party} == {"Armenia"}
    assert found.grade is Grade.SINGLE_ORIGIN


def test_a_party_known_from_the_war_is_no_witness() -> None:
    """The other side of a known war is no witness, though the document names no adversary."""
    told = _line("They did it.", actors=("Azerbaijan",), speakers=("Armenia",), places=(KARABAKH,))
    found = assessed(report("Monitor", "2020-10-29", told))
    assert [origin.party for origin in found.origins] == [True]
    assert found.reasons[0].rule == "party alone"


def test_a_war_that_was_elsewhere_makes_nobody_a_party() -> None:
    """A state that fought a war is a witness to an attack in a country where that was not."""
    told = _line("They did it.", actors=("Russia",), speakers=("Ukraine",))
    found = assessed(report("Monitor", "2020-10-29", told))
    assert [origin.party for origin in found.origins] == [False]


def test_who_accuse_each_other_are_parties() -> None:
    """Two states that a document lets accuse each other are parties, where no place is named."""
    one = _line("They did it.", actors=("Iran",), speakers=("Iraq",), places=(), dates=())
    other = _line("No, they did.", actors=("Iraq",), speakers=("Iran",), places=(), dates=())
    told = report("Monitor", "1990-10-29", one, other)
    evidence = evidence_from(told)
    found = [
        assess(incident, evidence=evidence, knowledge=knowledge())
        for incident in incidents_of(told)
    ]
    assert found
    assert all(origin.party for one in found for origin in one.origins)


def test_party_alone() -> None:
    """A party that alone accuses is a single origin, and the reason says that it is a party."""
    found = assessed(report("Azerbaijan", "2020-10-29", _line("They struck our city.")))
    assert found.grade is Grade.SINGLE_ORIGIN
    assert (
        found.reasons[0].sentence == "Only parties to the conflict say so, or say that others do."
    )


def test_known_through_a_party_alone() -> None:
    """Organisations that only a party quotes against the other are shown, not counted."""
    told = report(
        "Azerbaijan",
        "2020-11-25",
        _line("HRW confirmed it.", speakers=("HRW",)),
        _line("Amnesty confirmed it.", speakers=("Amnesty International",)),
    )
    found = assessed(told)
    assert found.grade is Grade.SINGLE_ORIGIN
    assert len(found.origins) == 2
    assert "through a party" in {reason.rule for reason in found.reasons}
    assert assessed(told, HRW, AMNESTY).grade is Grade.ESTABLISHED


def test_the_number_of_origins_is_the_one_that_the_reason_tells() -> None:
    """Parties, and those whom only a party quotes, are shown as origins and not counted."""
    told = report("Azerbaijan", "2020-11-25", _line("HRW confirmed it.", speakers=("HRW",)))
    found = assessed(told, AMNESTY)
    (reason,) = (one for one in found.reasons if one.rule == "origins")
    assert len(found.origins) == 2
    assert (found.independent, reason.right) == (1, "1")
    assert "1 independent origin stands behind it" in reason.sentence


def test_admission() -> None:
    """The accused saying that it did it is an admission."""
    own = report("Armenia", "2020-10-29", _line("We fired at Barda."))
    assert assessed(HRW, own).grade is Grade.ADMITTED


def test_reported_admission_by_the_accuser() -> None:
    """An admission that only the accuser reports does not decide, but is remarked on."""
    told = report(
        "Azerbaijan",
        "2020-11-25",
        Line(
            "Their leader confirmed that he ordered an attack on Ganja.",
            actors=("Nagorno-Karabakh",),
            places=(GANJA,),
            weapons=("missile",),
            speakers=("Nagorno-Karabakh",),
            role=ActorRole.ORDERED,
        ),
    )
    found = assessed(told)
    assert found.grade is Grade.SINGLE_ORIGIN
    assert "reported admission" in {reason.rule for reason in found.reasons}


def test_bare_denial_does_not_contest() -> None:
    """A bare denial leaves the grade as it is."""
    denial = report(
        "Armenia",
        "2020-10-31",
        _line("We did not use them.", stance=Stance.DENIED, places=(), dates=()),
    )
    assert assessed(HRW, AMNESTY, denial).grade is Grade.ESTABLISHED


def test_rival_attributions_contest() -> None:
    """Two outside origins that blame different parties contest it."""
    rival = report("La Stampa", "2020-10-29", _line("It was them.", actors=("Azerbaijan",)))
    found = assessed(HRW, rival)
    assert found.grade is Grade.CONTESTED
    (contradiction,) = [c for c in found.contradictions if c.conflict is Conflict.ATTRIBUTION]
    assert [side.value for side in contradiction.sides] == ["Armenia", "Azerbaijan"]


def test_counter_accusation_does_not_contest() -> None:
    """The accused blaming the other side is no more than a denial."""
    counter = report("Armenia", "2020-10-29", _line("It was you.", actors=("Azerbaijan",)))
    assert assessed(HRW, AMNESTY, counter).grade is Grade.ESTABLISHED


def test_alternatives_do_not_contest() -> None:
    """One party, and that party or its ally, are no rival attributions."""
    either = report(
        "La Stampa",
        "2020-10-29",
        _line("One of the two.", actors=("Armenia", "Nagorno-Karabakh"), stance=Stance.OPEN),
    )
    found = assessed(HRW, AMNESTY, either)
    assert found.grade is Grade.ESTABLISHED
    (contradiction,) = found.contradictions
    assert "no contradiction of fact" in contradiction.sentence


def test_evidence_against() -> None:
    """An outside origin that examined the place and says no refutes what nobody examined."""
    against = report(
        "HRW",
        "2020-10-31",
        _line("Armenia did not strike Barda.", stance=Stance.DENIED, basis=(Basis.SITE_VISIT,)),
    )
    found = assessed(AMNESTY, against)
    assert found.grade is Grade.REFUTED
    assert found.reasons[0].claims == (against.claims[0].id,)
    assert [one.conflict for one in found.contradictions] == [Conflict.EVENT]


def test_examined_evidence_on_both_sides_does_not_refute() -> None:
    """What an origin examined is not refuted by what another examined."""
    against = report(
        "La Stampa",
        "2020-10-31",
        _line("Armenia did not strike Barda.", stance=Stance.DENIED, basis=(Basis.SITE_VISIT,)),
    )
    assert assessed(HRW, against).grade is Grade.SINGLE_ORIGIN


def test_nothing_said() -> None:
    """A claim that only leaves open whether it happened is not assessed."""
    open_claim = report("HRW", "2020-10-30", _line("It is unclear.", stance=Stance.OPEN))
    assert assessed(open_claim).grade is Grade.UNASSESSED


def test_both_sides_in_a_war_do_not_contest() -> None:
    """An episode of one party's use is not contested by the other party's use."""
    both = report(
        "HRW",
        "2020-10-30",
        Line("Both used it, says one.", actors=("Armenia", "Azerbaijan"), places=(KARABAKH,)),
    )
    assert assessed(both).grade is Grade.SINGLE_ORIGIN


def test_barda_like_case() -> None:
    """A strike with alternatives for who fired, two origins and a toll of at least 21 and 70."""
    profile = report(
        "Landmine and Cluster Munition Monitor",
        "2021-09-15",
        _line(
            "Smerch rockets containing 9N235 were used in Barda.",
            actors=("Armenia", "Nagorno-Karabakh"),
            weapons=("Smerch", "9N235"),
            notes=("17",),
        ),
        _line(
            "It killed at least 21 and wounded at least 70.",
            kind=ClaimKind.HARM,
            actors=("Armenia", "Nagorno-Karabakh"),
            weapons=("Smerch", "9N235"),
            killed=Quantity(21, None),
            injured=Quantity(70, None),
            notes=("17",),
        ),
        notes={
            "17": "HRW, “Armenia: Cluster Munitions Kill Civilians,” 30 October 2020; and "
            "Amnesty International, “First confirmed use,” 29 October 2020"
        },
    )
    found = assessed(profile)
    assert found.grade is Grade.PROBABLE
    assert {origin.label for origin in found.origins} == {
        "Human Rights Watch",
        "Amnesty International",
    }
    assert found.casualties.killed == Quantity(21, None)
    assert found.casualties.injured == Quantity(70, None)
    assert found.contradictions == ()
    states = [(one.state, one.treaty, one.standing.value) for one in found.obligations]
    assert ("Armenia", "CCM", "non-signatory") in states
    assert ("Nagorno-Karabakh", "CCM", "not eligible") in states


def test_every_reason_names_its_rule() -> None:
    """Every reason has a rule and a sentence that ends with a full stop."""
    for reason in assessed(HRW, AMNESTY).reasons:
        assert reason.rule
        assert reason.sentence.endswith(".")
