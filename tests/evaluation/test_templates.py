import pytest

from evaluation.templates import Tally, Template, count, key_of

KEY = {
    "INCIDENT: TYPE": ["ATTACK / BOMBING"],
    "INCIDENT: INSTRUMENT ID": ['"CAR BOMB" / "BOMB"'],
    "PERP: INDIVIDUAL ID": ['? "GUERRILLAS"'],
    "PERP: ORGANIZATION ID": ['"FREE FRONT" / "FF"'],
    "PERP: ORGANIZATION CONFIDENCE": [
        'REPORTED AS FACT / SUSPECTED OR ACCUSED BY AUTHORITIES: "FREE FRONT" / "FF"'
    ],
    "PHYS TGT: ID": ['"\\"EL SOL\\" FARM"', '"TRUCK"'],
    "HUM TGT: NAME": ["-"],
    "HUM TGT: DESCRIPTION": ['"PEASANT"'],
}
"""An invented key in the form of the corpus."""


def one(kind: str, **roles: list[str]) -> Template:
    """Return a template whose entities have one name each."""
    return Template(
        frozenset({kind}),
        {role: tuple(frozenset({name}) for name in names) for role, names in roles.items()},
    )


def tally_of(gold: list[Template], predicted: list[Template]) -> Tally:
    """Return the tally of one document."""
    tally = Tally()
    count(gold, predicted, tally)
    return tally


def test_a_key_is_read() -> None:
    """Alternatives, optional fills, inner quotation marks and empty slots are understood."""
    found = key_of(KEY)

    assert found.kind == {"attack", "bombing"}
    assert found.role("Weapon") == (frozenset({"car bomb", "bomb"}),)
    assert found.role("PerpInd") == (frozenset({"guerrillas"}),)
    assert found.role("Target") == (frozenset({'"el sol" farm'}), frozenset({"truck"}))
    assert found.role("Victim") == ()
    assert found.confidence[frozenset({"free front", "ff"})] == {"asserted", "alleged"}


def test_the_gold_itself_scores_one_and_nothing_scores_nothing() -> None:
    """A key against itself scores 1.0; no templates score 0.0."""
    assert tally_of([key_of(KEY)], [key_of(KEY)]).score().f1 == 1.0
    assert tally_of([key_of(KEY)], []).score().f1 == 0.0


def test_a_middle_case_by_hand() -> None:
    """Weapon and type are right, one target of two is, and an organisation is wrong."""
    predicted = one("bombing", Weapon=["bomb"], Target=["truck", "bus"], PerpOrg=["army"])

    score = tally_of([key_of(KEY)], [predicted]).score()

    assert score.precision == pytest.approx(3 / 5)  # bomb and truck and the type, of 4 and a type
    assert score.recall == pytest.approx(3 / 6)  # of 5 entities and a type


def test_templates_of_other_types_are_not_aligned() -> None:
    """All entities of a template of another type are wrong, whatever they are."""
    assert (
        tally_of([one("arson", Target=["farm"])], [one("attack", Target=["farm"])]).score().f1 == 0
    )


def test_an_entity_needs_all_its_strings() -> None:
    """A predicted entity with a string that the gold entity lacks is wrong."""
    mixed = Template(frozenset({"attack"}), {"Weapon": (frozenset({"bomb", "rifle"}),)})

    assert tally_of([key_of(KEY)], [mixed]).score("Weapon").f1 == 0.0


def test_templates_are_aligned_for_the_best_total() -> None:
    """Two templates of one type are paired so that most entities agree."""
    gold = [one("attack", Target=["farm"]), one("attack", Target=["truck", "bus"])]
    predicted = [one("attack", Target=["bus", "truck"]), one("attack", Target=["farm"])]

    assert tally_of(gold, predicted).score().f1 == 1.0


def test_confidence_counts_on_organisations_that_agree() -> None:
    """Of one organisation found, the confidence is one of the key's."""
    named = frozenset({"ff"})
    found = Template(frozenset({"attack"}), {"PerpOrg": (named,)}, {named: frozenset({"alleged"})})

    tally = tally_of([key_of(KEY)], [found])

    assert (tally.confident["matched"], tally.confident["agreed"]) == (1, 1)
