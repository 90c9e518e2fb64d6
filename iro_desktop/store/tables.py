"""The tables, as SQLAlchemy Core. Every table has ``id``, ``authority_id`` (part of every key) and ``row_version``.

Constraint names follow a convention, so that migrations can name them.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(
    name: str, *parts: Column[object] | ForeignKeyConstraint | UniqueConstraint | Index | CheckConstraint
) -> Table:
    """A table with the columns that every table has."""
    return Table(
        name,
        metadata,
        Column("id", String(36), nullable=False),
        Column("authority_id", String(36), nullable=False),
        *parts,
        Column("row_version", Integer, nullable=False),
        PrimaryKeyConstraint("authority_id", "id"),
    )


def _to(column: str, table: str) -> ForeignKeyConstraint:
    """A reference inside the same authority."""
    return ForeignKeyConstraint(["authority_id", column], [f"{table}.authority_id", f"{table}.id"])


child = _table(
    "child",
    Column("council_id", Text, nullable=False),
    Column("tracking_from", Date, nullable=False),
    Column("complete_from", Date),
    Column("given_name", Text),
    Column("family_name", Text),
    Column("known_as", Text),
    Column("born_on", Date),
    Column("sex", String(1)),
    Column("ethnicity", String(4)),
    Column("upn", String(13)),
    Column("born_as", String(10)),
    Column("is_disabled", Boolean),
    Column("is_asylum_seeking", Boolean),
    Column("school", Text),
    Column("languages", Text),
    Column("communication", Text),
    Column("notes", Text),
    Column("merged_into", String(36)),
    UniqueConstraint("authority_id", "council_id"),
)
iro = _table(
    "iro",
    Column("name", Text, nullable=False),
    Column("fte", Float, nullable=False),
    Column("from_on", Date),
    Column("to_on", Date),
    Column("role", String(20)),
    Column("contract", String(12)),
    Column("qualified_on", Date),
    Column("background", Text),
    Column("link_areas", Text),
    Column("other_duties", Integer),
    UniqueConstraint("authority_id", "name"),
)
sibling_group = _table("sibling_group", Column("name", Text, nullable=False), UniqueConstraint("authority_id", "name"))
episode = _table(
    "episode",
    Column("child_id", String(36), nullable=False),
    Column("started_on", Date, nullable=False),
    Column("start_reason", String(1), nullable=False),
    Column("legal_status", String(2)),
    Column("need", String(2)),
    Column("placement", String(3)),
    Column("provider", String(3)),
    Column("ended_on", Date),
    Column("end_reason", String(3)),
    Column("change_reason", String(6)),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "started_on"),
)
review = _table(
    "review",
    Column("child_id", String(36), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("completed_on", Date),
    Column("participation", String(3)),
    Column("method", String(12)),
    Column("number", Integer),
    Column("late_reason", String(20)),
    Column("kind", String(12)),
    Column("ground", String(20)),
    Column("adjourned_on", Date),
    Column("is_plan_current", Boolean),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "held_on"),
    CheckConstraint("number IS NULL OR number >= 1", name="number"),
)
booking = _table(
    "booking",
    Column("child_id", String(36), nullable=False),
    Column("review_on", Date, nullable=False),
    Column("status", String(10), nullable=False),
    Column("booked_on", Date),
    Column("at", String(5)),
    Column("place", Text),
    Column("closed_on", Date),
    Column("asked_by", String(15)),
    Column("reason", Text),
    Column("kind", String(12)),
    Column("venue", String(12)),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "review_on"),
)
sitting = _table(
    "sitting",
    Column("child_id", String(36), nullable=False),
    Column("review_id", String(36), nullable=False),
    Column("on", Date, nullable=False),
    Column("mode", Text),
    _to("child_id", "child"),
    _to("review_id", "review"),
    Index(None, "authority_id", "child_id"),
)
circumstance = _table(
    "circumstance",
    Column("child_id", String(36), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    Column("detail", String(30)),
    Column("note", Text),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "from_on"),
)
date_override = _table(
    "date_override",
    Column("child_id", String(36), nullable=False),
    Column("rule_id", String(40), nullable=False),
    Column("trigger_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("set_on", Date, nullable=False),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "rule_id", "trigger_on"),
)
alert = _table(
    "alert",
    Column("child_id", String(36), nullable=False),
    Column("raised_on", Date, nullable=False),
    Column("resolved_on", Date),
    Column("about", Text),
    Column("kind", String(15), nullable=False, server_default="challenge"),
    Column("nth", Integer, nullable=False, server_default="1"),
    Column("theme_id", String(36)),
    Column("team", Text),
    Column("agency", String(20)),
    Column("rule_id", String(40)),
    Column("trigger_on", Date),
    Column("recommendation_id", String(36)),
    Column("outcome", String(15)),
    Column("effect_id", String(36)),
    Column("effect", Text),
    Column("child_told_on", Date),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "raised_on"),
)
alert_step = _table(
    "alert_step",
    Column("child_id", String(36), nullable=False),
    Column("alert_id", String(36), nullable=False),
    Column("stage", String(12), nullable=False),
    Column("started_on", Date, nullable=False),
    Column("answered_on", Date),
    Column("responder", Text),
    Column("reply", Text),
    Column("reply_by", Date),
    Column("ground", String(15)),
    Column("told", Text),
    Column("told_on", Date),
    _to("child_id", "child"),
    _to("alert_id", "alert"),
    Index(None, "authority_id", "child_id"),
)
iro_leave = _table(
    "iro_leave",
    Column("iro_id", String(36), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date, nullable=False),
    Column("kind", String(12), nullable=False),
    _to("iro_id", "iro"),
    Index(None, "authority_id", "iro_id", "from_on"),
)
setting = _table(
    "setting",
    Column("key", String(60), nullable=False),
    Column("value", Text, nullable=False),
    Column("from_on", Date, nullable=False),
    Column("reason", Text),
    UniqueConstraint("authority_id", "key", "from_on"),
)
bank_holiday = _table(
    "bank_holiday",
    Column("on", Date, nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("authority_id", "on"),
)
foster_carer = _table(
    "foster_carer",
    Column("reference", Text, nullable=False),
    Column("approved_on", Date, nullable=False),
    Column("ended_on", Date),
    Column("iro_id", String(36)),
    Column("terms", Text),
    Column("booked_on", Date),
    UniqueConstraint("authority_id", "reference"),
)
carer_review = _table(
    "carer_review",
    Column("carer_id", String(36), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("decided_on", Date),
    Column("panel_on", Date),
    Column("kind", String(12), nullable=False),
    Column("outcome", String(12)),
    Column("note", Text),
    _to("carer_id", "foster_carer"),
    UniqueConstraint("authority_id", "carer_id", "held_on"),
)
carer_review_asked = _table(
    "carer_review_asked",
    Column("carer_id", String(36), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("ground", String(15), nullable=False),
    Column("note", Text),
    _to("carer_id", "foster_carer"),
    UniqueConstraint("authority_id", "carer_id", "asked_on"),
)
completion = _table(
    "completion",
    Column("child_id", String(36), nullable=False),
    Column("task", String(30), nullable=False),
    Column("done_on", Date, nullable=False),
    Column("review_id", String(36)),
    Column("detail", String(20)),
    Column("note", Text),
    _to("child_id", "child"),
    _to("review_id", "review"),
    Index(None, "authority_id", "child_id", "task"),
)
allocation = _table(
    "allocation",
    Column("child_id", String(36), nullable=False),
    Column("iro_id", String(36), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    Column("note", Text),
    _to("child_id", "child"),
    _to("iro_id", "iro"),
    Index(None, "authority_id", "child_id", "from_on"),
    Index(None, "authority_id", "iro_id"),
)
sibling_membership = _table(
    "sibling_membership",
    Column("group_id", String(36), nullable=False),
    Column("child_id", String(36), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    Column("split_reason", String(15)),
    Column("liaison", Text),
    _to("group_id", "sibling_group"),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id"),
)

attendance = _table(
    "attendance",
    Column("child_id", String(36), nullable=False),
    Column("review_id", String(36), nullable=False),
    Column("role", String(20), nullable=False),
    Column("came", Boolean, nullable=False),
    Column("person_id", String(36)),
    _to("child_id", "child"),
    _to("review_id", "review"),
    _to("person_id", "person"),
    Index(None, "authority_id", "child_id"),
)
person = _table(
    "person",
    Column("child_id", String(36), nullable=False),
    Column("role", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("agency", String(20)),
    Column("has_responsibility", Boolean),
    Column("phone", Text),
    Column("email", Text),
    Column("is_invited", Boolean, nullable=False),
    Column("is_consulted", Boolean, nullable=False),
    Column("is_sent_record", Boolean, nullable=False),
    Column("note", Text),
    Column("left_on", Date),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "name"),
)
person_restriction = _table(
    "person_restriction",
    Column("child_id", String(36), nullable=False),
    Column("person_id", String(36), nullable=False),
    Column("what", String(15), nullable=False),
    Column("reason", Text, nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    _to("child_id", "child"),
    _to("person_id", "person"),
    Index(None, "authority_id", "child_id"),
)
sending = _table(
    "sending",
    Column("child_id", String(36), nullable=False),
    Column("what", String(15), nullable=False),
    Column("to", String(20), nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("person_id", String(36)),
    Column("chased_on", Date),
    Column("chases", Integer, nullable=False),
    Column("returned_on", Date),
    Column("views", Text),
    _to("child_id", "child"),
    _to("person_id", "person"),
    Index(None, "authority_id", "child_id", "sent_on"),
)
wishes = _table(
    "wishes",
    Column("child_id", String(36), nullable=False),
    Column("told_on", Date, nullable=False),
    Column("where", Text),
    Column("when", Text),
    Column("who", Text),
    Column("chairing", Text),
    Column("not_coming", Text),
    Column("views", Text),
    Column("explained_on", Date),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "told_on"),
)
recommendation = _table(
    "recommendation",
    Column("child_id", String(36), nullable=False),
    Column("review_id", String(36), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", String(20), nullable=False),
    Column("agency", String(20)),
    Column("due_on", Date),
    Column("outcome", String(12)),
    Column("outcome_on", Date),
    Column("note", Text),
    _to("child_id", "child"),
    _to("review_id", "review"),
    UniqueConstraint("authority_id", "review_id", "number"),
    Index(None, "authority_id", "child_id"),
)
recommendation_check = _table(
    "recommendation_check",
    Column("child_id", String(36), nullable=False),
    Column("recommendation_id", String(36), nullable=False),
    Column("on", Date, nullable=False),
    Column("progress", String(12), nullable=False),
    Column("note", Text),
    _to("child_id", "child"),
    _to("recommendation_id", "recommendation"),
    UniqueConstraint("authority_id", "recommendation_id", "on"),
    Index(None, "authority_id", "child_id"),
)
record_section = _table(
    "record_section",
    Column("child_id", String(36), nullable=False),
    Column("review_id", String(36), nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    _to("child_id", "child"),
    _to("review_id", "review"),
    UniqueConstraint("authority_id", "review_id", "heading"),
    Index(None, "authority_id", "child_id"),
)
contact = _table(
    "contact",
    Column("child_id", String(36), nullable=False),
    Column("on", Date, nullable=False),
    Column("how", String(12), nullable=False),
    Column("with_whom", String(20)),
    Column("note", Text),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "on"),
)
significant_event = _table(
    "significant_event",
    Column("child_id", String(36), nullable=False),
    Column("what", String(20), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("told_on", Date),
    Column("is_review_needed", Boolean),
    Column("note", Text),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "happened_on"),
)
worker = _table(
    "worker",
    Column("child_id", String(36), nullable=False),
    Column("role", String(15), nullable=False),
    Column("name", Text, nullable=False),
    Column("from_on", Date, nullable=False),
    Column("team", Text),
    Column("to_on", Date),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id", "from_on"),
)
alert_pause = _table(
    "alert_pause",
    Column("child_id", String(36), nullable=False),
    Column("alert_id", String(36), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("to_on", Date),
    _to("child_id", "child"),
    _to("alert_id", "alert"),
    Index(None, "authority_id", "child_id"),
)
legal_advice = _table(
    "legal_advice",
    Column("child_id", String(36), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("question", Text, nullable=False),
    Column("asked_of", Text),
    Column("answered_on", Date),
    Column("advice", Text),
    Column("use", Text),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "asked_on"),
)
list_entry = _table(
    "list_entry",
    Column("which", String(10), nullable=False),
    Column("name", Text, nullable=False),
    Column("merged_into", String(36)),
    Column("is_retired", Boolean, nullable=False),
    Column("former_names", Text),
    UniqueConstraint("authority_id", "which", "name"),
)
home = _table(
    "home",
    Column("child_id", String(36), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("what", String(1), nullable=False),
    Column("is_suitable", Boolean),
    Column("is_provided", Boolean, nullable=False),
    Column("to_on", Date),
    Column("note", Text),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "from_on"),
)
touch = _table(
    "touch",
    Column("child_id", String(36), nullable=False),
    Column("on", Date, nullable=False),
    Column("in_touch", String(4), nullable=False),
    Column("activity", String(2)),
    Column("how", String(12)),
    Column("note", Text),
    _to("child_id", "child"),
    UniqueConstraint("authority_id", "child_id", "on"),
)
arrangement = _table(
    "arrangement",
    Column("child_id", String(36), nullable=False),
    Column("notified_on", Date),
    Column("aware_on", Date),
    Column("starts_on", Date),
    Column("ended_on", Date),
    Column("ended_as", String(15)),
    Column("notified_by", String(20)),
    Column("carer", Text),
    Column("suitability", String(15)),
    Column("decided_on", Date),
    Column("decided_by", Text),
    Column("note", Text),
    _to("child_id", "child"),
    Index(None, "authority_id", "child_id"),
    CheckConstraint("notified_on IS NOT NULL OR aware_on IS NOT NULL", name="known"),
)
team_event = _table(
    "team_event",
    Column("what", String(15), nullable=False),
    Column("on", Date, nullable=False),
    Column("iro_id", String(36)),
    Column("with_iro_id", String(36)),
    Column("area", Text),
    Column("guests", Text),
    Column("note", Text),
    _to("iro_id", "iro"),
    _to("with_iro_id", "iro"),
    Index(None, "authority_id", "on"),
)
practice_standard = _table(
    "practice_standard",
    Column("name", Text, nullable=False),
    Column("text", Text),
    Column("state", String(12), nullable=False),
    Column("signed_off_on", Date),
    Column("signed_off_by", Text),
    Column("benchmark", Text),
    Column("measure", String(40)),
    Column("stands", Text),
    Column("looked_on", Date),
    UniqueConstraint("authority_id", "name"),
)
feedback = _table(
    "feedback",
    Column("number", Integer, nullable=False),
    Column("on", Date, nullable=False),
    Column("source", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("question", Text),
    Column("may_quote", Boolean),
    UniqueConstraint("authority_id", "number"),
)
fostering_report = _table(
    "fostering_report",
    Column("quarter_on", Date, nullable=False),
    Column("sent_on", Date, nullable=False),
    UniqueConstraint("authority_id", "quarter_on"),
)
plan_action = _table(
    "plan_action",
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", Text),
    Column("due_on", Date),
    Column("progress", String(12), nullable=False),
    Column("progress_on", Date),
    Column("went", Text),
    Column("carried_from", Integer),
    UniqueConstraint("authority_id", "year", "number"),
)
frozen_set = _table(
    "frozen_set",
    Column("name", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date, nullable=False),
    Column("frozen_on", Date, nullable=False),
    Column("frozen_by", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("note", Text),
    UniqueConstraint("authority_id", "name"),
)
frozen_figure = _table(
    "frozen_figure",
    Column("set_id", String(36), nullable=False),
    Column("measure", String(40), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("numerator", Integer),
    Column("denominator", Integer),
    Column("value", Float),
    Column("check", Text),
    Column("rows", Text),
    _to("set_id", "frozen_set"),
    UniqueConstraint("authority_id", "set_id", "measure"),
)
child_letter = _table(
    "child_letter",
    Column("child_id", String(36), nullable=False),
    Column("review_id", String(36), nullable=False),
    Column("band", String(12), nullable=False),
    Column("text", Text, nullable=False),
    _to("child_id", "child"),
    _to("review_id", "review"),
    Index(None, "authority_id", "child_id"),
    UniqueConstraint("authority_id", "review_id"),
)
iro_profile = _table(
    "iro_profile",
    Column("iro_id", String(36), nullable=False),
    Column("words", Text),
    Column("picture", Text),
    _to("iro_id", "iro"),
    UniqueConstraint("authority_id", "iro_id"),
)
clinic = _table(
    "clinic",
    Column("iro_id", String(36), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("note", Text),
    _to("iro_id", "iro"),
    UniqueConstraint("authority_id", "iro_id", "held_on"),
)
clinic_action = _table(
    "clinic_action",
    Column("clinic_id", String(36), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("due_on", Date),
    Column("done_on", Date),
    Column("came_of", Text),
    _to("clinic_id", "clinic"),
    UniqueConstraint("authority_id", "clinic_id", "number"),
)
annual_report = _table(
    "annual_report",
    Column("year", Integer, nullable=False),
    Column("published_on", Date),
    Column("published_by", Text),
    Column("set_id", String(36)),
    Column("content", Text),
    Column("digest", String(64)),
    _to("set_id", "frozen_set"),
    UniqueConstraint("authority_id", "year"),
)
report_section = _table(
    "report_section",
    Column("report_id", String(36), nullable=False),
    Column("section", String(40), nullable=False),
    Column("text", Text, nullable=False),
    _to("report_id", "annual_report"),
    UniqueConstraint("authority_id", "report_id", "section"),
)
diary_block = _table(
    "diary_block",
    Column("iro_id", String(36), nullable=False),
    Column("on", Date, nullable=False),
    Column("starts_at", String(5), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("what", Text, nullable=False),
    _to("iro_id", "iro"),
    UniqueConstraint("authority_id", "iro_id", "on", "starts_at"),
)
saved_view = _table(
    "saved_view",
    Column("name", Text, nullable=False),
    Column("iro", Text),
    Column("words", Text),
    Column("sort", String(30)),
    Column("is_descending", Boolean, nullable=False),
    UniqueConstraint("authority_id", "name"),
)

# What is being typed in a form and not saved yet. No fact: it is in no history and no dump.
draft = _table(
    "draft",
    Column("key", Text, nullable=False),  # the form and what it is about, by the council's id
    Column("body", Text, nullable=False),  # JSON: what each field holds
    Column("saved_at", String(32), nullable=False),  # UTC, ISO
    UniqueConstraint("authority_id", "key"),
)

# History: the act, what it changed, and apart from both the payload, which alone can be erased with a person.
act = _table(
    "act",
    Column("seq", Integer, nullable=False),
    Column("at", String(32), nullable=False),  # UTC, ISO
    Column("author", Text, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("undoes", String(36)),
    Column("previous_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("authority_id", "seq"),
)
change = _table(
    "change",
    Column("act_id", String(36), nullable=False),
    Column("position", Integer, nullable=False),
    Column("entity", String(30), nullable=False),
    Column("entity_id", String(36), nullable=False),
    Column("digest", String(64), nullable=False),
    _to("act_id", "act"),
    Index(None, "authority_id", "act_id", "position"),
    Index(None, "authority_id", "entity_id"),
)
payload = _table(
    "payload",
    Column("salt", LargeBinary(16), nullable=False),
    Column("before", Text),  # versioned JSON; NULL for a new row
    Column("after", Text),  # versioned JSON; NULL for a removed row
    _to("id", "change"),
)
store = _table(
    "store",
    Column("created_at", String(32), nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("head", String(64), nullable=False),  # digest of the newest act: shows that acts were cut off the end
)

# Parents before children: rows are inserted in this order and removed in the other.
ENTITY_TABLES = {
    table.name: table
    for table in (
        child,
        iro,
        sibling_group,
        foster_carer,
        episode,
        review,
        sitting,
        circumstance,
        date_override,
        alert,
        alert_step,
        booking,
        completion,
        allocation,
        iro_leave,
        sibling_membership,
        setting,
        bank_holiday,
        carer_review,
        person,
        person_restriction,
        attendance,
        sending,
        wishes,
        recommendation,
        recommendation_check,
        record_section,
        contact,
        significant_event,
        worker,
        diary_block,
        saved_view,
        alert_pause,
        legal_advice,
        list_entry,
        home,
        touch,
        arrangement,
        carer_review_asked,
        fostering_report,
        team_event,
        practice_standard,
        feedback,
        plan_action,
        frozen_set,
        frozen_figure,
        child_letter,
        iro_profile,
        clinic,
        clinic_action,
        annual_report,
        report_section,
    )
}
