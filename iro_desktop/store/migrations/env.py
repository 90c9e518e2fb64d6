"""Alembic's way in: always on a connection that the program opened, inside its transaction."""

from alembic import context

from iro_desktop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds; a failed upgrade leaves nothing
)
context.run_migrations()
