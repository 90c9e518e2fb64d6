"""The window. Widgets only: no query, no file, no date arithmetic here."""
