"""The one table of columns: what each dataset holds, in which unit, after which standard.

The writers, the data dictionary and the machine-readable description are all made from it.
"""

from collections.abc import Mapping

from remnant.publish.column import Column, Type
from remnant.publish.columns_disputes import DISPUTES, DISPUTES_ABOUT, DISPUTES_KEYS
from remnant.publish.columns_grades import WEIGHED, WEIGHED_ABOUT, WEIGHED_KEYS
from remnant.publish.columns_law import LAW, LAW_ABOUT, LAW_KEYS

_T, _I, _N, _B, _D = Type.TEXT, Type.INTEGER, Type.NUMBER, Type.BOOLEAN, Type.DATE
_ANNO = "W3C Web Annotation Data Model"
_EDTF = "EDTF (ISO 8601-2)"
_ECC = "Standards for Casualty Recording, Every Casualty Counts"
_GED = "UCDP GED codebook"
_POINT = "Unicode code point"
_PERSON = "person"


def _list(name: str, description: str, standard: str = "") -> Column:
    return Column(name, _T, description, "", standard, many=True)


def _bounds(name: str, of: str, unit: str = _PERSON, standard: str = _ECC) -> tuple[Column, ...]:
    return (
        Column(f"{name}_min", _I, f"Least number of {of}.", unit, standard),
        Column(
            f"{name}_max", _I, f"Most; empty if no upper bound was given for {of}.", unit, standard
        ),
    )


CLAIMS: tuple[Column, ...] = (
    Column("claim_id", _T, "Identifier of the claim, made from its content."),
    Column("document_id", _T, "Identifier of the document that carries it."),
    Column("document_sha256", _T, "SHA-256 of the preserved original.", "", "FIPS 180-4"),
    Column("document_title", _T, "Title of the document."),
    Column("publisher", _T, "Publisher of the document, as named."),
    Column("published", _T, "Date of publication.", "", _EDTF),
    Column("kind", _T, "Kind of proposition: use, harm, remnants and so on."),
    Column("stance", _T, "Stance of the speaker: affirmed, hedged, denied, not_known or open."),
    Column("commitment_event", _T, "Stance towards that it happened."),
    Column("commitment_weapon", _T, "Stance towards which weapon it was."),
    Column("commitment_attribution", _T, "Stance towards who did it."),
    _list("speaker_chain", "Who says so, from the outermost speaker to the innermost."),
    _list("speakers", "The innermost speakers in normal form; the publisher if in its own voice."),
    Column("own_voice", _B, "The author or publisher speaks in its own voice."),
    Column("quoted", _B, "The proposition stands between quotation marks."),
    Column("exact", _T, "The words of the claim.", "", f"{_ANNO}: TextQuoteSelector.exact"),
    Column("prefix", _T, "Up to 32 characters before.", "", f"{_ANNO}: TextQuoteSelector.prefix"),
    Column("suffix", _T, "Up to 32 characters after.", "", f"{_ANNO}: TextQuoteSelector.suffix"),
    Column("start", _I, "Offset of the first character.", _POINT, f"{_ANNO}: TextPositionSelector"),
    Column("end", _I, "Offset after the last.", _POINT, f"{_ANNO}: TextPositionSelector"),
    Column("masked", _B, "Contact details in the words were masked, one sign for each character."),
    _list("actor", "Who did it, holds it or declares it, in normal form."),
    _list("actor_ids", "Identifiers of the actors in the knowledge; empty text for none."),
    _list("actor_words", "The words of the document for the actors."),
    Column("role", _T, "What the actor did where it was not plain firing."),
    _list("supplier", "Who passed the weapons on."),
    _list("recipient", "Who received them."),
    _list("weapon", "Weapons in normal form, specific and generic."),
    _list("weapon_ids", "Identifiers of the weapons in the knowledge."),
    _list("weapon_words", "The words of the document for the weapons."),
    _list("target", "What or whom it was directed at or hit, in the document's words."),
    _list("place", "Places in normal form."),
    _list("place_ids", "Gazetteer identifiers of the places."),
    _list("place_words", "The words of the document for the places."),
    _list("date", "Dates of the event, or of the act for votes and positions.", _EDTF),
    _list("date_words", "The words of the document for the dates."),
    *_bounds("killed", "people killed, as said"),
    _list("killed_words", "The words of the document for the killed."),
    *_bounds("injured", "people injured, as said"),
    _list("injured_words", "The words of the document for the injured."),
    *_bounds("count", "weapons, remnants, attacks or members, as said", "item", ""),
    _list("count_words", "The words of the document for the count."),
    Column("treaty", _T, "Treaty in normal form: CCM, MBT, CCW or another name."),
    Column("ballot", _T, "How a state voted: yes, no, abstain or absent."),
    Column("membership", _T, "Standing towards the treaty, as claimed."),
    _list("notes", "Labels of the document's notes that the passage carries."),
    _list("basis", "What the speaker says it rests on, strongest first."),
    Column("general", _B, "It speaks of a war or campaign, or gives a figure over several events."),
    _list("incident_ids", "Numbers of the incidents that it belongs to."),
    Column("extractor", _T, "Name and version of what extracted it; no person has reviewed it."),
)
"""One row per claim: what was said, by whom, in which words."""

INCIDENTS: tuple[Column, ...] = (
    Column("incident_id", _T, "Permanent number; never used again for another incident."),
    Column("code", _T, "Date and place, to read; not unique."),
    Column(
        "date_start",
        _D,
        "First day on which it may have happened.",
        "",
        "ISO 8601; UCDP GED date_start",
    ),
    Column(
        "date_end", _D, "Last day on which it may have happened.", "", "ISO 8601; UCDP GED date_end"
    ),
    Column(
        "date_precision",
        _I,
        "1 day, 2 two to six days, 3 week, 4 month, 5 longer.",
        "",
        f"{_GED}: date_prec",
    ),
    Column(
        "time_local", _T, "Local time of day; empty, as no claim is read for it.", "", "ISO 8601"
    ),
    Column(
        "tz", _T, "Time zone of `time_local`; empty where that is.", "", "IANA time zone database"
    ),
    Column("country", _T, "State in which the place lies by law.", "", "ISO 3166-1 alpha-2"),
    Column("admin1", _T, "Largest unit below the state, by law, where the place was reviewed."),
    Column("admin2", _T, "Next unit below, by law, where the place was reviewed."),
    Column("place_name", _T, "Name of the place in normal form."),
    _list("place_name_alt", "Other names of the place, whichever side uses them."),
    Column("latitude", _N, "Latitude.", "decimal degree, WGS84", "EPSG:4326"),
    Column("longitude", _N, "Longitude.", "decimal degree, WGS84", "EPSG:4326"),
    Column(
        "geo_precision",
        _I,
        "1 exact, 2 near, 3 district, 4 province, 5 region, 6 country, 7 unknown.",
        "",
        f"{_GED}: where_prec",
    ),
    Column("geo_source", _T, "Where the coordinates come from."),
    _list("weapon_category", "Generic classes of the weapons said to have been used."),
    _list("weapon_system", "Launchers named."),
    _list("munition", "Bombs, rockets, missiles, shells and mines named."),
    _list("submunition", "Submunitions named."),
    Column(
        "weapon_modality", _T, "Strongest stance that one of its claims takes towards the weapon."
    ),
    Column("delivery", _T, "`ground` or `air`, where the weapons named tell; empty otherwise."),
    _list("accused_actor", "Parties said to have done it; several are alternatives or joint."),
    Column("accused_role", _T, "fired, supplied, ordered, backed or unknown."),
    Column(
        "attribution_modality", _T, "Strongest stance that one of its claims takes on who did it."
    ),
    _list("denied_by", "Who denies it; a denial of a whole war's allegations counts."),
    _list("claimed_by", "Who affirms or reports it, in normal form."),
    *_bounds("killed", "people killed, over the independent origins"),
    Column(
        "killed_best",
        _I,
        "The figure, where least and most agree; Remnant chooses none otherwise.",
        _PERSON,
        f"{_GED}: best",
    ),
    *_bounds("injured", "people injured, over the independent origins"),
    *_bounds("civilians_killed", "people killed whom a claim calls civilians"),
    *_bounds("children_killed", "people killed whom a claim calls children, and nobody else"),
    Column(
        "status_unknown_killed",
        _I,
        "Least number killed, where no claim says who they were.",
        _PERSON,
        _ECC,
    ),
    Column(
        "casualty_scope",
        _T,
        "`incident`, or `episode` for figures over a war or campaign.",
        "",
        _ECC,
    ),
    Column("casualty_rule", _T, "Name of the rule that gave the range.", "", _ECC),
    Column(
        "grade",
        _T,
        "admitted, established, probable, single origin, contested, refuted, unassessed.",
    ),
    Column("grade_rule", _T, "The rule that decided the grade."),
    Column(
        "standard_of_proof",
        _T,
        "Set by a person only; empty otherwise.",
        "",
        "OHCHR guidance on commissions of inquiry, 2015",
    ),
    Column(
        "admiralty_best",
        _T,
        "Set by a person only; F6, cannot be judged, otherwise.",
        "",
        "Admiralty code (NATO AJP-2.1)",
    ),
    Column("n_claims", _I, "How many claims it has.", "claim"),
    Column("n_documents", _I, "How many documents carry them.", "document"),
    Column(
        "n_independent_origins",
        _I,
        "How many independent origins the grade counts; parties are left out.",
        "origin",
    ),
    _list("source_ids", "Identifiers of those documents."),
    _list("source_urls", "Their addresses."),
    _list("archive_urls", "The preserved originals, by hash.", "Hash URI"),
    Column("first_reported", _T, "Date of publication of the earliest document.", "", _EDTF),
    Column("last_updated", _T, "Date of publication of the latest document.", "", _EDTF),
    Column("dataset_version", _T, "Version of the program and of its rules of grading."),
    Column("licence", _T, "Licence that the publisher of the record gives; empty if not stated."),
    Column("notes", _T, "What the claims disagree on, in sentences."),
)
"""One row per incident, and per episode such as a war: what follows from the claims."""

SOURCES: tuple[Column, ...] = (
    Column("document_id", _T, "Identifier of the document."),
    Column("sha256", _T, "SHA-256 of the original.", "", "FIPS 180-4"),
    Column("size", _I, "Length of the original.", "byte"),
    Column("media_type", _T, "Media type, detected from the bytes.", "", "IANA media types"),
    Column("origin", _T, "File name or address from which it was taken, without folders."),
    Column("captured", _T, "When it was preserved, in UTC.", "", "ISO 8601"),
    Column("title", _T, "Title."),
    Column("publisher", _T, "Publisher, as named."),
    Column("author", _T, "Author, as named."),
    Column("published", _T, "Date of publication.", "", _EDTF),
    Column("kind", _T, "Kind of document."),
    Column("language", _T, "Language.", "", "BCP 47"),
    Column("address", _T, "Where it is or was published."),
    Column("digest_of", _T, "The work it summarises, if it is a digest."),
    _list("provenance", "Which metadata was given, stated or inferred: `title=given`."),
    Column("reader", _T, "Name and version of what read it."),
    Column("n_claims", _I, "How many claims it carries.", "claim"),
    _list("issues", "Problems met while reading, by code."),
)
"""One row per document."""

LINEAGE: tuple[Column, ...] = (
    Column("child_id", _T, "Identifier of the work that rests on the other."),
    Column("child", _T, "Short citation of it."),
    Column("parent_id", _T, "Identifier of the work it rests on."),
    Column("parent", _T, "Short citation of that."),
    Column("parent_in_record", _B, "The work it rests on is itself a document of the record."),
    Column(
        "kind",
        _T,
        "How: quotes, cites, repeats, copies, restates, shares, same speaker, digests, related.",
        "",
        "PROV-O: wasQuotedFrom, hadPrimarySource, wasDerivedFrom",
    ),
    Column("score", _N, "From 0 to 1."),
    Column("reason", _T, "Why, in a sentence."),
    _list("passages", "The words that show it.", f"{_ANNO}: TextQuoteSelector.exact"),
    _list(
        "passage_starts",
        "Offset of each passage, in code points.",
        f"{_ANNO}: TextPositionSelector",
    ),
    _list("passage_ends", "Offset after each passage.", f"{_ANNO}: TextPositionSelector"),
    _list("passage_documents", "Identifier of the document that each passage stands in."),
    _list("claim_ids", "The claims that rest on it; empty if the whole document does."),
    Column("decision_id", _T, "A person's decision on it; empty if there is none."),
    Column("cut", _B, "A person decided that it does not hold; it counts nowhere."),
)
"""One row per derivation: which work rests on which, with the passages that show it."""

DATASETS: Mapping[str, tuple[Column, ...]] = {
    "claims": CLAIMS,
    "incidents": INCIDENTS,
    "sources": SOURCES,
    "lineage": LINEAGE,
    **WEIGHED,
    **DISPUTES,
    **LAW,
}
"""The columns of each dataset."""

ABOUT: Mapping[str, str] = {
    "claims": "One row per claim: what was said, by whom, in which words.",
    "incidents": "One row per incident, and per episode such as a war.",
    "sources": "One row per document of the record.",
    "lineage": "One row per derivation of one work from another.",
    **WEIGHED_ABOUT,
    **DISPUTES_ABOUT,
    **LAW_ABOUT,
}
"""What a row of each dataset is."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "claims": ("claim_id",),
    "incidents": ("incident_id",),
    "sources": ("document_id",),
    "lineage": ("child_id", "parent_id", "kind"),
    **WEIGHED_KEYS,
    **DISPUTES_KEYS,
    **LAW_KEYS,
}
"""Primary key of each dataset."""
