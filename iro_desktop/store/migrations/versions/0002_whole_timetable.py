"""What the whole timetable needs: circumstances, sittings, overrides, alerts, leave, settings, foster carers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "bank_holiday",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_bank_holiday")),
        sa.UniqueConstraint("authority_id", "on", name=op.f("uq_bank_holiday_authority_id_on")),
    )
    op.create_table(
        "foster_carer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_foster_carer")),
        sa.UniqueConstraint("authority_id", "reference", name=op.f("uq_foster_carer_authority_id_reference")),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_setting")),
        sa.UniqueConstraint("authority_id", "key", "from_on", name=op.f("uq_setting_authority_id_key_from_on")),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_alert_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_alert")),
    )
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_alert_authority_id_child_id_raised_on"),
            ["authority_id", "child_id", "raised_on"],
            unique=False,
        )

    op.create_table(
        "carer_review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("carer_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("panel_on", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "carer_id"],
            ["foster_carer.authority_id", "foster_carer.id"],
            name=op.f("fk_carer_review_authority_id_carer_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_carer_review")),
        sa.UniqueConstraint(
            "authority_id", "carer_id", "held_on", name=op.f("uq_carer_review_authority_id_carer_id_held_on")
        ),
    )
    op.create_table(
        "circumstance",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("detail", sa.String(length=30), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_circumstance_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_circumstance")),
    )
    with op.batch_alter_table("circumstance", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_circumstance_authority_id_child_id_from_on"),
            ["authority_id", "child_id", "from_on"],
            unique=False,
        )

    op.create_table(
        "date_override",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("rule_id", sa.String(length=40), nullable=False),
        sa.Column("trigger_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_date_override_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_date_override")),
        sa.UniqueConstraint(
            "authority_id",
            "child_id",
            "rule_id",
            "trigger_on",
            name=op.f("uq_date_override_authority_id_child_id_rule_id_trigger_on"),
        ),
    )
    op.create_table(
        "iro_leave",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_iro_leave_authority_id_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_iro_leave")),
    )
    with op.batch_alter_table("iro_leave", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_iro_leave_authority_id_iro_id_from_on"), ["authority_id", "iro_id", "from_on"], unique=False
        )

    op.create_table(
        "alert_step",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("alert_id", sa.String(length=36), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "alert_id"],
            ["alert.authority_id", "alert.id"],
            name=op.f("fk_alert_step_authority_id_alert_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_alert_step_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_alert_step")),
    )
    with op.batch_alter_table("alert_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_alert_step_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "sitting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_sitting_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_sitting_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_sitting")),
    )
    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sitting_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    # Added and dropped by SQLite itself: a table made anew would lose its indexes' and constraints' order.
    op.add_column("booking", sa.Column("kind", sa.String(length=12), nullable=True))
    op.add_column("review", sa.Column("kind", sa.String(length=12), nullable=True))
    op.add_column("review", sa.Column("ground", sa.String(length=20), nullable=True))
    op.add_column("review", sa.Column("adjourned_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("review", "adjourned_on")
    op.drop_column("review", "ground")
    op.drop_column("review", "kind")
    op.drop_column("booking", "kind")
    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sitting_authority_id_child_id"))

    op.drop_table("sitting")
    with op.batch_alter_table("alert_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alert_step_authority_id_child_id"))

    op.drop_table("alert_step")
    with op.batch_alter_table("iro_leave", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_iro_leave_authority_id_iro_id_from_on"))

    op.drop_table("iro_leave")
    op.drop_table("date_override")
    with op.batch_alter_table("circumstance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circumstance_authority_id_child_id_from_on"))

    op.drop_table("circumstance")
    op.drop_table("carer_review")
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alert_authority_id_child_id_raised_on"))

    op.drop_table("alert")
    op.drop_table("setting")
    op.drop_table("foster_carer")
    op.drop_table("bank_holiday")
