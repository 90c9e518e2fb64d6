"""The command line: services as text, tables and JSON."""
