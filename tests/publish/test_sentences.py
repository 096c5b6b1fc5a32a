import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.errors import PublishError
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Membership, Slot, Stance
from remnant.model.record import DocumentResult
from remnant.model.value import DateInterval, Quantity
from remnant.publish.sentences import MARKERS, Predicate, merged, spoken
from remnant.publish.sentences_claims import Said, cited, said
from remnant.publish.sentences_holdings import possession, production, transfer
from remnant.publish.sentences_names import Names, named
from remnant.publish.sentences_policy import position, standing
from remnant.publish.sentences_use import harm, remnants, spots, use
from tests.publish.records import (
    AMNESTY,
    ARMENIA,
    AZERBAIJAN,
    BARDA,
    CCM,
    CLUSTER,
    HADRUT,
    HRW,
    KARABAKH,
    REGION,
    Says,
    actor,
    result,
    target,
    weapon,
)
from tests.publish.records import harm as harmed
from tests.publish.records import use as uses

KNOWLEDGE = load_knowledge()
NAMES = Names(KNOWLEDGE)


def items_of(found: DocumentResult) -> list[Said]:
    """Return the claims of a result as sentence makers see them."""
    source = cited(found.document, NAMES)
    return [said(one, source, NAMES) for one in found.resolved]


def item_of(claim: Says, *, publisher: str = "Human Rights Watch") -> Said:
    """Return one claim in a document that consists of its words."""
    return items_of(result(claim.words, [claim], publisher=publisher))[0]


def sentence(claim: Says, *, publisher: str = "Human Rights Watch") -> str:
    """Return the sentence that a use claim gives."""
    item = item_of(claim, publisher=publisher)
    return spoken(use(item, NAMES), [item]).text


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        (
            uses("Azerbaijan used cluster munitions in Hadrut", places=(HADRUT,)),
            "Human Rights Watch reports that Azerbaijan used cluster munitions in Hadrut.",
        ),
        (
            uses("appear to have been fired by Azerbaijan", stance=Stance.HEDGED),
            "According to Human Rights Watch, Azerbaijan appears to have fired cluster munitions.",
        ),
        (
            uses("Azerbaijan reportedly used them", stance=Stance.HEDGED),
            "According to Human Rights Watch, Azerbaijan reportedly used cluster munitions.",
        ),
        (
            uses("use has been widely reported", stance=Stance.HEDGED),
            (
                "According to Human Rights Watch, it has been widely reported that Azerbaijan used "
                "cluster munitions."
            ),
        ),
        (
            uses("the alleged use by Azerbaijan", stance=Stance.HEDGED),
            (
                "According to Human Rights Watch, Azerbaijan is alleged to have used cluster "
                "munitions."
            ),
        ),
        (
            uses("Azerbaijan likely used them", stance=Stance.HEDGED),
            "According to Human Rights Watch, Azerbaijan is likely to have used cluster munitions.",
        ),
        (
            uses("not known to have used", stance=Stance.NOT_KNOWN),
            (
                "According to Human Rights Watch, Azerbaijan is not known to have used cluster "
                "munitions."
            ),
        ),
        (
            uses("there is no evidence of use", stance=Stance.NOT_KNOWN),
            (
                "According to Human Rights Watch, there is no evidence that Azerbaijan used "
                "cluster munitions."
            ),
        ),
        (
            uses("It is unclear whether it used them", stance=Stance.OPEN),
            (
                "According to Human Rights Watch, it is unclear whether Azerbaijan used cluster "
                "munitions."
            ),
        ),
        (
            uses("could not be independently verified: not independently", stance=Stance.OPEN),
            (
                "According to Human Rights Watch, it has not been independently verified that "
                "Azerbaijan used cluster munitions."
            ),
        ),
        (
            uses("Azerbaijan denied it", stance=Stance.DENIED, speakers=(AZERBAIJAN,)),
            "Azerbaijan denied using cluster munitions.",
        ),
        (
            uses("rejects the allegations", stance=Stance.DENIED, speakers=(AZERBAIJAN,)),
            "Azerbaijan rejected the allegation that it used cluster munitions.",
        ),
        (
            uses("Yerevan denied this for Baku", stance=Stance.DENIED, speakers=(ARMENIA,)),
            "Armenia denied that Azerbaijan used cluster munitions.",
        ),
        (
            uses("called the evidence “fake news.”", stance=Stance.DENIED, speakers=(AZERBAIJAN,)),
            "Azerbaijan called the evidence “fake news.”",
        ),
        (
            uses("both said so", speakers=(HRW, AMNESTY)),
            (
                "Human Rights Watch and Amnesty International said that Azerbaijan used cluster "
                "munitions."
            ),
        ),
        (
            uses(
                "Armenian or Karabakh forces fired cluster munitions into Azerbaijan",
                actors=(ARMENIA, KARABAKH),
                places=(REGION,),
            ),
            (
                "Human Rights Watch reports that Armenian or Nagorno-Karabakh forces fired cluster "
                "munitions into Nagorno-Karabakh."
            ),
        ),
        (
            uses("cluster bombs were used", actors=(), places=(REGION,), dates=("1988/1994",)),
            (
                "Human Rights Watch reports that cluster munitions were used in Nagorno-Karabakh "
                "in 1988–1994."
            ),
        ),
        (
            uses("reportedly were used", actors=(), stance=Stance.HEDGED),
            "According to Human Rights Watch, cluster munitions were reportedly used.",
        ),
        (
            uses(
                "hit a hospital",
                weapons=(weapon("Smerch"), weapon("9N235")),
                places=(BARDA,),
                targets=(target("hospital"),),
                dates=("2020-10-28",),
            ),
            (
                "Human Rights Watch reports that Azerbaijan used Smerch rockets with 9N235 "
                "submunitions against a hospital in Barda on 28 October 2020."
            ),
        ),
        (
            uses("shelled", weapons=(weapon("airstrike"), weapon("shelling"))),
            "Human Rights Watch reports that Azerbaijan carried out airstrikes and shelling.",
        ),
    ],
)
def test_each_stance_has_its_form(claim: Says, written: str) -> None:
    """A use claim gives one sentence, in the form of its stance and of its own hedge."""
    assert sentence(claim) == written


def test_a_party_speaks_and_does_not_report() -> None:
    """What a state says in its own document is its statement, with the date."""
    claim = uses("Armenia used cluster munitions", actors=(ARMENIA,))
    text = sentence(claim, publisher="Azerbaijan")
    assert text == (
        "In a statement of 30 October 2020, Azerbaijan said that Armenia used cluster munitions."
    )


def test_what_a_party_says_that_others_said_is_marked() -> None:
    """A party's account of another's words names the party."""
    claim = uses("HRW confirmed it", actors=(ARMENIA,), speakers=(HRW,))
    assert sentence(claim, publisher="Azerbaijan") == (
        "Human Rights Watch said that Armenia used cluster munitions, Azerbaijan reports."
    )


def test_the_same_proposition_is_said_once() -> None:
    """Two documents that say the same share a sentence; a hedged one does not join them."""
    first = item_of(uses("Azerbaijan used them"))
    second = item_of(uses("Azerbaijan used them"), publisher="Amnesty International")
    third = item_of(uses("reportedly", stance=Stance.HEDGED), publisher="Middle East Eye")
    drafts = merged([(use(one, NAMES), one) for one in (first, second, third)])
    assert [draft.text for draft in drafts] == [
        (
            "Human Rights Watch and Amnesty International report that Azerbaijan used cluster "
            "munitions."
        ),
        "According to Middle East Eye, Azerbaijan reportedly used cluster munitions.",
    ]
    assert [len(draft.items) for draft in drafts] == [2, 1]


def test_claims_of_two_stances_share_no_sentence() -> None:
    """A sentence over an affirmed and a hedged claim is refused."""
    first = item_of(uses("Azerbaijan used them"))
    second = item_of(uses("reportedly", stance=Stance.HEDGED))
    with pytest.raises(PublishError, match="claims of one stance"):
        spoken(use(first, NAMES), [first, second])


def test_places_with_their_own_dates_are_one_list() -> None:
    """Attacks in several places are listed with their dates, the year once at the end."""
    days = (DateInterval("2020-10-03"), DateInterval("2020-10-04"))
    assert spots([((HADRUT,), days), ((BARDA,), days[1:])]) == (
        "in Hadrut on 3 and 4 October, and in Barda on 4 October 2020"
    )


def test_a_day_without_a_place_is_told_as_a_day() -> None:
    """Where no place is named, none is hinted at."""
    assert spots([((), (DateInterval("2020-10-03"),))]) == "on 3 October 2020"


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        (
            harmed("killing 94 civilians", Quantity(94, 94), target=(target("civilians"),)),
            "94 civilians were killed",
        ),
        (harmed("one person died", Quantity(1, 1)), "one person was killed"),
        (
            harmed("at least 21 dead, at least 70 hurt", Quantity(21, None), Quantity(70, None)),
            "at least 21 people were killed and at least 70 injured",
        ),
        (
            harmed("killed people in Barda", Quantity(1, None), place=(BARDA,)),
            "people were killed in Barda",
        ),
        (
            harmed("three hurt by Armenia", None, Quantity(3, 3), actor=(ARMENIA,)),
            "three people were injured in attacks by Armenia",
        ),
    ],
)
def test_harm_is_told_with_its_bounds(claim: Says, written: str) -> None:
    """A figure of the killed or injured keeps its bounds and says whom it counts."""
    predicate = harm(item_of(claim), NAMES)
    assert predicate is not None
    assert predicate.clause == written


def test_harm_without_a_figure_gives_no_sentence() -> None:
    """Casualties of unknown split are in the record, not in a sentence with numbers."""
    assert harm(item_of(harmed("there were casualties", None)), NAMES) is None


def test_a_number_counts_the_weapon_behind_it() -> None:
    """In `remnants of A and 200 unexploded B`, the number is that of B."""
    words = "remnants of LAR-160 rockets and approximately 200 unexploded M095 were cleared"
    claim = Says(
        words,
        ClaimKind.REMNANTS,
        values={
            Slot.WEAPON: (weapon("LAR-160"), weapon("M095")),
            Slot.COUNT: (Quantity(200, 200),),
        },
    )
    item = item_of(claim)
    predicate = remnants(item, NAMES)
    assert predicate is not None
    assert "about 200" in predicate.subject


@pytest.mark.parametrize(
    ("words", "stance", "written"),
    [
        (
            "inherited a stockpile from the Soviet Union",
            Stance.AFFIRMED,
            "Azerbaijan inherited a stockpile of cluster munitions from the Soviet Union",
        ),
        ("possesses them", Stance.AFFIRMED, "Azerbaijan possesses cluster munitions"),
        ("are in service", Stance.AFFIRMED, "Azerbaijan has cluster munitions in service"),
    ],
)
def test_holdings_keep_their_verb(words: str, stance: Stance, written: str) -> None:
    """Inheriting, holding in service and possessing are told apart."""
    values = {Slot.ACTOR: (AZERBAIJAN,), Slot.WEAPON: (CLUSTER,)}
    claim = Says(words, ClaimKind.POSSESSION, stance, values=values)
    predicate = possession(item_of(claim), NAMES)
    assert predicate is not None
    assert predicate.clause == written


def test_production_and_transfer_have_their_sides() -> None:
    """Export is told with production; a transfer is told from the recipient."""
    made = Says(
        "is not known to have produced or exported",
        ClaimKind.PRODUCTION,
        Stance.NOT_KNOWN,
        values={Slot.ACTOR: (AZERBAIJAN,), Slot.WEAPON: (CLUSTER,)},
    )
    item = item_of(made)
    predicate = production(item, NAMES)
    assert predicate is not None
    assert spoken(predicate, [item]).text == (
        "According to Human Rights Watch, Azerbaijan is not known to have produced or exported "
        "cluster munitions."
    )
    passed = Says(
        "received at least 50",
        ClaimKind.TRANSFER,
        values={
            Slot.SUPPLIER: (actor("Israel"),),
            Slot.RECIPIENT: (AZERBAIJAN,),
            Slot.WEAPON: (weapon("EXTRA"), weapon("missile")),
            Slot.COUNT: (Quantity(50, None),),
            Slot.DATE: (DateInterval("2008/2009"),),
        },
    )
    moved = transfer(item_of(passed), NAMES)
    assert moved is not None
    assert moved.clause == (
        "Azerbaijan received at least 50 EXTRA missiles from Israel in 2008–2009"
    )


def test_standings_and_positions() -> None:
    """A standing is a sentence of its own words; a position is quoted."""
    held = Says(
        "Non-signatory Azerbaijan",
        ClaimKind.TREATY,
        values={Slot.ACTOR: (AZERBAIJAN,), Slot.TREATY: (CCM,)},
        membership=Membership.NON_SIGNATORY,
    )
    predicate = standing(item_of(held), NAMES, KNOWLEDGE)
    assert predicate is not None
    assert predicate.clause == (
        "Azerbaijan is a non-signatory to the Convention on Cluster Munitions"
    )
    both = replace(held, values={Slot.ACTOR: (AZERBAIJAN, ARMENIA), Slot.TREATY: (CCM,)})
    several = standing(item_of(both), NAMES, KNOWLEDGE)
    assert several is not None
    assert " are non-signatories to " in several.clause
    words = "condemned “in the strongest terms any use.”"
    claim = Says(words, ClaimKind.POSITION, speakers=(AZERBAIJAN,))
    assert position([item_of(claim)]).text == (
        "Azerbaijan “condemned ‘in the strongest terms any use’,” Human Rights Watch reports."
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Washington Post", "the Washington Post"),
        ("United States", "the United States"),
        ("Soviet Union", "the Soviet Union"),
        ("Azerbaijan", "Azerbaijan"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("Islamic State", "Islamic State"),
        ("Jane's Information Group", "Jane’s Information Group"),
        ("HALO Trust", "the HALO Trust"),
        ("Ministry of Defence", "the Ministry of Defence"),
        ("Syrian opposition", "the Syrian opposition"),
    ],
)
def test_names_take_the_article_that_english_has(name: str, written: str) -> None:
    """Bodies and some states take the definite article."""
    assert named(name) == written


@given(
    stance=st.sampled_from([Stance.HEDGED, Stance.NOT_KNOWN, Stance.OPEN, Stance.DENIED]),
    words=st.text(alphabet="abcdefghij appearslikelyreportedly.", min_size=1, max_size=60).filter(
        lambda text: text.strip() != ""
    ),
    who=st.lists(st.sampled_from([ARMENIA, AZERBAIJAN, KARABAKH]), max_size=2, unique=True),
    speakers=st.lists(st.sampled_from([HRW, AMNESTY, AZERBAIJAN]), max_size=2, unique=True),
    places=st.lists(st.sampled_from([HADRUT, BARDA, REGION]), max_size=2, unique=True),
)
def test_no_claim_loses_its_hedge(
    stance: Stance,
    words: str,
    who: list[object],
    speakers: list[object],
    places: list[object],
) -> None:
    """Whatever the words and values, a claim that is not affirmed gives a sentence that says so."""
    claim = uses(
        words,
        stance=stance,
        actors=tuple(who),  # type: ignore[arg-type]  # the strategy draws references only
        speakers=tuple(speakers),  # type: ignore[arg-type]  # the same
        places=tuple(places),  # type: ignore[arg-type]  # the strategy draws places only
    )
    text = sentence(claim)
    assert MARKERS[stance].search(re.sub(r"“[^”]*”", "", text)), text


def test_a_predicate_is_plain_words() -> None:
    """A clause joins the parts that are there with single spaces."""
    assert Predicate(
        "Azerbaijan", many=False, finite="used", perfect="", gerund="", rest=""
    ).clause == ("Azerbaijan used")
