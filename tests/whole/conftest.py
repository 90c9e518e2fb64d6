"""End to end: the same quick stretching and in-process commands as the tests of the command line."""

from tests.cli.conftest import command, folder, quick_stretching, sample

__all__ = ["command", "folder", "quick_stretching", "sample"]
