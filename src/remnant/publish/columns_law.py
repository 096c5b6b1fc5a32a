"""Columns of the datasets on obligations, membership, statements and searches."""

from collections.abc import Mapping

from remnant.publish.column import Column, Type

_T, _I, _B, _D = Type.TEXT, Type.INTEGER, Type.BOOLEAN, Type.DATE
_EDTF = "EDTF (ISO 8601-2)"
_ISO = "ISO 8601"
_STATE = "state"


def _list(name: str, description: str, standard: str = "") -> Column:
    return Column(name, _T, description, "", standard, many=True)


OBLIGATIONS: tuple[Column, ...] = (
    Column("incident_id", _T, "Number of the incident or episode."),
    Column("party", _T, "The accused state, territory or group."),
    Column("treaty", _T, "Short name of the treaty: CCM, MBT, CCW."),
    Column("on", _D, "The day of the event, or the first day on which it may have been.", "", _ISO),
    Column(
        "standing",
        _T,
        "State Party, signatory, non-signatory, not yet open, not eligible or unknown.",
    ),
    Column("governed", _B, "A weapon named is of a class that the treaty is about."),
    _list("articles", "Articles on use that bound the party; empty if none did."),
    Column("sentence", _T, "The standing in words."),
    _list("reasons", "The acts from which it follows, each with its source and how sure it is."),
    _list("deadlines", "What it had to have done by when, in sentences."),
    _list("votes", "How it voted in that year on resolutions about the treaty, in sentences."),
    Column("citation", _T, "Source of the treaty's entry."),
)
"""One row per incident, accused party and treaty."""

MEMBERS: tuple[Column, ...] = (
    Column("treaty", _T, "Short name of the treaty."),
    Column("from", _D, "Day from which the counts hold, until that of the next row.", "", _ISO),
    Column("parties_by_deposit", _I, "States that had joined, by deposit.", _STATE),
    Column("parties_in_force", _I, "States bound, by entry into force for each.", _STATE),
    Column("signatories", _I, "States that had signed and not joined, by deposit.", _STATE),
    Column("joined", _I, "States that had signed or joined: the two together.", _STATE),
    Column("ever_signed", _I, "States that had signed, whatever they did after.", _STATE),
)
"""One row per day on which a count of members changed."""

STATEMENTS: tuple[Column, ...] = (
    Column("claim_id", _T, "Identifier of the claim."),
    Column("document_id", _T, "Identifier of its document."),
    Column("kind", _T, "treaty, vote or position."),
    Column("state", _T, "Identifier of the state it is about; empty for a number of members."),
    Column("treaty", _T, "Short name of the treaty."),
    Column("exact", _T, "The words."),
    _list("speakers", "Who says it; empty for the publisher in its own voice."),
    Column("on", _D, "Day for which the tables were asked.", "", _ISO),
    Column(
        "accord",
        _T,
        "agrees, differs, not recorded; beside, for a position that no table can bear out.",
    ),
    Column("tables_say", _T, "What the tables of acts and votes say, in words."),
    _list("incident_ids", "Incidents of that year in which the state is accused of use."),
    Column("citation", _T, "Where the tables have it from."),
)
"""One row per statement on treaties and votes, and state it is about."""

SEARCHES: tuple[Column, ...] = (
    Column("search_id", _T, "Identifier of the search, made from its content."),
    Column("place", _T, "Where was searched: a site, archive, library or agency."),
    _list("languages", "In which languages.", "BCP 47"),
    Column(
        "since", _T, "From when what was published was searched; empty for no limit.", "", _EDTF
    ),
    Column("until", _T, "Up to when.", "", _EDTF),
    _list("words", "What was searched for; empty if everything was read through."),
    _list("about", "States, territories or groups it was about; empty for the whole record."),
    Column("found", _I, "Relevant documents found; 0 is none, empty is not counted.", "document"),
    Column("by", _T, "Who searched."),
    Column("recorded", _T, "When it was recorded, in UTC.", "", _ISO),
    Column("note", _T, "Anything else to know."),
)
"""One row per search that stands."""

LAW: Mapping[str, tuple[Column, ...]] = {
    "obligations": OBLIGATIONS,
    "members": MEMBERS,
    "statements": STATEMENTS,
    "searches": SEARCHES,
}

LAW_ABOUT: Mapping[str, str] = {
    "obligations": "One row per incident, accused party and treaty: what bound it on that day.",
    "members": (
        "One row per treaty and day on which a count of its members changed: for any date take "
        "the last row before it."
    ),
    "statements": (
        "One row per statement on a treaty or vote and state: what was said beside the tables."
    ),
    "searches": "One row per search that people recorded: silence about the rest is not absence.",
}

LAW_KEYS: Mapping[str, tuple[str, ...]] = {
    "obligations": ("incident_id", "party", "treaty"),
    "members": ("treaty", "from"),
    "statements": ("claim_id", "state", "treaty"),
    "searches": ("search_id",),
}
