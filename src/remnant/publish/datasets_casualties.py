"""Rows of the datasets of casualties: figures, tolls by country and year, stated totals."""

from collections import Counter
from collections.abc import Iterator

from remnant.assess.rollup import country_years, stated_totals
from remnant.model.assessment import Assessment
from remnant.model.casualties import Figure, People, Portion
from remnant.model.ids import content_id
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.model.value import Quantity
from remnant.model.words import number
from remnant.publish.datasets_rows import Row
from remnant.publish.pages.masking import publishable


def figure_rows(record: Record) -> Iterator[Row]:
    """Yield a row per figure, by incident; of each origin the earliest first."""
    for incident in record.incidents():
        assessment = record.assessment(incident.number)
        toll = assessment.casualties
        steps: Counter[tuple[str, str]] = Counter()
        for standing, figures in (
            ("superseded", toll.superseded),
            ("stands", toll.figures),
            ("apart", toll.apart),
            ("died later", toll.later),
        ):
            for one in figures:
                steps[(one.origin, one.covers)] += 1
                step = steps[(one.origin, one.covers)] if standing != "died later" else None
                yield {
                    **_place(incident, one, assessment, standing=standing, step=step),
                    **_figure(one),
                    "exact": publishable(record.claim(one.claim).claim.passage.quote),
                }


def _place(
    incident: Incident, one: Figure, assessment: Assessment, *, standing: str, step: int | None
) -> Row:
    names = {origin.id: origin.label for origin in assessment.origins}
    return {
        "figure_id": content_id("f", (incident.number, one.claim)),
        "incident_id": incident.number,
        "scope": incident.scope.value,
        "claim_id": one.claim,
        "origin": publishable(names.get(one.origin, "")) or None,
        "standing": standing,
        "step": step,
        "said_on": one.said.edtf if one.said else None,
    }


def _figure(one: Figure) -> Row:
    return {
        **bounds("killed", one.killed),
        **bounds("injured", one.injured),
        "hedged": one.hedged,
        "covers": publishable(one.covers) or None,
        **_who("killed", one.who_killed),
        **_who("injured", one.who_injured),
        "portions": tuple(_portion(part) for part in one.portions),
    }


def _who(part: str, who: People) -> Row:
    said = {"status": who.status.value, "age": who.age.value, "sex": who.sex.value}
    return {f"{part}_{name}": None if v == "unknown" else v for name, v in said.items()}


def _portion(part: Portion) -> str:
    who = part.people
    kinds = [one.value for one in (who.status, who.age, who.sex) if one.value != "unknown"]
    return f"{number(part.number)} {'injured' if part.injured else 'killed'}: {', '.join(kinds)}"


def bounds(name: str, quantity: Quantity | None) -> Row:
    """Return the least and the most of a number; both unknown if it is."""
    return {
        f"{name}_min": quantity.minimum if quantity else None,
        f"{name}_max": quantity.maximum if quantity else None,
    }


def toll_rows(record: Record) -> Iterator[Row]:
    """Yield a row per country and year."""
    rules = {record.assessment(one.number).casualties.rule for one in record.incidents()} - {""}
    for one in country_years(record):
        yield {
            "toll_id": f"{one.country or 'unknown'}-{one.year or 'unknown'}",
            "country": one.country or None,
            "year": one.year,
            **bounds("killed", one.killed),
            **bounds("injured", one.injured),
            **bounds("civilians_killed", one.civilians_killed),
            **bounds("children_killed", one.children_killed),
            "n_with_figure": len(one.counted),
            "n_without": len(one.unknown),
            "incident_ids": one.counted,
            "without_ids": one.unknown,
            "doubtful": tuple(" + ".join(numbers) for numbers in one.doubtful),
            "casualty_rule": ", ".join(sorted(rules)) or None,
        }


def total_rows(record: Record) -> Iterator[Row]:
    """Yield a row per stated total."""
    for one in stated_totals(record):
        figure = one.figure
        yield {
            "total_id": content_id("t", (one.incident, figure.claim)),
            "incident_id": one.incident,
            "claim_id": figure.claim,
            "covers": publishable(figure.covers) or None,
            **bounds("killed", figure.killed),
            **bounds("injured", figure.injured),
            "part_ids": one.parts,
            **bounds("together", one.together),
            "fits": one.fits,
            "check": publishable(one.sentence),
        }
