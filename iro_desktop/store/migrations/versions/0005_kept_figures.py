"""Figures that are kept as they were, with their rows."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "frozen_set",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("frozen_on", sa.Date(), nullable=False),
        sa.Column("frozen_by", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_frozen_set")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_frozen_set_authority_id_name")),
    )
    op.create_table(
        "frozen_figure",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("set_id", sa.String(length=36), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=True),
        sa.Column("denominator", sa.Integer(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("check", sa.Text(), nullable=True),
        sa.Column("rows", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "set_id"],
            ["frozen_set.authority_id", "frozen_set.id"],
            name=op.f("fk_frozen_figure_authority_id_set_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_frozen_figure")),
        sa.UniqueConstraint(
            "authority_id", "set_id", "measure", name=op.f("uq_frozen_figure_authority_id_set_id_measure")
        ),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("frozen_figure")
    op.drop_table("frozen_set")
