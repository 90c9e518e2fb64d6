"""``measures freeze``, ``kept``, ``compare``, ``published``, ``doubt``: kept figures on the command line."""

from datetime import date

import pytest

from iro_desktop.measures.definitions import BY_ID
from tests.cli.late import do, held, late_reviews
from tests.cli.loaded import loaded, loaded_once

__all__ = ["loaded", "loaded_once"]

YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")
TABLE = (  # the authority's own table of 2023/24: printed, numerator, denominator, what the numbers make
    ("timeliness.held", 94, 1033, 1233, "83.8 %"),
    ("minutes.in-time", 43.1, 531, 1233, "43.1 %"),
    ("letters.in-time", 55.4, 683, 1233, "55.4 %"),
    ("attendance", 46.5, 573, 1233, "46.5 %"),
)


def test_frozen_recorded_late_imported_again_and_undone_exactly_those_rows_are_named(loaded, loaded_once, tmp_path):
    frozen = loaded("measures", "freeze", "So far", *YEAR, "--note", "For the clinic", "--json").json
    assert (frozen["name"], frozen["sound"], frozen["figures"]) == ("So far", True, len(BY_ID))
    assert loaded("measures", "compare", "So far").out.startswith("Nothing has changed since.")
    late = late_reviews(loaded, tmp_path, 10)
    for child, on in late:
        assert do(loaded, tmp_path, held(child, date.fromisoformat(on))) == 0
    again = loaded("import", "ssda903", loaded_once.parent / "sample" / "903", "--json").json
    assert all(one["new"] == one["changed"] == 0 for one in again["files"].values())
    assert loaded("undo").code == 0
    told = loaded("measures", "compare", "So far", "--json").json
    by_id = {one["measure"]: one for one in told["figures"]}
    for measure in ("timeliness.held", "reviews.held"):
        one = by_id[measure]
        assert sorted((row["child"], row["day"]) for row in one["new"]) == sorted(late[:-1])
        assert (one["gone"], one["changed"]) == ([], [])
        assert one["words"].startswith("9 recorded since")
    assert told["words"].startswith("9 reviews recorded late ")
    assert (told["set"]["hash"], told["set"]["sound"]) == (frozen["hash"], True)
    assert frozen in loaded("measures", "kept", "--json").json
    assert loaded("check", "--json").json["ok"]
    said = loaded("measures", "compare", "So far").out
    assert all(f"since: {child} {on}" in said for child, on in late[:-1])
    assert f"since: {late[-1][0]} {late[-1][1]}" not in said
    hidden = loaded("measures", "compare", "So far", "--hide-small").out
    assert "not shown, because they tell of few" in hidden
    assert "since:" not in hidden


@pytest.mark.parametrize(("measure", "said", "numerator", "denominator", "share"), TABLE)
def test_a_published_table_is_typed_in_and_its_shares_are_checked(
    command, measure, said, numerator, denominator, share
):
    year = ("--from", "2023-04-01", "--to", "2024-03-31")
    numbers = ("--numerator", numerator, "--denominator", denominator)
    typed = command("measures", "published", "2023/24", measure, said, *numbers, *year)
    assert (typed.code, "2023/24: 1 figure kept." in typed.out) == (0, True)
    assert ("83.8 %. Saved as printed, with this doubt." in typed.err) is (measure == "timeliness.held")
    told = command("measures", "compare", "2023/24", "--json").json
    (one,) = told["figures"]
    assert (one["kept"], one["kept_words"]) == (f"{said:.1f} %", f"{numerator:,} of {denominator:,}")
    doubt = command("measures", "doubt", measure, said, *year).out.strip()
    if measure == "timeliness.held":
        assert one["doubt"] == "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %"
        assert told["words"].endswith("1 cannot be right: the share is not what its own numbers make.")
        assert doubt == f"{one['doubt']}, by 2023/24 as published."
    else:
        assert one["doubt"] is None
        assert doubt.startswith(f"{said} % is right")
    right = command("measures", "doubt", measure, share, *year).out
    assert f"{share} is right: {numerator:,} of {denominator:,}" in right


def test_a_figure_typed_in_again_replaces_the_one_before_and_undo_brings_it_back(command):
    year = ("--from", "2023-04-01", "--to", "2024-03-31")
    for value in (94, 83.8):
        assert command("measures", "published", "2023/24", "timeliness.held", value, *year).code == 0
    assert command("measures", "compare", "2023/24", "--json").json["figures"][0]["kept"] == "83.8 %"
    assert command("undo").code == 0
    assert command("measures", "compare", "2023/24", "--json").json["figures"][0]["kept"] == "94.0 %"
    assert [one["figures"] for one in command("measures", "kept", "--json").json] == [1]


def test_undoing_a_freeze_takes_the_set_away_and_a_name_is_kept_once(loaded):
    assert loaded("measures", "freeze", "So far", *YEAR).code == 0
    assert "kept as so far already" in loaded("measures", "freeze", "so far", *YEAR).err
    assert loaded("undo").code == 0
    assert "So far" not in [one["name"] for one in loaded("measures", "kept", "--json").json]
    assert "No figures are kept as So far" in loaded("measures", "compare", "So far").err


def test_kept_figures_name_no_child(loaded):
    assert loaded("measures", "freeze", "So far", *YEAR).code == 0
    names = loaded("find", "a", "--names", "--for", "me", "--purpose", "test", "--json").json
    rows = loaded("dump", "--rows").out
    assert '"frozen_figure"' in rows
    kept = "".join(line for line in rows.splitlines() if '"frozen_figure"' in line)
    family = {part for one in names for part in one.get("name", "").split() if len(part) > 5}
    assert family
    assert not [part for part in family if part in kept]
