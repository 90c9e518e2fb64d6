"""In full: 400 children over 8 years, each open child's review deadline against the second reckoning."""

import pytest

from tests.cli.conftest import command, folder, quick_stretching
from tests.whole.test_work_of_a_sample import check_reviews, check_whys

__all__ = ["command", "folder", "quick_stretching"]


@pytest.mark.parametrize("seed", [1, 2])
def test_four_hundred_children_have_each_the_review_that_the_second_reckoning_finds(command, folder, tmp_path, seed):
    sample = tmp_path / "sample"
    assert command("sample", sample, "--children", 400, "--years", 8, "--seed", seed).code == 0
    command("import", "ssda903", sample / "903")
    assert command("act", sample / "acts.json").code == 0
    stream = command("due", "--all", "--json").json
    check_reviews(sample, stream, open_children=400)
    assert check_whys(folder) == len(stream)
