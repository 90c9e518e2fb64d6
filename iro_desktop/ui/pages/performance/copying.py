"""A list of figures on the clipboard."""

from PySide6.QtGui import QGuiApplication

from iro_desktop.ui.pages.timescales_table import FactTable


def copied(table: FactTable) -> str:
    """Put a list on the clipboard as a table; what was copied, in words, and whether it names children."""
    columns = [column for column in table.facts.columns if any(column.show(row) for row in table.facts.rows)]
    lines = [[column.title for column in columns]]
    lines += [[column.show(row) for column in columns] for row in table.facts.rows]
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
    named = (
        "; it names children" if any(column.key == "name" and column.header == "Child" for column in columns) else ""
    )
    return f"Copied: {len(lines) - 1} rows as a table{named}"
