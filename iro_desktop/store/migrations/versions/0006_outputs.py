"""What is written here to leave the program: letters, passports, clinics, the annual report."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "annual_report",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_by", sa.Text(), nullable=True),
        sa.Column("set_id", sa.String(length=36), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "set_id"],
            ["frozen_set.authority_id", "frozen_set.id"],
            name=op.f("fk_annual_report_authority_id_set_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_annual_report")),
        sa.UniqueConstraint("authority_id", "year", name=op.f("uq_annual_report_authority_id_year")),
    )
    op.create_table(
        "clinic",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_clinic_authority_id_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_clinic")),
        sa.UniqueConstraint("authority_id", "iro_id", "held_on", name=op.f("uq_clinic_authority_id_iro_id_held_on")),
    )
    op.create_table(
        "iro_profile",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_iro_profile_authority_id_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_iro_profile")),
        sa.UniqueConstraint("authority_id", "iro_id", name=op.f("uq_iro_profile_authority_id_iro_id")),
    )
    op.create_table(
        "child_letter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("band", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_child_letter_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_child_letter_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_child_letter")),
        sa.UniqueConstraint("authority_id", "review_id", name=op.f("uq_child_letter_authority_id_review_id")),
    )
    with op.batch_alter_table("child_letter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_child_letter_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "clinic_action",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("clinic_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("came_of", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "clinic_id"],
            ["clinic.authority_id", "clinic.id"],
            name=op.f("fk_clinic_action_authority_id_clinic_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_clinic_action")),
        sa.UniqueConstraint(
            "authority_id", "clinic_id", "number", name=op.f("uq_clinic_action_authority_id_clinic_id_number")
        ),
    )
    op.create_table(
        "report_section",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("report_id", sa.String(length=36), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "report_id"],
            ["annual_report.authority_id", "annual_report.id"],
            name=op.f("fk_report_section_authority_id_report_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_report_section")),
        sa.UniqueConstraint(
            "authority_id", "report_id", "section", name=op.f("uq_report_section_authority_id_report_id_section")
        ),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("report_section")
    op.drop_table("clinic_action")
    with op.batch_alter_table("child_letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_child_letter_authority_id_child_id"))

    op.drop_table("child_letter")
    op.drop_table("iro_profile")
    op.drop_table("clinic")
    op.drop_table("annual_report")
