"""What the review cycle needs: people around the child, what is sent, recommendations, footprint, drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_draft")),
        sa.UniqueConstraint("authority_id", "key", name=op.f("uq_draft_authority_id_key")),
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("iro", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("sort", sa.String(length=30), nullable=True),
        sa.Column("is_descending", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_saved_view_authority_id_name")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(length=12), nullable=False),
        sa.Column("with_whom", sa.String(length=20), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_contact_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_authority_id_child_id_on"), ["authority_id", "child_id", "on"], unique=False
        )

    op.create_table(
        "diary_block",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("iro_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(length=5), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "iro_id"], ["iro.authority_id", "iro.id"], name=op.f("fk_diary_block_authority_id_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_diary_block")),
        sa.UniqueConstraint(
            "authority_id", "iro_id", "on", "starts_at", name=op.f("uq_diary_block_authority_id_iro_id_on_starts_at")
        ),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agency", sa.String(length=20), nullable=True),
        sa.Column("has_responsibility", sa.Boolean(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("is_invited", sa.Boolean(), nullable=False),
        sa.Column("is_consulted", sa.Boolean(), nullable=False),
        sa.Column("is_sent_record", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_person_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_person")),
        sa.UniqueConstraint("authority_id", "child_id", "name", name=op.f("uq_person_authority_id_child_id_name")),
    )
    op.create_table(
        "significant_event",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("is_review_needed", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_significant_event_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_significant_event")),
    )
    with op.batch_alter_table("significant_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_significant_event_authority_id_child_id_happened_on"),
            ["authority_id", "child_id", "happened_on"],
            unique=False,
        )

    op.create_table(
        "wishes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("where", sa.Text(), nullable=True),
        sa.Column("when", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("chairing", sa.Text(), nullable=True),
        sa.Column("not_coming", sa.Text(), nullable=True),
        sa.Column("views", sa.Text(), nullable=True),
        sa.Column("explained_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_wishes_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_wishes")),
        sa.UniqueConstraint(
            "authority_id", "child_id", "told_on", name=op.f("uq_wishes_authority_id_child_id_told_on")
        ),
    )
    op.create_table(
        "worker",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=15), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("team", sa.Text(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_worker_authority_id_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_worker")),
    )
    with op.batch_alter_table("worker", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_worker_authority_id_child_id_from_on"), ["authority_id", "child_id", "from_on"], unique=False
        )

    op.create_table(
        "attendance",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_attendance_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "person_id"],
            ["person.authority_id", "person.id"],
            name=op.f("fk_attendance_authority_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_attendance_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_attendance_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "person_restriction",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=15), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_person_restriction_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "person_id"],
            ["person.authority_id", "person.id"],
            name=op.f("fk_person_restriction_authority_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_person_restriction")),
    )
    with op.batch_alter_table("person_restriction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_restriction_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "recommendation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=20), nullable=False),
        sa.Column("agency", sa.String(length=20), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_recommendation_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_recommendation_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint(
            "authority_id", "review_id", "number", name=op.f("uq_recommendation_authority_id_review_id_number")
        ),
    )
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recommendation_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "record_section",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_record_section_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "review_id"],
            ["review.authority_id", "review.id"],
            name=op.f("fk_record_section_authority_id_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_record_section")),
        sa.UniqueConstraint(
            "authority_id", "review_id", "heading", name=op.f("uq_record_section_authority_id_review_id_heading")
        ),
    )
    with op.batch_alter_table("record_section", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_record_section_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )

    op.create_table(
        "sending",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=15), nullable=False),
        sa.Column("to", sa.String(length=20), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("chased_on", sa.Date(), nullable=True),
        sa.Column("chases", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("views", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_sending_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "person_id"],
            ["person.authority_id", "person.id"],
            name=op.f("fk_sending_authority_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_sending")),
    )
    with op.batch_alter_table("sending", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sending_authority_id_child_id_sent_on"),
            ["authority_id", "child_id", "sent_on"],
            unique=False,
        )

    op.create_table(
        "recommendation_check",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("authority_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("recommendation_id", sa.String(length=36), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("progress", sa.String(length=12), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id", "child_id"],
            ["child.authority_id", "child.id"],
            name=op.f("fk_recommendation_check_authority_id_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority_id", "recommendation_id"],
            ["recommendation.authority_id", "recommendation.id"],
            name=op.f("fk_recommendation_check_authority_id_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("authority_id", "id", name=op.f("pk_recommendation_check")),
        sa.UniqueConstraint(
            "authority_id",
            "recommendation_id",
            "on",
            name=op.f("uq_recommendation_check_authority_id_recommendation_id_on"),
        ),
    )
    with op.batch_alter_table("recommendation_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recommendation_check_authority_id_child_id"), ["authority_id", "child_id"], unique=False
        )
    op.add_column("alert", sa.Column("about", sa.Text(), nullable=True))
    op.add_column("allocation", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("booking", sa.Column("venue", sa.String(length=12), nullable=True))
    op.add_column("child", sa.Column("born_as", sa.String(length=10), nullable=True))
    op.add_column("child", sa.Column("is_disabled", sa.Boolean(), nullable=True))
    op.add_column("child", sa.Column("is_asylum_seeking", sa.Boolean(), nullable=True))
    op.add_column("child", sa.Column("school", sa.Text(), nullable=True))
    op.add_column("child", sa.Column("languages", sa.Text(), nullable=True))
    op.add_column("child", sa.Column("communication", sa.Text(), nullable=True))
    op.add_column("child", sa.Column("notes", sa.Text(), nullable=True))
    op.add_column("child", sa.Column("merged_into", sa.String(length=36), nullable=True))
    op.add_column("completion", sa.Column("detail", sa.String(length=20), nullable=True))
    op.add_column("completion", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("review", sa.Column("is_plan_current", sa.Boolean(), nullable=True))
    op.add_column("sibling_membership", sa.Column("split_reason", sa.String(length=15), nullable=True))
    op.add_column("sibling_membership", sa.Column("liaison", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("sibling_membership", "liaison")
    op.drop_column("sibling_membership", "split_reason")
    op.drop_column("review", "is_plan_current")
    op.drop_column("completion", "note")
    op.drop_column("completion", "detail")
    op.drop_column("child", "merged_into")
    op.drop_column("child", "notes")
    op.drop_column("child", "communication")
    op.drop_column("child", "languages")
    op.drop_column("child", "school")
    op.drop_column("child", "is_asylum_seeking")
    op.drop_column("child", "is_disabled")
    op.drop_column("child", "born_as")
    op.drop_column("booking", "venue")
    op.drop_column("allocation", "note")
    op.drop_column("alert", "about")

    with op.batch_alter_table("recommendation_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recommendation_check_authority_id_child_id"))

    op.drop_table("recommendation_check")
    with op.batch_alter_table("sending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sending_authority_id_child_id_sent_on"))

    op.drop_table("sending")
    with op.batch_alter_table("record_section", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_record_section_authority_id_child_id"))

    op.drop_table("record_section")
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recommendation_authority_id_child_id"))

    op.drop_table("recommendation")
    with op.batch_alter_table("person_restriction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_restriction_authority_id_child_id"))

    op.drop_table("person_restriction")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_authority_id_child_id"))

    op.drop_table("attendance")
    with op.batch_alter_table("worker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worker_authority_id_child_id_from_on"))

    op.drop_table("worker")
    op.drop_table("wishes")
    with op.batch_alter_table("significant_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_significant_event_authority_id_child_id_happened_on"))

    op.drop_table("significant_event")
    op.drop_table("person")
    op.drop_table("diary_block")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_authority_id_child_id_on"))

    op.drop_table("contact")
    op.drop_table("saved_view")
    op.drop_table("draft")
