"""The tables of the record.

Rows are added, never changed and never removed. Each row says something of a subject;
the latest row of a subject is the current one, and the row of a subject that is gone
has `withdrawn` set. Each subject's row names its run; rows that are parts of a result
(claims, passages, keys) name it through their result.

| table | subject | a row says |
| --- | --- | --- |
| results | an original | the document read from it by one version of processing |
| links | two event mentions | how they compare |
| incidents | an incident number | its values |
| incident_mentions, incident_links, incident_redirects | a number and a member | that it belongs |
| incident_keys | a number and a key | that denials with this key may answer it |
| foundings | an incident number | the event mention it was given out for |
| assessments | an incident number | what is concluded of it |
| marks | a journal | how far it had been read |
| works, edges | a work; two works and a kind | that it exists; that one rests on the other |
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0002"
"""The newest migration: the shape of these tables."""

ORDINAL_BITS = 20
"""A part's row number is its result's sequence number followed by these bits of ordinal.

So a document may have up to 1,048,576 sections, claims or event mentions, and the
result of a part is known without asking.
"""


def rows_of(result: int) -> tuple[int, int]:
    """Return the first and the last row number that parts of a result can have."""
    return result << ORDINAL_BITS, (result + 1 << ORDINAL_BITS) - 1


KEY = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared by code points on every database, so that order does not depend on the system."""

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("version", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("started", KEY, nullable=False),
)

run_ends = Table(
    "run_ends",
    metadata,
    Column("run", KEY, ForeignKey("runs.id"), primary_key=True),
    Column("ended", KEY, nullable=False),
)


def _sequence() -> Column[int]:
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Column("seq", kind, primary_key=True, autoincrement=False)


def _row() -> Column[int]:
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Column("row", kind, primary_key=True, autoincrement=False)


def _run() -> Column[str]:
    return Column("run", KEY, ForeignKey("runs.id"), nullable=False)


def _result() -> Column[int]:
    return Column("result", BigInteger, ForeignKey("results.seq"), nullable=False)


def _withdrawn() -> Column[bool]:
    return Column("withdrawn", Boolean, nullable=False)


results = Table(
    "results",
    metadata,
    _sequence(),
    Column("sha256", KEY, nullable=False),
    Column("document", KEY, nullable=False),
    Column("processing", KEY, nullable=False),
    Column("captured", KEY, nullable=False),
    _withdrawn(),
    _run(),
    Index("results_by_original", "sha256", "seq"),
    Index("results_by_document", "document", "seq"),
    Index("results_by_capture", "captured", "document", "seq"),
    Index("results_by_run", "run", "sha256"),
    Index("results_by_processing", "processing", "sha256", "document", "seq"),
)

contents = Table(
    "contents",
    metadata,
    Column(
        "result",
        BigInteger().with_variant(Integer, "sqlite"),
        ForeignKey("results.seq"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    _row(),
    _result(),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    _row(),
    _result(),
    Column("id", KEY, nullable=False),
    Column("document", KEY, nullable=False),
    Column("kind", KEY, nullable=False),
    Column("stance", KEY, nullable=False),
    Column("general", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("earliest", KEY),
    Column("latest", KEY),
    Column("body", Text, nullable=False),
    UniqueConstraint("id", "result", name="claims_once"),
    Index("claims_by_kind", "kind", "stance", "row"),
)

claim_values = Table(
    "claim_values",
    metadata,
    Column("slot", KEY, primary_key=True),
    Column("value", KEY, primary_key=True),
    Column("claim", BigInteger, ForeignKey("claims.row"), primary_key=True),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    _row(),
    _result(),
    Column("id", KEY, nullable=False),
    Column("document", KEY, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id", "result", name="event_mentions_once"),
    Index("event_mentions_by_result", "result", "id"),
)

mention_keys = Table(
    "mention_keys",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("mention", BigInteger, ForeignKey("event_mentions.row"), primary_key=True),
)

trace_keys = Table(
    "trace_keys",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("result", BigInteger, ForeignKey("results.seq"), primary_key=True),
    Index("trace_keys_by_result", "result", "key"),
)

links = Table(
    "links",
    metadata,
    _sequence(),
    Column("left", KEY, nullable=False),
    Column("right", KEY, nullable=False),
    Column("body", Text, nullable=False),
    _run(),
    Index("links_by_left", "left", "right", "seq"),
    Index("links_by_right", "right", "left", "seq"),
)

incidents = Table(
    "incidents",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("scope", KEY, nullable=False),
    Column("body", Text, nullable=False),
    _withdrawn(),
    _run(),
    Index("incidents_by_number", "number", "seq"),
    Index("incidents_by_scope", "scope", "number", "seq"),
)

incident_mentions = Table(
    "incident_mentions",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("mention", KEY, nullable=False),
    _withdrawn(),
    _run(),
    Index("incident_mentions_by_number", "number", "mention", "seq"),
    Index("incident_mentions_by_mention", "mention", "number", "seq"),
)

incident_links = Table(
    "incident_links",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("left", KEY, nullable=False),
    Column("right", KEY, nullable=False),
    _withdrawn(),
    _run(),
    Index("incident_links_by_number", "number", "left", "right", "seq"),
)

incident_redirects = Table(
    "incident_redirects",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("absorbed", KEY, nullable=False),
    _withdrawn(),
    _run(),
    Index("incident_redirects_by_number", "number", "absorbed", "seq"),
    Index("incident_redirects_by_absorbed", "absorbed", "number", "seq"),
)

incident_keys = Table(
    "incident_keys",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("key", KEY, nullable=False),
    _withdrawn(),
    _run(),
    Index("incident_keys_by_number", "number", "key", "seq"),
    Index("incident_keys_by_key", "key", "number", "seq"),
)

foundings = Table(
    "foundings",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("mention", KEY, nullable=False),
    Column("document", KEY, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _run(),
    Index("foundings_by_number", "number", "seq"),
    Index("foundings_by_mention", "mention", "number", "seq"),
    Index("foundings_by_document", "document", "number", "seq"),
)

assessments = Table(
    "assessments",
    metadata,
    _sequence(),
    Column("number", KEY, nullable=False),
    Column("grade", KEY, nullable=False),
    Column("body", Text, nullable=False),
    _run(),
    Index("assessments_by_number", "number", "seq", "grade"),
)

works = Table(
    "works",
    metadata,
    _sequence(),
    Column("id", KEY, nullable=False),
    Column("body", Text, nullable=False),
    _withdrawn(),
    _run(),
    Index("works_by_id", "id", "seq"),
)

edges = Table(
    "edges",
    metadata,
    _sequence(),
    Column("child", KEY, nullable=False),
    Column("parent", KEY, nullable=False),
    Column("kind", KEY, nullable=False),
    Column("body", Text, nullable=False),
    _withdrawn(),
    _run(),
    Index("edges_by_child", "child", "parent", "kind", "seq"),
    Index("edges_by_parent", "parent", "child", "kind", "seq"),
)

marks = Table(
    "marks",
    metadata,
    _sequence(),
    Column("journal", KEY, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("line", KEY, nullable=False),
    Column("under", KEY, nullable=False),
    _run(),
    Index("marks_by_journal", "journal", "seq"),
)
