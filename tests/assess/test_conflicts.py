"""Sixteen conflicts of real reporting, each through documents written for the purpose.

Those that turn on how something is said are read by the grammar; where it falls short of the
words, the claims are made by hand, and the test says so.
"""

from dataclasses import replace

import pytest

from remnant.assess import ledgers
from remnant.assess.neighbours import neighbours
from remnant.assess.rollup import country_years, rival_totals, stated_totals
from remnant.model.assessment import Assessment
from remnant.model.claim import ClaimKind, Stance
from remnant.model.contradictions import Clash, Conflict, Contradiction
from remnant.model.ledger import Answered, Response
from remnant.model.record import DocumentResult, MemoryRecord
from remnant.model.source import Metadata, Original, Provenance, Stated
from remnant.model.value import Quantity
from remnant.pipeline import process, reconcile
from remnant.publish.profile import profile
from tests.factory import make_capture
from tests.reports import BARDA, GANJA, KARABAKH, Line, joined, knowledge, record_of, report

PROSECUTOR = "Prosecutor General's Office of Azerbaijan"
HRW, MONITOR = "Human Rights Watch", "Landmine and Cluster Munition Monitor"


def _read(publisher: str, published: str, text: str) -> DocumentResult:
    """Return what the program reads in a document of these words."""
    given = {
        name: Stated(value, Provenance.GIVEN)
        for name, value in (
            ("title", f"{publisher}, {published}"),
            ("publisher", publisher),
            ("published", published),
        )
    }
    content = f"{text}\n".encode()
    capture = make_capture(content, origin=f"{publisher}.txt", media_type="text/plain")
    capture = replace(capture, given=Metadata(**given))
    return process(Original(capture, content), knowledge=knowledge())


def _record(*results: DocumentResult) -> MemoryRecord:
    reconciled = reconcile(results, decisions=(), foundings=(), knowledge=knowledge())
    return MemoryRecord(results, reconciled)


def _at(record: MemoryRecord, place: str, date: str) -> Assessment:
    """Return the assessment of the incident of this place and day."""
    (number,) = (
        one.number
        for one in record.incidents()
        if one.place and one.place.name == place and one.date and one.date.edtf == date
    )
    return record.assessment(number)


def _of(found: Assessment, conflict: Conflict) -> Contradiction:
    """Return the first contradiction of a kind."""
    return next(one for one in found.contradictions if one.conflict is conflict)


@pytest.fixture(scope="module")
def barda() -> MemoryRecord:
    """Return the record on Barda: two notices, a total over two days, a misdated page."""
    return _record(
        _read(
            PROSECUTOR,
            "2020-10-28",
            "Armenian armed forces fired rockets at the city of Barda on 28 October 2020. In the "
            "attack 14 civilians were killed.",
        ),
        _read(
            PROSECUTOR,
            "2020-10-28",
            "At least 21 civilians were killed and at least 70 wounded in Barda on 28 October "
            "2020, when Armenian forces fired rockets at the city.",
        ),
        _read(
            "US Department of State",
            "2021-03-30",
            "In rocket attacks on Barda on 27 and 28 October 2020, 26 civilians were killed.",
        ),
        _read(
            "Cluster Munition Coalition",
            "2020-10-23",
            "On 28 October 2020 Armenian forces fired cluster munition rockets at the city of "
            "Barda.",
        ),
    )


def test_1_a_rising_toll_and_a_wider_one(barda: MemoryRecord) -> None:
    """Barda: 14 and 21 are one series; 26 covers two days and is no figure of this strike."""
    found = _at(barda, "Barda", "2020-10-28")
    assert found.casualties.killed == Quantity(21, None)
    assert [one.killed for one in found.casualties.superseded] == [Quantity(14, 14)]
    assert _of(found, Conflict.KILLED).clash is Clash.SUPERSEDED
    (total,) = stated_totals(barda)
    assert total.figure.killed == Quantity(26, 26)
    assert total.fits is True
    assert "5 of the total are in no incident here" in total.sentence


def test_1_a_page_dated_before_its_event(barda: MemoryRecord) -> None:
    """A page of 23 October that tells of 28 October has one of its dates wrong."""
    found = _of(_at(barda, "Barda", "2020-10-28"), Conflict.DATE)
    assert found.clash is Clash.INCOMPATIBLE
    assert "is dated 23 October 2020 and tells of 28 October 2020" in found.sentence


def test_2_who_fired() -> None:
    """Alternatives that include the party named alone are less precise, not incompatible."""
    record = _record(
        _read(
            HRW, "2020-10-30", "Armenian forces fired Smerch rockets at Barda on 28 October 2020."
        ),
        _read(
            MONITOR,
            "2021-09-15",
            "Armenian or Nagorno-Karabakh forces fired Smerch rockets at Barda on 28 October 2020.",
        ),
    )
    found = _of(_at(record, "Barda", "2020-10-28"), Conflict.ATTRIBUTION)
    assert found.clash is Clash.PRECISION
    assert "no contradiction of fact" in found.sentence


@pytest.fixture(scope="module")
def garayusifli() -> MemoryRecord:
    """Return the record on Garayusifli: a rising toll, and a page with the wrong month."""
    return _record(
        _read(
            PROSECUTOR,
            "2020-10-27",
            "Armenian forces shelled the village of Garayusifli on 27 October 2020. The shelling "
            "killed 3 people and injured 7. By evening 5 people had been killed and 13 injured in "
            "Garayusifli on 27 October 2020.",
        ),
        _read(
            "News.az",
            "2020-10-28",
            "Armenian forces shelled the village of Garayusifli on 27 September 2020. Five people "
            "were killed and 13 were injured.",
        ),
    )


def test_3_a_rising_toll(garayusifli: MemoryRecord) -> None:
    """Garayusifli: 3 killed and 7 injured became 5 and 13, by one source."""
    found = _at(garayusifli, "Garayusifli", "2020-10-27")
    assert found.casualties.killed == Quantity(5, 5)
    assert found.casualties.injured == Quantity(13, 13)
    assert _of(found, Conflict.INJURED).clash is Clash.SUPERSEDED


def test_3_a_misprinted_month(garayusifli: MemoryRecord) -> None:
    """27 September and 27 October are pointed out as a misprint, and count once at least."""
    (pair,) = neighbours(garayusifli)
    assert "differ in the month alone, as a misprint would" in pair.sentence
    (year,) = country_years(garayusifli)
    assert year.killed == Quantity(5, 10)
    assert len(year.doubtful) == 1


def test_4_submunitions_that_do_not_go_together() -> None:
    """Gizilhajili: 9N235 and M85 in one account are pointed out, and not settled."""
    record = _record(
        _read(
            "ANAMA",
            "2020-10-07",
            "Armenian forces fired cluster munitions at Gizilhajili on 4 October 2020. Deminers "
            "found 144 9N235 and 300 M85 submunitions in Gizilhajili.",
        ),
        _read(
            HRW,
            "2020-12-15",
            "Armenian forces used cluster munitions in Gizilhajili on 3 October 2020.",
        ),
    )
    found = _of(_at(record, "Gizilhajili", "2020-10-04"), Conflict.WEAPON)
    assert found.clash is Clash.SCOPE
    assert "pointed out, not settled" in found.sentence
    (pair,) = neighbours(record)
    assert "the day (3 October 2020, 4 October 2020)" in pair.sentence


def test_5_one_day_apart() -> None:
    """Tapgaragoyunlu: 23 and 24 October, from two sources, may be one event."""
    record = _record(
        _read(
            MONITOR,
            "2021-09-15",
            "Armenian forces used cluster munitions in Tapgaragoyunlu on 23 October 2020.",
        ),
        _read(
            PROSECUTOR,
            "2020-10-24",
            "On 24 October 2020 Armenian forces shelled the village of Tapgaragoyunlu. Nobody was "
            "killed.",
        ),
    )
    (pair,) = neighbours(record)
    assert "the weapon (cluster munition; shelling)" in pair.sentence
    assert "one may be the day of the report" in pair.sentence
    found = _at(record, "Tapgaragoyunlu", "2020-10-24")
    assert not [one for one in found.contradictions if one.conflict is Conflict.EVENT]


def test_6_the_day_of_death() -> None:
    """A boy who died on the 24th of wounds is no casualty of what happened on the 24th."""
    record = _record(
        _read(
            PROSECUTOR,
            "2020-10-24",
            "Armenian forces shelled the village of Kebirli on 24 October 2020. A boy of 16 was "
            "killed in Kebirli on 24 October 2020.",
        ),
        _read(
            "Takvim",
            "2020-10-25",
            "A 13-year-old boy died on 24 October 2020 of wounds that he had received in the "
            "attack on Ganja on 17 October 2020.",
        ),
    )
    kebirli = _at(record, "Kebirli", "2020-10-24").casualties
    assert kebirli.killed is not None
    assert kebirli.later == ()
    assert [group.name for group in kebirli.groups] == ["child", "male"]
    ganja = next(
        record.assessment(one.number).casualties
        for one in record.incidents()
        if one.place and one.place.name == "Ganja"
    )
    assert ganja.killed is None
    assert len(ganja.later) == 1
    assert any("belongs to the day of the injury" in one.sentence for one in ganja.reasons)


def test_7_four_villages() -> None:
    """Five, one and one killed fit the total of at least seven over four villages."""
    record = _record(
        _read(
            HRW,
            "2020-12-15",
            "At least seven civilians, including two children, were killed and close to 20 wounded "
            "in attacks on Garayusifli, Kebirli, Gizilhajili and Tapgaragoyunlu in October 2020.",
        ),
        _read(
            PROSECUTOR,
            "2020-10-28",
            "5 people were killed in Garayusifli on 27 October 2020. One boy was killed in Kebirli "
            "on 24 October 2020. One villager was killed in Gizilhajili on 4 October 2020.",
        ),
    )
    (total,) = stated_totals(record)
    assert total.together == Quantity(7, 7)
    assert total.fits is True
    (year,) = country_years(record)
    assert year.killed == Quantity(7, 7)


def test_8_how_many_attacks() -> None:
    """Four attacks in October and six a year later: a later account may know of more.

    The grammar does not read "in four attacks" as a count, so the claims are made by hand.
    """
    found = joined(
        *(
            report(
                publisher,
                day,
                Line(
                    f"{publisher} counts them.",
                    actors=("Azerbaijan",),
                    places=(KARABAKH,),
                    dates=("2020-10",),
                    count=Quantity(number, number),
                    general=True,
                ),
            )
            for publisher, day, number in ((HRW, "2020-10-23", 4), (MONITOR, "2021-09-15", 6))
        )
    )
    contradiction = _of(found, Conflict.COUNT)
    assert contradiction.clash is Clash.SCOPE
    assert [side.value for side in contradiction.sides] == ["4", "6"]


def test_9_how_long_it_lasted() -> None:
    """September to October and September to November are different spans of one war."""
    record = _record(
        _read(
            MONITOR,
            "2021-09-15",
            "Azerbaijan used cluster munitions in Nagorno-Karabakh in September-October 2020.",
        ),
        _read(
            HRW,
            "2021-12-01",
            "Azerbaijan used cluster munitions in Nagorno-Karabakh in September-November 2020.",
        ),
    )
    found = [
        one
        for incident in record.incidents()
        for one in record.assessment(incident.number).contradictions
    ]
    assert [(one.conflict, one.clash) for one in found] == [(Conflict.DATE, Clash.SCOPE)]
    assert "September–October 2020 and September–November 2020" in found[0].sentence


def test_10_totals_of_a_war() -> None:
    """94 and 100 killed in one war cannot both be true; neither is added to a year."""
    record = _record(
        _read(
            "Azerbaijan",
            "2020-11-25",
            "94 civilians were killed in Azerbaijan in the war in autumn 2020.",
        ),
        _read(
            "Azernews",
            "2020-12-10",
            "100 civilians were killed in Azerbaijan in the war in autumn 2020.",
        ),
    )
    (rival,) = rival_totals(stated_totals(record))
    assert "94 killed" in rival.sentence
    assert "100 killed" in rival.sentence
    assert country_years(record) == ()


@pytest.fixture(scope="module")
def ganja() -> MemoryRecord:
    """Return the record on Ganja: single days, two totals, a denial."""
    days = "4, 5, 8, 11 and 17 October 2020"
    return _record(
        _read(
            PROSECUTOR,
            "2020-11-25",
            f"26 people were killed and 175 injured in the attacks on Ganja of {days}. On 11 "
            "October 2020 10 people were killed in Ganja. On 17 October 2020 14 people were killed "
            "in Ganja. Armenian forces attacked Ganja on 4 October 2020.",
        ),
        _read(
            "Amnesty International",
            "2021-01-14",
            f"33 people were killed in the attacks on Ganja of {days}.",
        ),
        _read("Armenia", "2020-10-17", "Armenia denied that it attacked the city of Ganja."),
    )


def test_11_totals_of_a_town(ganja: MemoryRecord) -> None:
    """Ganja: the days fit the total of 26; the total of 33 cannot be true beside it."""
    totals = stated_totals(ganja)
    assert {one.figure.killed for one in totals} == {Quantity(26, 26), Quantity(33, 33)}
    assert all(one.together == Quantity(24, 24) and one.fits for one in totals)
    assert len(rival_totals(totals)) == 1
    (year,) = country_years(ganja)
    assert year.killed == Quantity(24, 24)


def test_11_denied_and_called_military(ganja: MemoryRecord) -> None:
    """Armenia denies the attack; to call the targets military would be a partial concession."""
    (ledger,) = ledgers(ganja, knowledge=knowledge())
    assert [one.response for one in ledger.answers] == [Response.DENIAL]
    assert {one.answered for one in ledger.accusations} == {Answered.DENIED_BEFORE}
    alleged = Line("It was hit.", actors=("Armenia",), places=(GANJA,), dates=("2020-10-04",))
    concedes = Line(
        "We struck military objects in Ganja.",
        actors=("Armenia",),
        weapons=(),
        places=(GANJA,),
        dates=("2020-10-04",),
    )
    record = record_of(
        report(HRW, "2020-10-05", alleged), report("Armenia", "2020-10-06", concedes)
    )
    (ledger,) = ledgers(record, knowledge=knowledge())
    assert [one.answered for one in ledger.accusations] == [Answered.PARTLY_CONCEDED]


def test_12_the_day_of_a_statement() -> None:
    """A report that dates a statement a day late is said to differ from the statement at hand.

    The grammar takes "on Tuesday" for no day of saying, so the report cites with a date.
    """
    strike = Line("It was hit.", actors=("Armenia",), places=(BARDA,), dates=("2020-10-03",))
    told = Line(
        "They hit it, Amnesty says.",
        actors=("Armenia",),
        places=(BARDA,),
        dates=("2020-10-03",),
        speakers=("Amnesty International",),
        notes=("1",),
    )
    found = joined(
        report("Amnesty International", "2020-10-05", strike),
        report(
            "Middle East Eye",
            "2020-10-06",
            told,
            notes={"1": "Amnesty International, statement, 6 October 2020."},
        ),
    )
    contradiction = _of(found, Conflict.DATE)
    assert contradiction.clash is Clash.MISQUOTED
    assert "the document itself is of 5 October 2020" in contradiction.sentence


def test_13_names_of_one_submunition() -> None:
    """Mo95 is M095; M85 is another type that is easily taken for it."""
    record = _record(
        _read(
            "Global Research",
            "2020-10-26",
            "Azerbaijan fired Mo95 bomblets at Stepanakert on 4 October 2020.",
        ),
        _read(
            HRW,
            "2020-10-23",
            "Azerbaijan fired M095 submunitions at Stepanakert on 4 October 2020.",
        ),
        _read(
            "A weblog",
            "2020-10-24",
            "Azerbaijan fired M85 submunitions at Stepanakert on 4 October 2020.",
        ),
    )
    found = _of(_at(record, "Stepanakert", "2020-10-04"), Conflict.WEAPON)
    assert found.clash is Clash.PRECISION
    assert [side.value for side in found.sides] == ["M095", "M85"]
    assert [len(side.claims) for side in found.sides] == [2, 1]


def test_14_a_launcher_that_both_sides_have() -> None:
    """Where each side is accused of one strike with one launcher, the launcher settles nothing."""
    found = joined(
        *(
            report(
                publisher,
                "2020-10-30",
                Line(
                    f"{publisher} says so.",
                    actors=(party,),
                    weapons=("Smerch",),
                    places=(BARDA,),
                    dates=("2020-10-28",),
                ),
            )
            for publisher, party in ((HRW, "Armenia"), ("ArmenPress", "Azerbaijan"))
        )
    )
    contradiction = _of(found, Conflict.ATTRIBUTION)
    assert contradiction.clash is Clash.INCOMPATIBLE
    assert "the weapon does not tell who it was" in contradiction.sentence


def test_15_a_rejection_told_as_a_denial_of_use() -> None:
    """A profile that says "denied using" of a statement that rejects allegations says more."""
    record = _record(
        _read(
            "Azerbaijan",
            "2020-11-25",
            "Azerbaijan rejects the one-sided allegations that it used cluster munitions in "
            "Nagorno-Karabakh.",
        ),
        _read(
            HRW,
            "2020-10-23",
            "Azerbaijan used cluster munitions in Nagorno-Karabakh in October 2020.",
        ),
        _read(
            MONITOR,
            "2021-09-15",
            "Azerbaijan denied using cluster munitions in Nagorno-Karabakh.[1]\n\n"
            "[1] Statement of Azerbaijan, 25 November 2020.",
        ),
    )
    (incident,) = record.incidents()
    found = _of(record.assessment(incident.number), Conflict.ANSWER)
    assert found.clash is Clash.MISQUOTED
    assert "says less, and denies the allegations" in found.sentence
    (ledger,) = ledgers(record, knowledge=knowledge())
    assert [bool(one.rendered) for one in ledger.answers] == [False, True]


def test_16_a_position_known_from_others() -> None:
    """Both states are said to tie accession to the conflict; only one says so itself."""
    record = _record(
        _read(
            "Cluster Munition Coalition",
            "2020-10-31",
            "Armenia and Azerbaijan have said that they cannot join the Convention on Cluster "
            "Munitions until the conflict is settled.",
        ),
        _read(
            "Azerbaijan",
            "2020-11-25",
            "Azerbaijan cannot join the Convention on Cluster Munitions because of the military "
            "posture of Armenia.",
        ),
    )
    told = " ".join(
        one.text for one in profile(record, state="armenia", knowledge=knowledge()).sentences
    )
    assert "no document of its own is in this dossier" in told
    own = " ".join(
        one.text for one in profile(record, state="azerbaijan", knowledge=knowledge()).sentences
    )
    assert "no document of its own" not in own


def test_no_conflict_where_there_is_none() -> None:
    """Two reports that agree in other words differ in nothing."""
    record = _record(
        _read(
            HRW, "2020-10-30", "Armenian forces fired Smerch rockets at Barda on 28 October 2020."
        ),
        _read(
            "Amnesty International",
            "2020-10-29",
            "On 28 October 2020 Barda was struck by Armenian forces with Smerch rockets.",
        ),
    )
    assert _at(record, "Barda", "2020-10-28").contradictions == ()
    assert neighbours(record) == ()
    assert rival_totals(stated_totals(record)) == ()
    denial = Line("Not so.", kind=ClaimKind.HARM, stance=Stance.DENIED, killed=Quantity(0, 0))
    assert neighbours(record_of(report(HRW, "2020-10-30", denial))) == ()
