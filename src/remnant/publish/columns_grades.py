"""The columns of grades with what carries and would change them, and of each fact's origins."""

from collections.abc import Mapping

from remnant.publish.column import Column, Type

_T, _N, _B = Type.TEXT, Type.NUMBER, Type.BOOLEAN


def _list(name: str, description: str, standard: str = "") -> Column:
    return Column(name, _T, description, "", standard, many=True)


GRADES: tuple[Column, ...] = (
    Column("incident_id", _T, "Number of the incident or episode."),
    Column("grade", _T, "The computed grade."),
    Column("rules", _T, "Name and version of the rule table."),
    Column("airwars", _T, "What is nearest at Airwars; empty if nothing is.", "", "Airwars"),
    Column("nearest", _T, "What is nearest elsewhere."),
    Column("reason", _T, "The rule that decided, in a sentence."),
    _list("carrying_claim_ids", "The fewest claims found that carry the grade by themselves."),
    _list("changes", "What would change it, each with the grade that it would have then."),
    Column("reviewer_grade", _T, "The grade that a person gave; empty if nobody did."),
    Column("reviewed_on", Type.DATE, "When, in UTC.", "", "ISO 8601"),
    Column("reviewer_note", _T, "Why, in the person's words."),
    Column("reviewer_agrees", _B, "The two grades are the same; empty if nobody gave one."),
)
"""One row per incident or episode."""

FACTS: tuple[Column, ...] = (
    Column("incident_id", _T, "Number of the incident or episode."),
    Column("fact", _T, "the event, weapon, who did it, killed or injured."),
    Column("value", _T, "The value; empty for the event itself."),
    Column(
        "origins",
        _N,
        "Independent origins that say so; related organisations count as a fraction.",
        "origin",
    ),
    _list("supporting", "Those origins."),
    _list("parties", "Parties to the conflict that say so; not counted."),
    _list("against", "Who says that it is not so, or gives another value."),
    _list("basis", "What those that say so rest on, strongest first."),
    _list("claim_ids", "The claims that say so."),
)
"""One row per value of each fact of an incident."""

WEIGHED: Mapping[str, tuple[Column, ...]] = {"grades": GRADES, "facts": FACTS}
"""The columns of each dataset."""

WEIGHED_ABOUT: Mapping[str, str] = {
    "grades": "One row per incident: its grade, what carries it, what would change it.",
    "facts": "One row per value of each fact, with the independent origins for and against it.",
}
"""What a row of each dataset is."""

WEIGHED_KEYS: Mapping[str, tuple[str, ...]] = {
    "grades": ("incident_id",),
    "facts": ("incident_id", "fact", "value"),
}
"""Primary key of each dataset."""
