"""What challenge, care leavers, fostering and the service's own records need."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "feedback",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("may_quote", sa.Boolean(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("authority_id", "number", name=op.f("uq_feedback_authority_id_number")),
    )
    op.create_table(
        "list_entry",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("which", sa.String(length=10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.String(length=36), nullable=True),
        sa.Column("is_retired", sa.Boolean(), nullable=False),
        sa.Column("former_names", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_list_entry")),
        sa.UniqueConstraint("authority_id", "which", "name", name=op.f("uq_list_entry_authority_id_which_name")),
    )
    op.create_table(
        "fostering_report",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("quarter_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_fostering_report")),
        sa.UniqueConstraint("authority_id", "quarter_on", name=op.f("uq_fostering_report_authority_id_quarter_on")),
    )
    op.create_table(
        "plan_action",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("progress", sa.String(length=12), nullable=False),
        sa.Column("progress_on", sa.Date(), nullable=True),
        sa.Column("went", sa.Text(), nullable=True),
        sa.Column("carried_from", sa.Integer(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_plan_action")),
        sa.UniqueConstraint("authority_id", "year", "number", name=op.f("uq_plan_action_authority_id_year_number")),
    )
    op.create_table(
        "practice_standard",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("signed_off_on", sa.Date(), nullable=True),
        sa.Column("signed_off_by", sa.Text(), nullable=True),
        sa.Column("benchmark", sa.Text(), nullable=True),
        sa.Column("measure", sa.String(length=40), nullable=True),
        sa.Column("stands", sa.Text(), nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_practice_standard")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_practice_standard_authority_id_name")),
    )
    op.create_table(
        "arrangement",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("aware_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_as", sa.String(length=15), nullable=True),
        sa.Column("notified_by", sa.String(length=20), nullable=True),
        sa.Column("carer", sa.Text(), nullable=True),
        sa.Column("suitability", sa.String(length=15), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("notified_on IS NOT NULL OR aware_on IS NOT NULL", name=op.f("ck_arrangement_known")),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_arrangement_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_arrangement")),
    )
    with op.batch_alter_table("arrangement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_arrangement_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "carer_review_asked",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("carer_id", sa.String(length=36), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("ground", sa.String(length=15), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "carer_id"],
            ["foster_carer.authority_id", "foster_carer.id"],
            name=op.f("fk_carer_review_asked_authority_id_carer_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_carer_review_asked")),
        sa.UniqueConstraint(
            "authority_id", "carer_id", "asked_on", name=op.f("uq_carer_review_asked_authority_id_carer_id_asked_on")
        ),
    )
    op.create_table(
        "home",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=1), nullable=False),
        sa.Column("is_suitable", sa.Boolean(), nullable=True),
        sa.Column("is_provided", sa.Boolean(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"], ["child.authority_id", "child.id"], name=op.f("fk_home_authority_id_child_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_home")),
        sa.UniqueConstraint("authority_id", "child_id", "from_on", name=op.f("uq_home_authority_id_child_id_from_on")),
    )
    op.create_table(
        "legal_advice",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_of", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=True),
        sa.Column("use", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_legal_advice_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_legal_advice")),
        sa.UniqueConstraint(
            "authority_id", "child_id", "asked_on", name=op.f("uq_legal_advice_authority_id_child_id_asked_on")
        ),
    )
    op.create_table(
        "team_event",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=15), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=True),
        sa.Column("with_iro_id", sa.String(length=36), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("guests", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_team_event_authority_id_iro_id")
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "with_iro_id"],
            ["iro.authority_id", "iro.id"],
            name=op.f("fk_team_event_authority_id_with_iro_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_team_event")),
    )
    with op.batch_alter_table("team_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_event_authority_id_on"), ["authority_id", "on"], unique=False)

    op.create_table(
        "touch",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("in_touch", sa.String(length=4), nullable=False),
        sa.Column("activity", sa.String(length=2), nullable=True),
        sa.Column("how", sa.String(length=12), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_touch_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_touch")),
        sa.UniqueConstraint("authority_id", "child_id", "on", name=op.f("uq_touch_authority_id_child_id_on")),
    )
    op.create_table(
        "alert_pause",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("alert_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "alert_id"],
            ["alert.authority_id", "alert.id"],
            name=op.f("fk_alert_pause_authority_id_alert_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_alert_pause_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_alert_pause")),
    )
    with op.batch_alter_table("alert_pause", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_alert_pause_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    _add_columns()


def _add_columns() -> None:
    op.add_column("alert", sa.Column("kind", sa.String(length=15), server_default="challenge", nullable=False))
    op.add_column("alert", sa.Column("nth", sa.Integer(), server_default="1", nullable=False))
    op.add_column("alert", sa.Column("theme_id", sa.String(length=36), nullable=True))
    op.add_column("alert", sa.Column("team", sa.Text(), nullable=True))
    op.add_column("alert", sa.Column("agency", sa.String(length=20), nullable=True))
    op.add_column("alert", sa.Column("rule_id", sa.String(length=40), nullable=True))
    op.add_column("alert", sa.Column("trigger_on", sa.Date(), nullable=True))
    op.add_column("alert", sa.Column("recommendation_id", sa.String(length=36), nullable=True))
    op.add_column("alert", sa.Column("outcome", sa.String(length=15), nullable=True))
    op.add_column("alert", sa.Column("effect_id", sa.String(length=36), nullable=True))
    op.add_column("alert", sa.Column("effect", sa.Text(), nullable=True))
    op.add_column("alert", sa.Column("child_told_on", sa.Date(), nullable=True))
    op.add_column("alert_step", sa.Column("responder", sa.Text(), nullable=True))
    op.add_column("alert_step", sa.Column("reply", sa.Text(), nullable=True))
    op.add_column("alert_step", sa.Column("reply_by", sa.Date(), nullable=True))
    op.add_column("alert_step", sa.Column("ground", sa.String(length=15), nullable=True))
    op.add_column("alert_step", sa.Column("told", sa.Text(), nullable=True))
    op.add_column("alert_step", sa.Column("told_on", sa.Date(), nullable=True))
    op.add_column("carer_review", sa.Column("outcome", sa.String(length=12), nullable=True))
    op.add_column("carer_review", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("foster_carer", sa.Column("iro_id", sa.String(length=36), nullable=True))
    op.add_column("foster_carer", sa.Column("terms", sa.Text(), nullable=True))
    op.add_column("foster_carer", sa.Column("booked_on", sa.Date(), nullable=True))
    op.add_column("iro", sa.Column("from_on", sa.Date(), nullable=True))
    op.add_column("iro", sa.Column("to_on", sa.Date(), nullable=True))
    op.add_column("iro", sa.Column("role", sa.String(length=20), nullable=True))
    op.add_column("iro", sa.Column("contract", sa.String(length=12), nullable=True))
    op.add_column("iro", sa.Column("qualified_on", sa.Date(), nullable=True))
    op.add_column("iro", sa.Column("background", sa.Text(), nullable=True))
    op.add_column("iro", sa.Column("link_areas", sa.Text(), nullable=True))
    op.add_column("iro", sa.Column("other_duties", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Go back."""
    _drop_columns()
    with op.batch_alter_table("alert_pause", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alert_pause_authority_id_child_id"))

    op.drop_table("alert_pause")
    op.drop_table("touch")
    with op.batch_alter_table("team_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_event_authority_id_on"))

    op.drop_table("team_event")
    op.drop_table("legal_advice")
    op.drop_table("home")
    op.drop_table("carer_review_asked")
    with op.batch_alter_table("arrangement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_arrangement_authority_id_child_id"))

    op.drop_table("arrangement")
    op.drop_table("practice_standard")
    op.drop_table("plan_action")
    op.drop_table("fostering_report")
    op.drop_table("list_entry")
    op.drop_table("feedback")


def _drop_columns() -> None:
    op.drop_column("iro", "other_duties")
    op.drop_column("iro", "link_areas")
    op.drop_column("iro", "background")
    op.drop_column("iro", "qualified_on")
    op.drop_column("iro", "contract")
    op.drop_column("iro", "role")
    op.drop_column("iro", "to_on")
    op.drop_column("iro", "from_on")
    op.drop_column("foster_carer", "booked_on")
    op.drop_column("foster_carer", "terms")
    op.drop_column("foster_carer", "iro_id")
    op.drop_column("carer_review", "note")
    op.drop_column("carer_review", "outcome")
    op.drop_column("alert_step", "told_on")
    op.drop_column("alert_step", "told")
    op.drop_column("alert_step", "ground")
    op.drop_column("alert_step", "reply_by")
    op.drop_column("alert_step", "reply")
    op.drop_column("alert_step", "responder")
    op.drop_column("alert", "child_told_on")
    op.drop_column("alert", "effect")
    op.drop_column("alert", "effect_id")
    op.drop_column("alert", "outcome")
    op.drop_column("alert", "recommendation_id")
    op.drop_column("alert", "trigger_on")
    op.drop_column("alert", "rule_id")
    op.drop_column("alert", "agency")
    op.drop_column("alert", "team")
    op.drop_column("alert", "theme_id")
    op.drop_column("alert", "nth")
    op.drop_column("alert", "kind")
