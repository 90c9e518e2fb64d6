"""Migrations: the schema at head is the tables' own, every step goes up and down, and a failed one leaves nothing."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from iro_desktop.store import migrate, tables
from iro_desktop.store.engine import APPLICATION_ID, open_engine
from iro_desktop.store.migrate import SCHEMA_VERSION, alembic_config, is_current, upgrade
from tests.conftest import DATA_KEY

REVISIONS = [one.revision for one in ScriptDirectory.from_config(alembic_config()).walk_revisions("base", "head")][::-1]


@pytest.fixture
def engine(tmp_path):
    (tmp_path / "file").touch()
    engine = open_engine(tmp_path / "file", DATA_KEY)
    yield engine
    engine.dispose()


def schema_of(engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
        return [tuple(row) for row in rows if row[1] != "alembic_version" and not row[1].startswith("sqlite_")]


def step(engine, direction, revision) -> None:
    config = alembic_config()
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        direction(config, revision)


def test_the_schema_at_head_equals_the_tables(engine):
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, tables.metadata) == []
    made = schema_of(engine)
    with engine.execution_options(writes=True).begin() as connection:
        for name in reversed(tables.metadata.sorted_tables):
            name.drop(connection)
        tables.metadata.create_all(connection)
    assert [row[:3] for row in schema_of(engine)] == [row[:3] for row in made]


def test_an_upgraded_file_says_whose_it_is_and_how_new(engine):
    upgrade(engine)
    assert is_current(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA_VERSION == len(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_step_goes_up_and_down_and_up_again(engine, revision):
    before = "base" if revision == REVISIONS[0] else REVISIONS[REVISIONS.index(revision) - 1]
    if before != "base":
        step(engine, command.upgrade, before)
    start = schema_of(engine)
    step(engine, command.upgrade, revision)
    up = schema_of(engine)
    assert up != start
    step(engine, command.downgrade, before)
    assert schema_of(engine) == start
    step(engine, command.upgrade, revision)
    assert schema_of(engine) == up


def test_a_migration_that_fails_at_its_end_leaves_nothing(engine, monkeypatch):
    before = schema_of(engine)
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", "no number")
    with pytest.raises(Exception, match="syntax error"):
        upgrade(engine)
    assert schema_of(engine) == before
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == 0
    monkeypatch.undo()
    upgrade(engine)
    assert is_current(engine)


def test_a_migration_that_fails_in_its_middle_leaves_nothing(engine):
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE payload (id INTEGER)")  # the last table the step makes is there
    before = schema_of(engine)
    with pytest.raises(Exception, match="already exists"):
        upgrade(engine)
    assert schema_of(engine) == before


def test_the_migrations_are_found_in_a_folder_with_a_per_cent_sign(tmp_path, monkeypatch):
    monkeypatch.setattr(migrate, "MIGRATIONS", tmp_path / "100%s (x)")
    assert alembic_config().get_main_option("script_location") == str(tmp_path / "100%s (x)")
