"""Bringing a store to this program's schema. A cheap version check first: Alembic is imported only when needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from iro_desktop.domain.errors import UserError
from iro_desktop.store.engine import APPLICATION_ID
from iro_desktop.store.failures import told

if TYPE_CHECKING:
    from alembic.config import Config

SCHEMA_VERSION = 6  # counts revisions; stands in the file's user_version
MIGRATIONS = Path(__file__).with_name("migrations")
_NEWER = (
    "This store was written by a newer IRO Desktop (schema {found}, this program knows {known}). "
    "Nothing was changed. Install the newer program to open it."
)
_EMPTY = (
    "The store holds nothing at all, not even its tables: something emptied the file. Nothing was changed. "
    "Keep the file as it is and restore the last good backup."
)


def version_of(connection: Connection) -> int:
    """The schema version of the file; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_current(engine: Engine) -> bool:
    """Whether the store has this program's schema; if not, ``upgrade`` brings it there.

    Raises ``UserError`` for a store of a newer program, and for a file without any schema: a store that was emptied
    must not come back as a new one.
    """
    with told(), engine.connect() as connection:
        found = version_of(connection)
    if found > SCHEMA_VERSION:
        raise UserError(_NEWER.format(found=found, known=SCHEMA_VERSION))
    if found == 0:
        raise UserError(_EMPTY)
    return found == SCHEMA_VERSION


def upgrade(engine: Engine) -> None:
    """Bring the store, or an empty file, to this program's schema: in one transaction, or not at all."""
    from alembic import command

    config = alembic_config()
    with told(), engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def alembic_config() -> "Config":
    """Where Alembic finds the migrations; the connection to run them on is put into its ``attributes``."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
