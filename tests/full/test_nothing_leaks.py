"""In full: a scripted day of 200 acts over a sample with 200 marked names and more."""

from tests.cli.conftest import command, folder, quick_stretching
from tests.whole.test_nothing_leaks import test_no_name_is_readable_in_any_file_after_a_days_work as in_small

__all__ = ["command", "folder", "quick_stretching"]


def test_no_name_is_readable_after_two_hundred_acts(command, folder, tmp_path, monkeypatch):
    sample = tmp_path / "sample"
    assert command("sample", sample, "--children", 200, "--years", 3, "--seed", 3).code == 0
    in_small(command, folder, sample, tmp_path, monkeypatch, 200)
