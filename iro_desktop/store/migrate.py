"""Bringing a store to this program's schema. A cheap version check first: Alembic is imported only when needed."""

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from iro_desktop.domain.errors import UserError
from iro_desktop.store.engine import APPLICATION_ID

SCHEMA_VERSION = 1  # counts revisions; stands in the file's user_version
MIGRATIONS = Path(__file__).with_name("migrations")
_NEWER = (
    "This store was written by a newer IRO Desktop (schema {found}, this program knows {known}). "
    "Nothing was changed. Install the newer program to open it."
)


def version_of(connection: Connection) -> int:
    """The schema version of the file; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(engine: Engine) -> bool:
    """Bring the store up to date in one transaction; tells whether anything was done.

    Raises ``UserError`` for a store of a newer program.
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found == SCHEMA_VERSION:
        return False
    if found > SCHEMA_VERSION:
        raise UserError(_NEWER.format(found=found, known=SCHEMA_VERSION))
    _run(engine)
    return True


def _run(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
