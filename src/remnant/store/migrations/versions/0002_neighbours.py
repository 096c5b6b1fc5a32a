"""Keys of incidents, holders of numbers, and how far each journal was read.

A record made before has none of these: its documents are read anew by the next build.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "incident_keys",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"]),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("incident_keys_by_number", "incident_keys", ["number", "key", "seq"])
    op.create_index("incident_keys_by_key", "incident_keys", ["key", "number", "seq"])
    op.create_table(
        "marks",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("journal", KEY, nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("line", KEY, nullable=False),
        sa.Column("under", KEY, nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"]),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("marks_by_journal", "marks", ["journal", "seq"])
    op.create_index("foundings_by_mention", "foundings", ["mention", "number", "seq"])
    op.create_index("foundings_by_document", "foundings", ["document", "number", "seq"])
    # With the grade, so that grades are counted from the index alone.
    op.drop_index("assessments_by_number", "assessments")
    op.create_index("assessments_by_number", "assessments", ["number", "seq", "grade"])
