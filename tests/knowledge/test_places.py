"""The gazetteer and its GeoNames index."""

from pathlib import Path

import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge import load_knowledge
from remnant.knowledge.entries import PlaceName
from remnant.knowledge.geonames import GeoNames, Settlement, build, open_geonames
from remnant.knowledge.places import Gazetteer, Place
from remnant.model.value import GeoPrecision, Location

STEPANAKERT = Settlement(
    146970, "Khankendi", "AZ", "61", 39.8177, 46.7528, 2100, ("Stepanakert", "Xank\u0259ndi")
)
BARDA_AZ = Settlement(587057, "Barda", "AZ", "12", 40.3758, 47.1262, 38500, ())
BARDA_RU = Settlement(
    1, "Barda", "RU", "90", 56.9289, 55.5919, 10000, ("\u0411\u0430\u0440\u0434\u0430",)
)
HUDAYDAH = Settlement(2, "Khan Shaykhun", "SY", "12", 35.4, 36.6, 48975, ())


def _gazetteer(folder: pytest.TempPathFactory, *places: Place) -> Gazetteer:
    path = folder.mktemp("index") / "places.bin"
    path.write_bytes(build((STEPANAKERT, BARDA_AZ, BARDA_RU, HUDAYDAH)))
    return Gazetteer(places, lambda: GeoNames(path))


def _found(gazetteer: Gazetteer, name: str, *countries: str) -> list[str]:
    return [
        candidate.value.id
        for candidate in gazetteer.search(name, countries=frozenset(countries))
        if isinstance(candidate.value, Location)
    ]


def test_a_name_is_found_in_any_spelling(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The schwa, case and other scripts lead to the same place."""
    gazetteer = _gazetteer(tmp_path_factory)
    for name in ("Stepanakert", "XANKENDI", "Xank\u0259ndi"):
        assert _found(gazetteer, name) == ["geonames:146970"]
    assert _found(gazetteer, "\u0411\u0430\u0440\u0434\u0430") == ["geonames:1"]


def test_every_place_of_a_name_is_a_candidate(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A name of two places gives both; the country that the text names decides the order."""
    gazetteer = _gazetteer(tmp_path_factory)
    assert _found(gazetteer, "Barda") == ["geonames:587057", "geonames:1"]
    assert _found(gazetteer, "Barda", "RU") == ["geonames:1", "geonames:587057"]


def test_a_near_spelling_counts_only_within_the_given_countries(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A transliteration is matched in its country and nowhere else."""
    gazetteer = _gazetteer(tmp_path_factory)
    assert _found(gazetteer, "Khan Shaykhoun", "SY") == ["geonames:2"]
    assert _found(gazetteer, "Khan Shaykhoun", "AZ") == []
    assert _found(gazetteer, "Khan Shaykhoun") == []


def test_a_reviewed_place_stands_for_its_geonames_entry(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The reviewed entry of the same identifier is returned, under its own normal form."""
    location = Location("Stepanakert", "geonames:146970", "AZ", "Nagorno-Karabakh", 39.8, 46.75)
    gazetteer = _gazetteer(
        tmp_path_factory, Place(location, "settlement", (PlaceName("Stepanakert"),))
    )
    assert gazetteer.search("Khankendi")[0].value == location
    assert gazetteer.get("geonames:146970") == location


def test_an_unknown_identifier_is_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Asking for a place that is nowhere says what to do."""
    with pytest.raises(KnowledgeError, match=r"pack\.yaml"):
        _gazetteer(tmp_path_factory).get("pack:nowhere")


def test_the_same_settlements_give_the_same_index() -> None:
    """The index depends on the settlements alone, not on their order."""
    places = (STEPANAKERT, BARDA_AZ, BARDA_RU)
    assert build(places) == build(tuple(reversed(places)))


@pytest.mark.parametrize(
    ("first", "second", "km"),
    [
        ("pack:mokhratagh", "pack:martakert", 5.1),
        ("geonames:585666", "geonames:586430", 6.8),
        ("pack:tapgaragoyunlu", "geonames:584871", 16.7),
        ("geonames:146970", "pack:hadrut", 41.0),
        ("geonames:146970", "geonames:146969", 31.0),
    ],
)
def test_distances_between_reviewed_places(first: str, second: str, km: float) -> None:
    """Distances come out as published maps give them."""
    places = load_knowledge().places
    distance = places.distance_km(places.get(first), places.get(second))
    assert distance == pytest.approx(km, abs=0.3)


def test_unresolved_places_have_no_coordinates() -> None:
    """A place whose position is not settled says where it lies, not a point."""
    location = load_knowledge().places.get("pack:kaghartsi")
    assert location.latitude is None
    assert location.region == "Nagorno-Karabakh"
    assert location.precision is GeoPrecision.DISTRICT


def test_the_index_is_built_once_in_the_first_folder_that_can_hold_it(tmp_path: Path) -> None:
    """A folder that cannot be made is passed over, and an index that is there is not rebuilt."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    folders = (blocked / "cache", tmp_path / "cache")
    first = open_geonames(folders, lambda: (STEPANAKERT, BARDA_AZ))
    again = open_geonames(folders, lambda: ())
    assert len(first) == len(again) == 2
    assert again.get(587057) == BARDA_AZ
    assert again.get(5) is None


def test_no_folder_for_the_index_is_an_error(tmp_path: Path) -> None:
    """If no folder can hold the index, the message names the setting that helps."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="REMNANT_CACHE"):
        open_geonames((blocked / "cache",), lambda: ())


def test_a_damaged_index_is_named(tmp_path: Path) -> None:
    """An index that is cut short or of another kind is an error that names the file."""
    whole = build((STEPANAKERT,))
    for content in (whole[:-1], b"x" * len(whole)):
        path = tmp_path / "index.bin"
        path.write_bytes(content)
        with pytest.raises(KnowledgeError, match=r"index\.bin.*delete"):
            GeoNames(path)
