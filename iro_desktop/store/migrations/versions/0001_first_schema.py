"""The first schema: people, care, reviews, bookings, work done, history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "act",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.Column("previous_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_act")),
        sa.UniqueConstraint("authority_id", "seq", name=op.f("uq_act_authority_id_seq")),
    )
    op.create_table(
        "child",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("council_id", sa.Text(), nullable=False),
        sa.Column("tracking_from", sa.Date(), nullable=False),
        sa.Column("complete_from", sa.Date(), nullable=True),
        sa.Column("given_name", sa.Text(), nullable=True),
        sa.Column("family_name", sa.Text(), nullable=True),
        sa.Column("known_as", sa.Text(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(length=1), nullable=True),
        sa.Column("ethnicity", sa.String(length=4), nullable=True),
        sa.Column("upn", sa.String(length=13), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_child")),
        sa.UniqueConstraint("authority_id", "council_id", name=op.f("uq_child_authority_id_council_id")),
    )
    op.create_table(
        "iro",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fte", sa.Float(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_iro")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_iro_authority_id_name")),
    )
    op.create_table(
        "sibling_group",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_sibling_group")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_sibling_group_authority_id_name")),
    )
    op.create_table(
        "store",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_store")),
    )
    op.create_table(
        "allocation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_allocation_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_allocation_authority_id_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_allocation")),
    )
    with op.batch_alter_table("allocation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_allocation_authority_id_child_id_from_on"),
            ["authority_id", "child_id", "from_on"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_allocation_authority_id_iro_id"), ["authority_id", "iro_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=True),
        sa.Column("at", sa.String(length=5), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.String(length=15), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_booking_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_booking")),
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_booking_authority_id_child_id_review_on"),
            ["authority_id", "child_id", "review_on"],
            unique=False,
        )

    op.create_table(
        "change",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("act_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(length=30), nullable=False),
        sa.Column("entity_id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "act_id"], ["act.authority_id", "act.id"], name=op.f("fk_change_authority_id_act_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_authority_id_act_id_position"), ["authority_id", "act_id", "position"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_change_authority_id_entity_id"), ["authority_id", "entity_id"], unique=False
        )

    op.create_table(
        "episode",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("start_reason", sa.String(length=1), nullable=False),
        sa.Column("legal_status", sa.String(length=2), nullable=True),
        sa.Column("need", sa.String(length=2), nullable=True),
        sa.Column("placement", sa.String(length=3), nullable=True),
        sa.Column("provider", sa.String(length=3), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=3), nullable=True),
        sa.Column("change_reason", sa.String(length=6), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_episode_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_episode")),
    )
    with op.batch_alter_table("episode", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_episode_authority_id_child_id_started_on"),
            ["authority_id", "child_id", "started_on"],
            unique=False,
        )

    op.create_table(
        "review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("participation", sa.String(length=3), nullable=True),
        sa.Column("method", sa.String(length=12), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("late_reason", sa.String(length=20), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("number IS NULL OR number >= 1", name=op.f("ck_review_number")),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_review_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_review")),
        sa.UniqueConstraint(
            "authority_id", "child_id", "held_on", name=op.f("uq_review_authority_id_child_id_held_on")
        ),
    )
    op.create_table(
        "sibling_membership",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_sibling_membership_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "group_id"],
            ["sibling_group.authority_id", "sibling_group.id"],
            name=op.f("fk_sibling_membership_authority_id_group_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_sibling_membership")),
    )
    with op.batch_alter_table("sibling_membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sibling_membership_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "completion",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("task", sa.String(length=30), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_completion_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_completion_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_completion")),
    )
    with op.batch_alter_table("completion", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_completion_authority_id_child_id_task"), ["authority_id", "child_id", "task"], unique=False
        )

    op.create_table(
        "payload",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "id"], ["change.authority_id", "change.id"], name=op.f("fk_payload_authority_id_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_payload")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("payload")
    with op.batch_alter_table("completion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_completion_authority_id_child_id_task"))

    op.drop_table("completion")
    with op.batch_alter_table("sibling_membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sibling_membership_authority_id_child_id"))

    op.drop_table("sibling_membership")
    op.drop_table("review")
    with op.batch_alter_table("episode", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_episode_authority_id_child_id_started_on"))

    op.drop_table("episode")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_authority_id_entity_id"))
        batch_op.drop_index(batch_op.f("ix_change_authority_id_act_id_position"))

    op.drop_table("change")
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_booking_authority_id_child_id_review_on"))

    op.drop_table("booking")
    with op.batch_alter_table("allocation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_allocation_authority_id_iro_id"))
        batch_op.drop_index(batch_op.f("ix_allocation_authority_id_child_id_from_on"))

    op.drop_table("allocation")
    op.drop_table("store")
    op.drop_table("sibling_group")
    op.drop_table("iro")
    op.drop_table("child")
    op.drop_table("act")
