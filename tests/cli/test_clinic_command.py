"""``clinic``: exceptions, figures and agreed actions of one IRO; by id, and without typed words unless asked for."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.loaded import loaded, loaded_once

__all__ = ["loaded", "loaded_once"]


@pytest.fixture
def iro(loaded: Any) -> str:
    name: str = loaded("team", "--json").json[0]["name"]
    return name


def test_it_tells_the_exceptions_by_id_with_the_figures_and_what_was_agreed(loaded: Any, iro: str) -> None:
    told = loaded("clinic", iro, "--json").json
    assert told["iro"] == iro
    assert {"exceptions", "figures", "agreed", "since", "children"} <= told.keys()
    assert told["figures"][0]["measure"] == "timeliness.held"
    assert all("name" not in one for one in told["exceptions"])
    assert all("text" not in one and "came_of" not in one for one in told["agreed"])


def test_since_a_day_counts_no_more_than_since_an_earlier_one(loaded: Any, iro: str) -> None:
    of = {day: len(loaded("clinic", iro, "--since", day, "--json").json["exceptions"]) for day in
          ("2026-11-20", "2026-06-01")}  # fmt: skip
    assert of["2026-11-20"] <= of["2026-06-01"]


def test_an_iro_who_is_not_here_is_refused(loaded: Any) -> None:
    assert "no IRO of that name" in loaded("clinic", "Nobody").err


def test_the_pack_is_written_by_its_line_in_the_register(loaded: Any, iro: str, tmp_path: Path) -> None:
    path = tmp_path / "pack.docx"
    loaded("export", "clinic-pack", path, "--iro", iro)
    assert path.exists()
