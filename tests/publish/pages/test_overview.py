from dataclasses import replace

from remnant.publish.pages.catalogue import heading, read_catalogue
from remnant.publish.pages.overview import markers, overview_page
from tests.publish.pages.record import record
from tests.reports import BARDA, GANJA, HADRUT


def test_incidents_are_in_order_of_date() -> None:
    """The list goes by date, and episodes are apart."""
    page = overview_page(read_catalogue(record()))
    assert [entry.number for entry in page.entries] == ["R-0002", "R-0001"]
    assert [entry.number for entry in (*page.episodes, *page.lesser)] == ["R-0003"]


def test_each_choice_counts_what_it_leaves() -> None:
    """A filter's choices add up to the incidents that have the value."""
    page = overview_page(read_catalogue(record()))
    assert {one.label: one.count for one in page.grades} == {"Established": 1, "Single origin": 1}
    assert {one.label: one.count for one in page.weapons} == {"Smerch": 1, "cluster munition": 2}


def test_charts_and_list_agree() -> None:
    """The chart of months counts every dated incident, and the chart of grades all."""
    page = overview_page(read_catalogue(record()))
    rows = {chart.id: chart.rows for chart in page.charts}
    assert rows["by-time"] == (("Oct 2020", 2),)
    assert sum(count for _, count in rows["by-grade"]) == len(page.entries)


def test_every_incident_with_a_position_is_on_the_map() -> None:
    """The map has a marker for each incident whose place has coordinates."""
    page = overview_page(read_catalogue(record()))
    assert {one["n"] for one in markers(page)} == {"R-0001", "R-0002"}
    assert page.unplaced == 0


def test_an_incident_without_place_and_date_is_called_by_what_is_known() -> None:
    """Neither is invented, and neither is said twice."""
    catalogue = read_catalogue(record())
    known = catalogue.incidents["R-0001"]
    lost = replace(known, place=None, places=(), date=None)
    assert heading(lost).startswith("Place and date not known: Smerch")
    wide = replace(known, place=None, places=(BARDA, GANJA, HADRUT), date=None)
    assert heading(wide) == "Barda, Ganja and 1 more place, date not known"
    bare = replace(lost, actors=(), weapons=())
    assert heading(bare) == "Place and date not known"
    assert heading(replace(known, date=None)) == "Barda, date not known"
