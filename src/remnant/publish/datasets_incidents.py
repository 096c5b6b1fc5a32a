"""Rows of the incidents dataset, in the order of its columns."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from remnant import __version__
from remnant.errors import KnowledgeError
from remnant.knowledge import Knowledge, Weapon, WeaponLevel
from remnant.model.assessment import Assessment
from remnant.model.claim import Stance
from remnant.model.document import Document
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Location, Quantity
from remnant.publish.datasets_rows import Row, text
from remnant.publish.pages.masking import publishable
from remnant.publish.sentences_claims import STRENGTH

NOT_JUDGED = "F6"
"""The Admiralty code's rating for what has not been judged."""

GROUND = frozenset({"rocket", "artillery", "mortar", "shelling", "multiple rocket launcher"})
AIR = frozenset({"airstrike", "bomb", "barrel bomb", "cluster bomb"})
"""Generic classes that tell from where a weapon was delivered."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An incident with all that its row is made from."""

    incident: Incident
    assessment: Assessment
    claims: tuple[ResolvedClaim, ...]
    documents: tuple[Document, ...]


def incident_rows(record: Record, *, knowledge: Knowledge, licence: str = "") -> Iterator[Row]:
    """Yield a row per incident and episode, by number."""
    for incident in record.incidents():
        yield incident_row(incident, record, knowledge=knowledge, licence=licence)


def incident_row(
    incident: Incident, record: Record, *, knowledge: Knowledge, licence: str = ""
) -> Row:
    """Return the row of one incident."""
    claims = tuple(record.claim(claim) for claim in incident.claims)
    ids = sorted({one.claim.passage.document for one in claims})
    documents = tuple(record.result(one).document for one in ids)
    case = _Case(incident, record.assessment(incident.number), claims, documents)
    return {
        "incident_id": incident.number,
        "code": _code(incident),
        **_when(incident),
        **_where(incident.place, knowledge),
        **_weapons(case, knowledge),
        **_parties(case),
        **_casualties(case),
        **_judgement(case),
        **_evidence(case),
        "dataset_version": f"remnant {__version__}; {case.assessment.rules}".rstrip("; "),
        "licence": licence or None,
        "notes": publishable(" ".join(c.sentence for c in case.assessment.contradictions)) or None,
    }


def _code(incident: Incident) -> str:
    parts = [incident.date.edtf.replace("/", "_") if incident.date else "undated"]
    if incident.place:
        plain = unicodedata.normalize("NFKD", incident.place.name).encode("ascii", "ignore")
        parts.append(re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-"))
    return "-".join(part for part in parts if part)


def _when(incident: Incident) -> Row:
    date = incident.date
    first, last = (date.earliest, date.latest) if date else (None, None)
    return {
        "date_start": first.isoformat() if first else None,
        "date_end": last.isoformat() if last else None,
        "date_precision": _precision(date.days if date else None) if date else None,
        "time_local": None,
        "tz": None,
    }


def _precision(days: int | None) -> int:
    bounds = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((code for most, code in bounds if days is not None and days <= most), 5)


def _where(place: Location | None, knowledge: Knowledge) -> Row:
    if place is None:
        empty = ("country", "admin1", "admin2", "place_name", "latitude", "longitude")
        row: Row = dict.fromkeys(empty)
        return _ordered({**row, "place_name_alt": (), "geo_precision": 7, "geo_source": None})
    admin = _admin(place, knowledge)
    located = place.latitude is not None
    return {
        "country": place.country or None,
        "admin1": admin[0] if admin else None,
        "admin2": admin[1] if len(admin) > 1 else None,
        "place_name": place.name,
        "place_name_alt": _other_names(place, knowledge),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": int(place.precision),
        "geo_source": _geo_source(place) if located else None,
    }


def _ordered(row: Row) -> Row:
    order = ("country", "admin1", "admin2", "place_name", "place_name_alt")
    rest = ("latitude", "longitude", "geo_precision", "geo_source")
    return {name: row[name] for name in (*order, *rest)}


def _admin(place: Location, knowledge: Knowledge) -> tuple[str, ...]:
    reviewed = knowledge.places.place(place.id)
    paths = [path for path in (reviewed.admin if reviewed else ()) if path.kind == "de jure"]
    return paths[-1].path[1:] if paths else ()


def _other_names(place: Location, knowledge: Knowledge) -> tuple[str, ...]:
    if not place.id:
        return ()
    try:
        found = [name.text for name in knowledge.places.names(place.id)]
    except (KnowledgeError, ValueError):
        return ()
    return tuple(name for name in dict.fromkeys(found) if name != place.name)


def _geo_source(place: Location) -> str:
    if place.id.startswith("geonames:"):
        return f"GeoNames (CC BY 4.0), {place.id}"
    return f"reviewed places, {place.id}" if place.id else "the record"


def _weapons(case: _Case, knowledge: Knowledge) -> Row:
    found = [_entry(one.id, one.name, knowledge) for one in case.incident.weapons]
    entries = [entry for entry in found if entry is not None]
    levels = {
        "weapon_system": (WeaponLevel.LAUNCHER,),
        "munition": (WeaponLevel.CARRIER, WeaponLevel.MISSILE, WeaponLevel.MINE),
        "submunition": (WeaponLevel.SUBMUNITION,),
    }
    named: Row = {
        column: tuple(entry.name for entry in entries if entry.level in wanted)
        for column, wanted in levels.items()
    }
    categories = _categories(case, entries)
    modality = [one.claim.commitment.weapon for one in case.claims if one.weapons]
    return {
        "weapon_category": categories,
        **named,
        "weapon_modality": _strongest(modality),
        "delivery": _delivery(categories),
    }


def _entry(identifier: str, name: str, knowledge: Knowledge) -> Weapon | None:
    if identifier in knowledge.weapons:
        return knowledge.weapons.get(identifier)
    found = knowledge.weapons.named(name)
    return found[0] if found else None


def _categories(case: _Case, entries: Sequence[Weapon]) -> tuple[str, ...]:
    classes = [one.name for one in entries if one.level in {WeaponLevel.CLASS, WeaponLevel.AGENT}]
    implied = [generic.replace("-", " ") for one in entries for generic in one.generic]
    unknown = [one.name for one in case.incident.weapons if not one.id]
    return tuple(dict.fromkeys((*classes, *implied, *unknown)))


def _delivery(categories: Sequence[str]) -> str | None:
    ground, air = bool(GROUND & set(categories)), bool(AIR & set(categories))
    if ground is air:
        return None
    return "ground" if ground else "air"


def _strongest(stances: Sequence[Stance]) -> str | None:
    return max(stances, key=STRENGTH.index).value if stances else None


def _parties(case: _Case) -> Row:
    roles = [one.claim.role.value for one in case.claims if one.claim.role is not None]
    fired = [one for one in case.claims if one.actors and one.claim.role is None]
    role = ("fired", *roles) if fired else tuple(roles)
    stances = [one.claim.commitment.attribution for one in case.claims if one.actors]
    claiming = {Stance.AFFIRMED, Stance.HEDGED}
    speakers = [
        speaker.name
        for one in case.claims
        if one.claim.stance in claiming
        for speaker in one.speakers
    ]
    accused = tuple(actor.name for actor in case.incident.actors)
    return {
        "accused_actor": accused,
        "accused_role": next(iter(dict.fromkeys(role)), "unknown" if accused else None),
        "attribution_modality": _strongest(stances),
        "denied_by": tuple(sorted({denial.speaker for denial in case.assessment.denials})),
        "claimed_by": tuple(sorted({*speakers, *_own_voices(case, claiming)})),
    }


def _own_voices(case: _Case, claiming: set[Stance]) -> set[str]:
    publishers = {document.id: text(document.metadata.publisher) for document in case.documents}
    own = (
        publishers[one.claim.passage.document]
        for one in case.claims
        if not one.claim.attribution.chain and one.claim.stance in claiming
    )
    return {publisher for publisher in own if publisher}


def _casualties(case: _Case) -> Row:
    found = case.assessment.casualties
    killed, injured = found.killed, found.injured
    groups = {group.name: group.killed for group in found.groups}
    civilians, children = groups.get("civilian"), groups.get("child")
    named = any(groups.get(name) is not None for name in ("civilian", "military", "deminer"))
    exact = killed is not None and killed.minimum == killed.maximum
    return {
        **_range("killed", killed),
        "killed_best": killed.minimum if killed is not None and exact else None,
        **_range("injured", injured),
        **_range("civilians_killed", civilians),
        **_range("children_killed", children),
        "status_unknown_killed": killed.minimum if killed is not None and not named else None,
        "casualty_scope": case.incident.scope.value,
        "casualty_rule": found.rule or None,
    }


def _range(name: str, quantity: Quantity | None) -> Row:
    return {
        f"{name}_min": quantity.minimum if quantity else None,
        f"{name}_max": quantity.maximum if quantity else None,
    }


def _judgement(case: _Case) -> Row:
    reasons = case.assessment.reasons
    return {
        "grade": case.assessment.grade.value,
        "grade_rule": reasons[0].rule if reasons else None,
        "standard_of_proof": None,
        "admiralty_best": NOT_JUDGED,
    }


def _evidence(case: _Case) -> Row:
    published = sorted(filter(None, (text(one.metadata.published) for one in case.documents)))
    urls = (text(one.metadata.address) for one in case.documents)
    return {
        "n_claims": len(case.claims),
        "n_documents": len(case.documents),
        "n_independent_origins": case.assessment.independent,
        "source_ids": tuple(one.id for one in case.documents),
        "source_urls": tuple(url for url in urls if url),
        "archive_urls": tuple(f"hash://sha256/{one.capture.sha256}" for one in case.documents),
        "first_reported": published[0] if published else None,
        "last_updated": published[-1] if published else None,
    }


def incidents_of(record: Record) -> Mapping[str, tuple[str, ...]]:
    """Return, per claim, the numbers of the incidents it belongs to."""
    found: dict[str, list[str]] = {}
    for incident in record.incidents():
        for claim in incident.claims:
            found.setdefault(claim, []).append(incident.number)
    return {claim: tuple(numbers) for claim, numbers in found.items()}
