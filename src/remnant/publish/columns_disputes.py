"""The columns of what is disputed: denials and concessions, and casualty figures."""

from collections.abc import Mapping

from remnant.publish.column import Column, Type

_T, _I, _B = Type.TEXT, Type.INTEGER, Type.BOOLEAN
_ANNO = "W3C Web Annotation Data Model"
_EDTF = "EDTF (ISO 8601-2)"
_ECC = "Standards for Casualty Recording, Every Casualty Counts"
_PERSON = "person"


def _list(name: str, description: str, standard: str = "") -> Column:
    return Column(name, _T, description, "", standard, many=True)


def _bounds(name: str, of: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_min", _I, f"Least number of {of}.", _PERSON, _ECC),
        Column(
            f"{name}_max", _I, f"Most; empty if no upper bound was given for {of}.", _PERSON, _ECC
        ),
    )


DENIALS: tuple[Column, ...] = (
    Column("entry_id", _T, "Identifier of the row, made from its party and claims."),
    Column("party", _T, "The accused party, in normal form."),
    Column("party_id", _T, "Its identifier in the knowledge, or its folded name."),
    Column("answered", _T, "Where the accusation stands; empty if the row has none."),
    Column("accusation_id", _T, "The claim that accuses; empty for an answer to none at hand."),
    Column("accusation_kind", _T, "Kind of what is alleged: use, harm, remnants, possession."),
    Column("accusation_stance", _T, "Stance of the accuser."),
    _list("accused_by", "Who says it: the innermost speakers."),
    Column("accusation_origin", _T, "The independent origin that the accusation rests on."),
    _list("accused_beside", "Other parties accused in the same words, as alternatives or jointly."),
    Column("accused_on", _T, "When it was said.", "", _EDTF),
    Column("accusation_document", _T, "Identifier of the document that carries it."),
    Column("accusation_exact", _T, "Its words.", "", f"{_ANNO}: TextQuoteSelector.exact"),
    _list("incident_ids", "Numbers of the incidents and episodes that the accusation belongs to."),
    Column("answer_id", _T, "The claim that answers; empty if none is at hand, which is no proof."),
    Column("response", _T, "denial, concession or partial concession."),
    Column(
        "scope",
        _T,
        "What is denied: use, possession, evidence, targeting of civilians, responsibility, "
        "the allegations, everything.",
    ),
    Column("says_outright", _B, "The words say that the party did not do it, or does not have it."),
    Column("answer_voice", _T, "Who speaks for the party, in the document's words."),
    Column("carried_by", _T, "Who hands the answer on; empty if the party published it."),
    Column("carried_by_adversary", _B, "Only another side of the conflict hands it on."),
    Column("answered_on", _T, "When it was said.", "", _EDTF),
    Column(
        "answered_by_then",
        _B,
        "The day is that of the report that hands the answer on; its own is not stated.",
    ),
    Column("answer_document", _T, "Identifier of the document that carries it."),
    Column("answer_exact", _T, "Its words.", "", f"{_ANNO}: TextQuoteSelector.exact"),
    Column("general", _B, "It speaks of a war or campaign rather than of one event."),
    Column("meaning", _T, "What the answer says, and what it leaves unsaid."),
    Column("rendered", _T, "Where it is told more strongly than the statement it rests on: how."),
)
"""One row per accusation and answer: the ledger of every accused party."""

_WHO = "as far as the words by the number say; empty if they do not"

FIGURES: tuple[Column, ...] = (
    Column("figure_id", _T, "Identifier of the row, made from its incident and claim."),
    Column("incident_id", _T, "Number of the incident or episode."),
    Column("scope", _T, "`incident` or `episode`."),
    Column("claim_id", _T, "The claim that gives the figure."),
    Column("origin", _T, "The independent origin under which it counts; empty if none."),
    Column(
        "standing",
        _T,
        "`stands`; `superseded` by the same origin; `apart`, as it covers something else; `died "
        "later`, of injuries.",
    ),
    Column("step", _I, "Place of the figure in the series of its origin, from 1.", "", _ECC),
    Column("said_on", _T, "When it was said.", "", _EDTF),
    *_bounds("killed", "people killed, as said"),
    *_bounds("injured", "people injured, as said"),
    Column("hedged", _B, "The speaker hedges it."),
    Column("covers", _T, "The places and days it covers, where they are more than one incident."),
    Column("killed_status", _T, f"civilian, military or deminer, {_WHO}.", "", _ECC),
    Column("killed_age", _T, f"child or adult, {_WHO}.", "", _ECC),
    Column("killed_sex", _T, f"female or male, {_WHO}.", "", _ECC),
    Column("injured_status", _T, f"The same for the injured, {_WHO}.", "", _ECC),
    Column("injured_age", _T, f"The same for the injured, {_WHO}.", "", _ECC),
    Column("injured_sex", _T, f"The same for the injured, {_WHO}.", "", _ECC),
    _list("portions", "Some of them counted apart: `2 killed: child`.", _ECC),
    Column("exact", _T, "The words of the claim.", "", f"{_ANNO}: TextQuoteSelector.exact"),
)
"""One row per casualty figure, in the series of its origin."""

TOLLS: tuple[Column, ...] = (
    Column("toll_id", _T, "Country and year."),
    Column("country", _T, "State in which the places lie by law.", "", "ISO 3166-1 alpha-2"),
    Column("year", _I, "Year of the incidents; empty if their dates do not tell."),
    *_bounds("killed", "people killed, added up over incidents"),
    *_bounds("injured", "people injured, added up over incidents"),
    *_bounds("civilians_killed", "those of the killed who are said to be civilians"),
    *_bounds("children_killed", "those of the killed who are said to be children"),
    Column("n_with_figure", _I, "How many incidents have a figure.", "incident"),
    Column("n_without", _I, "How many have none, which is not 0.", "incident"),
    _list("incident_ids", "Numbers of the incidents with a figure."),
    _list("without_ids", "Numbers of those without."),
    _list("doubtful", "Incidents that may be one event: the least counts them once."),
    Column("casualty_rule", _T, "Rule by which each incident's figures were reconciled.", "", _ECC),
)
"""One row per country and year; episodes and totals are never added."""

TOTALS: tuple[Column, ...] = (
    Column("total_id", _T, "Identifier of the row, made from its incident and claim."),
    Column("incident_id", _T, "Number of the episode or incident under which it stands."),
    Column("claim_id", _T, "The claim that gives the total."),
    Column("covers", _T, "The places and days it covers."),
    *_bounds("killed", "people killed, as said"),
    *_bounds("injured", "people injured, as said"),
    _list("part_ids", "Incidents within it that have a number of killed."),
    *_bounds("together", "people killed in those parts together"),
    Column("fits", _B, "The parts can be of this total; empty if nothing can be checked."),
    Column("check", _T, "The check in plain words."),
)
"""One row per total over several places or days, set against its parts."""

CONTRADICTIONS: tuple[Column, ...] = (
    Column("side_id", _T, "Identifier of the row: of one side of one contradiction."),
    Column("contradiction_id", _T, "Identifier of the contradiction; its sides share it."),
    Column("incident_id", _T, "Number of the incident or episode."),
    Column(
        "about", _T, "who did it, which weapon, where, when, how many, what was denied, whether."
    ),
    Column(
        "clash",
        _T,
        "incompatible, misquoted, superseded, different scope or different precision.",
    ),
    Column("sentence", _T, "What differs, in plain words."),
    Column("value", _T, "The value of this side."),
    _list("claim_ids", "The claims that carry it."),
    _list("origins", "The independent origins behind those claims."),
    Column("note", _T, "A public note that a person wrote; empty if nobody did."),
    Column("noted_by", _T, "Who wrote it."),
)
"""One row per side of a contradiction."""

DISPUTES: Mapping[str, tuple[Column, ...]] = {
    "denials": DENIALS,
    "figures": FIGURES,
    "tolls": TOLLS,
    "totals": TOTALS,
    "contradictions": CONTRADICTIONS,
}
"""The columns of each dataset."""

DISPUTES_ABOUT: Mapping[str, str] = {
    "figures": "One row per casualty figure, in the series of its origin.",
    "tolls": (
        "One row per country and year, over incidents alone. Nothing is counted twice; unknown is "
        "never 0."
    ),
    "contradictions": "One row per side of what the accounts of an incident differ in.",
    "totals": "One row per total over several places or days, set against its parts.",
    "denials": (
        "One row per accusation of a party and answer to it. An accusation without an answer at "
        "hand has one row with an empty answer; an answer to no accusation at hand has one too."
    ),
}
"""What a row of each dataset is."""

DISPUTES_KEYS: Mapping[str, tuple[str, ...]] = {
    "denials": ("entry_id",),
    "figures": ("figure_id",),
    "tolls": ("toll_id",),
    "totals": ("total_id",),
    "contradictions": ("side_id",),
}
"""Primary key of each dataset."""
