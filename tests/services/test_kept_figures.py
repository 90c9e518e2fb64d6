"""Figures that are kept: never changed afterwards, compared with today row by row, and checked against tampering."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from iro_desktop.domain.acts import CorrectReview, FreezeFigures, RecordPublished, RecordReviewHeld, RemovePublished
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import FrozenFigure, FrozenSet
from iro_desktop.domain.vocabulary import FrozenKind, Participation
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.frozen import digest_of, digest_of_set, rows_of_text, rows_text
from iro_desktop.measures.model import By
from iro_desktop.services.kept_figures import KeptFigures, faults_of
from iro_desktop.services.performance_views import FigureWish, RowShown
from tests.conftest import TODAY
from tests.demo_copy import open_demo
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_figures import ATTENDED, FROZEN, PUBLISHED
from tests.services.office import Office, day

FROM, TO = date(2026, 4, 1), date(2027, 3, 31)
FREEZE = FreezeFigures(name="So far", from_on=FROM, to_on=TO)
WISH = FigureWish(FROM, TO)


@pytest.fixture
def desk(tmp_path: Path):
    """Sixty invented children, the whole service in view, and their figures frozen."""
    opened = open_demo(tmp_path / "demo", TODAY)
    opened.act(FREEZE)
    yield opened
    opened.close()


def rows_by_measure(desk) -> dict[str, set[RowShown]]:
    found = {}
    for one in DEFINITIONS:
        view = desk.figure_rows(one.id, WISH)
        found[one.id] = {replace(row, name="") for row in (*view.met, *view.not_met, *view.left_out)}
    return found


def late_ones(desk, count: int) -> list[RecordReviewHeld]:
    """Reviews that can be recorded late: of children of four and over whose last was long ago, and is not overdue."""
    found: list[RecordReviewHeld] = []
    for row in desk.caseload().rows:
        on = TODAY - timedelta(2 + len(found) % 3)
        fits = row.last_review_on and row.last_review_on < on - timedelta(40) and (row.age or 0) > 4
        if fits and row.last_lawful_on and row.last_lawful_on > TODAY:
            found.append(RecordReviewHeld(child=row.child, held_on=on, participation=Participation.PN1))
    assert len(found) >= count
    return found[:count]


def test_nothing_differs_on_the_day_of_freezing(desk):
    told = desk.kept_compared("So far")
    assert told.words == "Nothing has changed since."
    assert [one.measure for one in told.figures] == list(BY_ID)
    assert {one.words for one in told.figures} == {"the same"}


def test_recorded_late_corrected_and_undone_the_comparison_names_exactly_the_rows_that_differ(desk):
    before, kept = rows_by_measure(desk), desk.kept_sets()
    late = late_ones(desk, 11)
    for act in late:
        desk.act(act)
    desk.undo()
    reviews = desk.figure_rows("reviews.held", WISH).met
    told = next(one for one in reviews if one.review_on and one.day < date(2026, 6, 1))
    desk.act(CorrectReview(child=told.child, held_on=told.day, participation=Participation.PN7))
    after, shown = rows_by_measure(desk), desk.kept_compared("So far")
    assert desk.kept_sets() == kept
    for one in shown.figures:
        gone, new = before[one.measure] - after[one.measure], after[one.measure] - before[one.measure]
        named = {replace(row, name="") for row in (*one.new, *(now for _, now in one.changed))}
        left = {replace(row, name="") for row in (*one.gone, *(then for then, _ in one.changed))}
        judged = {(row.child, row.judged) for row in named}
        assert named <= new, one.measure
        assert {(row.child, row.judged) for row in new} - judged <= {(row.child, row.judged) for row in left | gone}
        assert len(one.new) - len(one.gone) == len(after[one.measure]) - len(before[one.measure]), one.measure
    by_id = {one.measure: one for one in shown.figures}
    recorded = {(act.child, act.held_on) for act in late[:-1]}
    assert {(row.child, row.day) for row in by_id["timeliness.held"].new} == recorded
    assert by_id["timeliness.held"].gone == by_id["timeliness.held"].changed == ()
    assert [(then.child, then.day) for then, _ in by_id["attendance"].changed] in ([(told.child, told.day)], [])
    assert {(row.child, row.day) for row in by_id["attendance"].new} == recorded
    assert shown.words.startswith("10 reviews recorded late ")


def test_the_words_say_what_moved_timeliness_and_follow_the_figures(office: Office):
    office.each(IRO, CHILD, FREEZE)
    office.do(FIRST)
    told = office.desk().kept_compared("so far")
    one = next(one for one in told.figures if one.measure == "timeliness.held")
    assert (one.kept, one.today, one.words) == ("–", "100.0 %", "1 recorded since: not measured before")
    assert told.words == "1 review recorded late moved timeliness from – to 100.0 %"
    office.undo()
    assert office.desk().kept_compared("So far").words == "Nothing has changed since."


def test_frozen_in_one_act_with_what_was_recorded_before_it_that_is_counted_and_stays(office: Office):
    office.each(IRO, CHILD)
    office.do(FIRST, FREEZE, CorrectReview(child="A1", held_on=FIRST.held_on, participation=Participation.PN7))
    told = office.desk().kept_compared("So far")
    held, attended = (next(x for x in told.figures if x.measure == name) for name in ("timeliness.held", "attendance"))
    assert (held.kept_words, held.words) == ("1 of 1", "the same")
    assert (attended.kept_words, attended.today_words) == ("1 of 1", "0 of 1")


def test_what_happens_after_the_freezing_is_told_apart_from_what_came_late(office: Office):
    office.each(IRO, CHILD, FIRST, FREEZE)
    office.actor = replace(office.actor, today=day("10 Dec"))
    held = RecordReviewHeld(child="A1", held_on=day("9 Dec"), participation=Participation.PN1)
    office.do(held)
    assert office.desk().kept_compared("So far").words == "1 review held since left timeliness at 100.0 %"


def test_children_counted_at_the_end_of_a_period_that_goes_on_are_the_same_children_a_day_later(office: Office):
    office.each(IRO, CHILD, FIRST, FREEZE)
    office.actor = replace(office.actor, today=TODAY + timedelta(1))
    moved = [one for one in office.desk().kept_compared("So far").figures if one.new or one.gone]
    assert moved == []


# --- tampering


def kept(office: Office) -> tuple[FrozenSet, list[FrozenFigure]]:
    with office.store.reading() as reader:
        (found,) = reader.all(FrozenSet)
        return found, reader.frozen_figures(found.id)


def test_every_kept_figure_is_sound_and_its_rows_make_it(office: Office):
    office.each(IRO, CHILD, FIRST, FREEZE)
    record, figures = kept(office)
    assert len(figures) == len(DEFINITIONS)
    assert faults_of(record, figures) == ()
    (shown,) = office.desk().kept_sets()
    assert (shown.is_sound, shown.faults, shown.digest, shown.frozen_by) == (True, (), record.digest, "tester")
    held = next(one for one in figures if one.measure == "timeliness.held")
    assert rows_text(rows_of_text(held.rows or "")) == held.rows


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ({"numerator": 2}, "“Reviews held in time” is not as it was kept"),
        ({"denominator": 7}, "“Reviews held in time” is not as it was kept"),
        ({"value": 12.5}, "“Reviews held in time” is not as it was kept"),
        ({"check": "all is well"}, "“Reviews held in time” is not as it was kept"),
        ({"rows": "[]"}, "“Reviews held in time” is not as it was kept"),
    ],
)
def test_a_figure_changed_past_the_program_is_told(office: Office, what, says):
    office.each(IRO, CHILD, FIRST, FREEZE)
    record, figures = kept(office)
    changed = [replace(one, **what) if one.measure == "timeliness.held" else one for one in figures]
    assert faults_of(record, changed)[0].startswith(says)
    again = [replace(one, digest=digest_of(one)) for one in changed]  # the digest changed with it
    assert "It is not as it was kept" in faults_of(record, again)[0]


def test_one_row_tampered_with_is_told_even_where_every_digest_was_made_anew(office: Office):
    office.each(IRO, CHILD, FIRST, FREEZE)
    record, figures = kept(office)
    held = next(one for one in figures if one.measure == "timeliness.held")
    late = rows_text(replace(row, is_met=False) for row in rows_of_text(held.rows or ""))
    forged = replace(held, rows=late)
    forged = replace(forged, digest=digest_of(forged))
    others = [one for one in figures if one is not held]
    anew = replace(record, digest=digest_of_set(record, [*others, forged]))
    assert faults_of(anew, [*others, forged]) == ("“Reviews held in time” does not follow from its rows.",)
    unread = replace(forged, rows="[[1]]")
    unread = replace(unread, digest=digest_of(unread))
    anew = replace(record, digest=digest_of_set(record, [*others, unread]))
    assert faults_of(anew, [*others, unread]) == ("The rows of “Reviews held in time” cannot be counted any more.",)


def test_of_a_set_that_is_not_as_it_was_kept_it_is_never_said_that_nothing_has_changed(office: Office, monkeypatch):
    office.each(IRO, CHILD, FIRST, FREEZE, PUBLISHED)
    named, sets = KeptFigures.named, KeptFigures.sets
    assert office.desk().kept_compared(FREEZE.name).words == "Nothing has changed since."
    broken = ("“Reviews held in time” is not as it was kept.",)
    monkeypatch.setattr(KeptFigures, "named", lambda self, name: replace(named(self, name), faults=broken))
    monkeypatch.setattr(KeptFigures, "sets", lambda self: [replace(one, faults=broken) for one in sets(self)])
    said = office.desk().kept_compared(FREEZE.name).words
    assert said == "Not as it was kept: what differs cannot be relied upon."
    wish = FigureWish(PUBLISHED.from_on, PUBLISHED.to_on)
    assert "as published" not in office.desk().figure_doubt("timeliness.held", wish, 94)


def test_a_figure_missing_added_or_a_set_of_another_name_or_time_is_told(office: Office):
    office.each(IRO, CHILD, FIRST, FREEZE)
    record, figures = kept(office)
    extra = replace(figures[0], id="x", measure="luck")
    assert faults_of(record, figures[1:])
    assert faults_of(record, [*figures, replace(extra, digest=digest_of(extra))])
    for other in (
        replace(record, name="2025/26"),
        replace(record, to_on=TO - timedelta(1)),
        replace(record, frozen_on=day("1 Nov")),
        replace(record, frozen_by="somebody else"),
        replace(record, note="All well"),
        replace(record, kind=FrozenKind.PUBLISHED),
    ):
        assert faults_of(other, figures)


def test_no_child_is_named_and_no_free_words_are_kept_in_rows(desk):
    names = {row.name.split()[0] for row in desk.caseload().rows}
    with desk._store.reading() as reader:
        record = next(one for one in reader.all(FrozenSet) if one.name == FREEZE.name)
        figures = reader.frozen_figures(record.id)
    text = "".join(one.rows or "" for one in figures)
    assert not [name for name in names if len(name) > 3 and f'"{name}' in text]
    moved = next(one for one in figures if one.measure == "rearrangements")
    rows = rows_of_text(moved.rows or "")
    assert rows
    assert all(by is not By.REASON for row in rows for by, _ in row.tags)


# --- as published


def test_a_published_share_that_its_own_numbers_do_not_make_is_doubted(office: Office):
    office.each(PUBLISHED, ATTENDED)
    desk = office.desk()
    told = {one.measure: one for one in desk.kept_compared("2025/26 as published").figures}
    one = told["timeliness.held"]
    assert (one.kept, one.kept_words, one.doubt) == (
        "94.0 %", "1,033 of 1,233", "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %",
    )  # fmt: skip
    assert told["attendance"].doubt == ""
    wish = FigureWish(PUBLISHED.from_on, PUBLISHED.to_on)
    assert desk.figure_doubt("timeliness.held", wish, 94) == f"{one.doubt}, by 2025/26 as published."
    assert desk.figure_doubt("timeliness.held", wish, 83.8).startswith("83.8 % is right: 1,033 of 1,233")
    assert desk.figure_doubt("attendance", wish, 46.5) == "46.5 % was printed; there is nothing to count."


def test_of_a_whole_published_without_its_part_it_is_said_how_many_a_share_would_be(office: Office):
    office.each(replace(PUBLISHED, numerator=None))
    desk, wish = office.desk(), FigureWish(PUBLISHED.from_on, PUBLISHED.to_on)
    said = "94 % of 1,233 would be 1,159; how many it was was not published, by 2025/26 as published."
    assert desk.figure_doubt("timeliness.held", wish, 94) == said
    assert desk.figure_doubt("attendance", wish, 94) == "94 % was printed; there is nothing to count."


def test_a_set_that_covers_exactly_the_year_before_is_what_a_tile_stands_beside(desk):
    last_year = FigureWish(date(2026, 4, 1), date(2026, 10, 31))
    before = {tile.figure.measure: tile.change for tile in desk.performance(last_year).tiles}
    assert before["timeliness.held"].before_words == "a year before"
    from_on, to_on = date(2025, 4, 1), date(2025, 10, 31)
    desk.act(RecordPublished(name="2025", measure="timeliness.held", value=94.0, from_on=from_on, to_on=to_on))
    desk.act(FreezeFigures(name="2025 again", from_on=from_on, to_on=to_on))
    after = {tile.figure.measure: tile.change for tile in desk.performance(last_year).tiles}
    assert (after["timeliness.held"].before, after["timeliness.held"].before_words) == ("94.0 %", "2025 as published")
    assert after["reviews.held"].before_words == "2025 again as kept"
    assert after["reviews.held"].before == before["reviews.held"].before
    iro = desk.iros()[0]
    of_one = {tile.figure.measure: tile.change for tile in desk.performance(replace(last_year, iro=iro)).tiles}
    assert of_one["timeliness.held"].before_words == "2025 again as kept"
    desk.act(RemovePublished(name="2025", measure="timeliness.held"))
    again = {tile.figure.measure: tile.change for tile in desk.performance(last_year).tiles}
    assert again["timeliness.held"].before_words == "2025 again as kept"


def test_kept_figures_are_known_by_name_in_any_case_and_an_unknown_name_is_refused(office: Office):
    office.each(IRO, CHILD, FROZEN)
    desk = office.desk()
    assert desk.kept_compared(" october ").kept.name == "October"
    with pytest.raises(UserError, match="Kept are: October") as refused:
        desk.kept_compared("November")
    assert refused.value.field == "name"


def test_small_numbers_hidden_beside_today_no_row_and_no_step_of_few_is_told(tmp_path):
    desk = open_demo(tmp_path / "demo", TODAY)
    try:
        for kept in desk.kept_sets():
            plain = {one.measure: one for one in desk.kept_compared(kept.name).figures}
            shown = desk.kept_compared(kept.name, hides_small=True)
            assert {one.measure for one in shown.figures} == set(plain)
            for one in shown.figures:
                assert (one.new, one.gone, one.changed) == ((), (), ())
                if "c" in (one.kept, one.today):
                    assert (one.kept, one.today, one.kept_words, one.today_words) == ("c", "c", "", "")
                    assert one.words.startswith("not shown")
                else:
                    assert (one.kept, one.today) == (plain[one.measure].kept, plain[one.measure].today)
                    step = abs(_number(one.kept_words) - _number(one.today_words))
                    assert not 0 < step < 5
    finally:
        desk.close()


def _number(words: str) -> int:
    first = words.partition(" of ")[0].replace(",", "")
    return int(first) if first.isdecimal() else 0
