"""The first shape of the record."""

import sqlalchemy as sa
from alembic import op

from remnant.store.dialects import create_terms

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, their indexes and the full-text tables."""
    op.create_table(
        "runs",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("started", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "assessments",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("grade", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("assessments_by_number", "assessments", ["number", "seq"], unique=False)
    op.create_table(
        "edges",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("child", KEY, nullable=False),
        sa.Column("parent", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("edges_by_child", "edges", ["child", "parent", "kind", "seq"], unique=False)
    op.create_index("edges_by_parent", "edges", ["parent", "child", "kind", "seq"], unique=False)
    op.create_table(
        "foundings",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("mention", KEY, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("foundings_by_number", "foundings", ["number", "seq"], unique=False)
    op.create_table(
        "incident_links",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("left", KEY, nullable=False),
        sa.Column("right", KEY, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(
        "incident_links_by_number",
        "incident_links",
        ["number", "left", "right", "seq"],
        unique=False,
    )
    op.create_table(
        "incident_mentions",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("mention", KEY, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(
        "incident_mentions_by_mention",
        "incident_mentions",
        ["mention", "number", "seq"],
        unique=False,
    )
    op.create_index(
        "incident_mentions_by_number",
        "incident_mentions",
        ["number", "mention", "seq"],
        unique=False,
    )
    op.create_table(
        "incident_redirects",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("absorbed", KEY, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(
        "incident_redirects_by_absorbed",
        "incident_redirects",
        ["absorbed", "number", "seq"],
        unique=False,
    )
    op.create_index(
        "incident_redirects_by_number",
        "incident_redirects",
        ["number", "absorbed", "seq"],
        unique=False,
    )
    op.create_table(
        "incidents",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("incidents_by_number", "incidents", ["number", "seq"], unique=False)
    op.create_index("incidents_by_scope", "incidents", ["scope", "number", "seq"], unique=False)
    op.create_table(
        "links",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("left", KEY, nullable=False),
        sa.Column("right", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("links_by_left", "links", ["left", "right", "seq"], unique=False)
    op.create_index("links_by_right", "links", ["right", "left", "seq"], unique=False)
    op.create_table(
        "results",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("processing", KEY, nullable=False),
        sa.Column("captured", KEY, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("results_by_capture", "results", ["captured", "document", "seq"], unique=False)
    op.create_index("results_by_document", "results", ["document", "seq"], unique=False)
    op.create_index("results_by_original", "results", ["sha256", "seq"], unique=False)
    op.create_index(
        "results_by_processing",
        "results",
        ["processing", "sha256", "document", "seq"],
        unique=False,
    )
    op.create_index("results_by_run", "results", ["run", "sha256"], unique=False)
    op.create_table(
        "run_ends",
        sa.Column("run", KEY, nullable=False),
        sa.Column("ended", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("run"),
    )
    op.create_table(
        "works",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["run"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("works_by_id", "works", ["id", "seq"], unique=False)
    op.create_table(
        "claims",
        sa.Column("row", NUMBER, autoincrement=False, nullable=False),
        sa.Column("result", sa.BigInteger(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("stance", KEY, nullable=False),
        sa.Column("general", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("earliest", KEY, nullable=True),
        sa.Column("latest", KEY, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result"],
            ["results.seq"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id", "result", name="claims_once"),
    )
    op.create_index("claims_by_kind", "claims", ["kind", "stance", "row"], unique=False)
    op.create_table(
        "contents",
        sa.Column("result", NUMBER, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result"],
            ["results.seq"],
        ),
        sa.PrimaryKeyConstraint("result"),
    )
    op.create_table(
        "event_mentions",
        sa.Column("row", NUMBER, autoincrement=False, nullable=False),
        sa.Column("result", sa.BigInteger(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result"],
            ["results.seq"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id", "result", name="event_mentions_once"),
    )
    op.create_index("event_mentions_by_result", "event_mentions", ["result", "id"], unique=False)
    op.create_table(
        "passages",
        sa.Column("row", NUMBER, autoincrement=False, nullable=False),
        sa.Column("result", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result"],
            ["results.seq"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_table(
        "trace_keys",
        sa.Column("key", KEY, nullable=False),
        sa.Column("result", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result"],
            ["results.seq"],
        ),
        sa.PrimaryKeyConstraint("key", "result"),
    )
    op.create_index("trace_keys_by_result", "trace_keys", ["result", "key"], unique=False)
    op.create_table(
        "claim_values",
        sa.Column("slot", KEY, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("claim", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claims.row"],
        ),
        sa.PrimaryKeyConstraint("slot", "value", "claim"),
    )
    op.create_table(
        "mention_keys",
        sa.Column("key", KEY, nullable=False),
        sa.Column("mention", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention"],
            ["event_mentions.row"],
        ),
        sa.PrimaryKeyConstraint("key", "mention"),
    )

    create_terms(op.get_bind(), "passage_terms")
    create_terms(op.get_bind(), "claim_terms")
