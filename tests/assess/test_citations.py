import pytest

from remnant.assess.citations import citations_in, work_of
from remnant.assess.speakers import Speaker
from remnant.model.value import DateInterval
from tests.reports import knowledge


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "HRW, “Cluster Munitions Kill,” 30 October 2020",
            [("Human Rights Watch", "Cluster Munitions Kill", "2020-10-30")],
        ),
        (
            "HRW, “One,” 30 October 2020; and Amnesty International, “Two,” 29 October 2020",
            [
                ("Human Rights Watch", "One", "2020-10-30"),
                ("Amnesty International", "Two", "2020-10-29"),
            ],
        ),
        (
            "Statement of Azerbaijan, Second Review Conference, Geneva, 25 November 2020.",
            [("Azerbaijan", "", "2020-11-25")],
        ),
        (
            "HALO Trust (@HALO), “A find near the village,” 6:39am, 14 April 2016, Tweet",
            [("HALO Trust", "A find near the village", "2016-04-14")],
        ),
        (
            "Jane Doe, “A Border War Reignites,” La Gazzetta, 11 June 2016.",
            [("La Gazzetta", "A Border War Reignites", "2016-06-11")],
        ),
        (
            "The article stated that “none exist.” “Proof of use,” ArmenPress, 6 April 2016.",
            [("ArmenPress", "Proof of use", "2016-04-06")],
        ),
        ("HRW visit to the depot, May 2005.", [("Human Rights Watch", "", "2005-05")]),
        ("Ibid., p. 3.", []),
        (
            "An envoy said Armenia cannot disarm because of Azerbaijan’s “long siege” of it.",
            [],
        ),
        ("In May 2010, an envoy said Armenia would sign.", []),
        (
            "HRW, “A Database.” Report for Armenia for 1990–2009, generated on 5 May 2010",
            [("Human Rights Watch", "A Database", "")],
        ),
        (
            "Amnesty International, “Use of shells ‘cruel,’” 29 October 2020",
            [("Amnesty International", "Use of shells ‘cruel’", "2020-10-29")],
        ),
    ],
)
def test_works_of_a_note(note: str, expected: list[tuple[str, str, str]]) -> None:
    """A note gives the publisher, title and date of each work that it names."""
    found = [
        (one.speaker.name, one.title, one.date.edtf if one.date else "")
        for one in citations_in(note, knowledge())
    ]
    assert found == expected


def test_citation_stands_where_it_says() -> None:
    """A citation's offsets hold its own part of the note."""
    note = "HRW, “One,” 30 October 2020; and Amnesty International, “Two,” 29 October 2020"
    first, second = citations_in(note, knowledge())
    assert note[first.start : first.end] == "HRW, “One,” 30 October 2020"
    assert note[second.start : second.end].startswith("Amnesty International")


def test_same_day_is_the_same_work() -> None:
    """One publisher's work of one day is one work, with or without its title."""
    speaker = Speaker("hrw", "Human Rights Watch")
    day = DateInterval("2020-10-30")
    assert work_of(speaker, title="One", date=day).id == work_of(speaker, date=day).id
    assert work_of(speaker, title="One").id != work_of(speaker, title="Two").id


def test_label() -> None:
    """A work is labelled by publisher, title and date."""
    speaker = Speaker("hrw", "Human Rights Watch")
    work = work_of(speaker, title="One", date=DateInterval("2020-10-30"))
    assert work.label == "Human Rights Watch, “One”, 30 October 2020"
