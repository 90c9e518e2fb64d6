"""Who is entitled as a care leaver: the status of a day, since when, why, and what comes next."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import ChildFacts, Touch
from iro_desktop.domain.vocabulary import CircumstanceKind, InTouch, LeaverStatus
from iro_desktop.rules.leaving_reasons import Entitlement, Entitlements, entitlements
from tests.builders import child_with, circumstance, episode, on
from tests.rules.comparing_leaving import difference_in_entitlement
from tests.rules.reckoned_leaving import life

BORN = "2006-03-10"  # fourteen on 10 March 2020, sixteen on 10 March 2022, eighteen on 10 March 2024
AT_HOME, STATED = CircumstanceKind.HOME_TO_PARENT, CircumstanceKind.ELIGIBILITY


def found(day: str, *facts: object, born: str | None = BORN) -> Entitlements:
    return entitlements(child_with(*facts, born=born), on(day))  # type: ignore[arg-type]


def status(day: str, *facts: object, born: str | None = BORN) -> str:
    return found(day, *facts, born=born).now.status.value


def left(started: str, ended: str, reason: str = "E4A", legal: str = "C2") -> object:
    return episode(started, ended=ended, end_reason=reason, status=legal)


def said(one: Entitlement) -> str:
    return " ".join(one.reasons)


class TestThirteenWeeks:
    def test_exactly_thirteen_weeks_across_sixteen_are_enough(self) -> None:
        one = found("2022-05-01", left("2022-01-20", "2022-04-21")).now  # 91 days
        assert (one.status, one.since) == (LeaverStatus.RELEVANT, on("2022-04-21"))
        assert "Looked after 91 days since the 14th birthday on 10 Mar 2020" in said(one)
        assert "the 91st of them on 20 Apr 2022; 42 of them at 16 or later" in said(one)

    def test_ninety_days_are_not(self) -> None:
        one = found("2022-05-01", left("2022-01-20", "2022-04-20")).now
        assert (one.status, one.since) == (LeaverStatus.QUALIFYING, on("2022-04-20"))
        assert "90 days since the 14th birthday on 10 Mar 2020 of the 91 that are asked" in said(one)

    def test_split_weeks_add_up(self) -> None:
        first = left("2020-06-01", "2020-07-20")  # 49 days
        assert status("2022-06-12", first, episode("2022-05-02")) == "none"
        assert status("2022-06-13", first, episode("2022-05-02")) == "eligible"  # 42 more

    def test_what_is_missing_is_foretold(self) -> None:
        coming = found("2022-06-01", episode("2022-05-02")).now.coming
        assert coming is not None
        assert (coming.on, coming.status, coming.why) == (
            on("2022-08-01"), LeaverStatus.ELIGIBLE, "with 13 weeks in care complete",
        )  # fmt: skip

    def test_short_breaks_are_not_counted_and_said_to_be_left_out(self) -> None:
        care = (
            episode("2022-01-01", ended="2022-04-30", end_reason="X1", status="V4"),
            episode("2022-04-30", "L", status="V2"),
        )
        one = found("2022-06-01", *care).now
        assert one.status is LeaverStatus.NONE
        assert "Short breaks of 119 days in that time are not counted" in said(one)

    def test_short_breaks_alone_entitle_nobody(self) -> None:
        one = found("2023-01-09", left("2020-06-01", "2022-12-01", legal="V3")).now
        assert one.status is LeaverStatus.NONE
        assert "Short breaks alone" in said(one)

    def test_remand_counts_as_being_looked_after(self) -> None:
        one = found("2022-08-01", episode("2022-05-02", status="J1")).now
        assert one.status is LeaverStatus.ELIGIBLE
        assert "Remand, 92 days of it, counts as being looked after" in said(one)

    def test_weeks_before_fourteen_do_not_count(self) -> None:
        assert status("2022-05-02", left("2019-06-01", "2020-03-10"), episode("2022-03-20")) == "none"


class TestAges:
    def test_nobody_is_entitled_before_sixteen(self) -> None:
        one = found("2022-03-09", episode("2020-06-01")).now
        assert (one.status, one.coming and one.coming.on) == (LeaverStatus.NONE, on("2022-03-10"))

    def test_who_left_on_the_16th_birthday_was_not_looked_after_at_sixteen(self) -> None:
        assert status("2022-03-10", left("2020-06-01", "2022-03-10")) == "none"
        assert status("2022-03-11", left("2020-06-01", "2022-03-11")) == "relevant"

    def test_who_left_on_the_18th_birthday_is_former_relevant_from_that_day(self) -> None:
        one = found("2024-03-10", left("2020-06-01", "2024-03-10", "E8")).now
        assert (one.status, one.since) == (LeaverStatus.FORMER_RELEVANT, on("2024-03-10"))
        assert "an eligible child until then" in said(one)

    @pytest.mark.parametrize(("day", "expected"), [("2024-02-28", "none"), ("2024-02-29", "eligible")])
    def test_born_on_29_february_sixteen_in_a_leap_year(self, day: str, expected: str) -> None:
        assert status(day, episode("2022-06-01"), born="2008-02-29") == expected

    @pytest.mark.parametrize(("day", "expected"), [("2026-02-28", "eligible"), ("2026-03-01", "former-relevant")])
    def test_born_on_29_february_eighteen_on_1_march(self, day: str, expected: str) -> None:
        assert status(day, episode("2022-06-01"), born="2008-02-29") == expected

    def test_former_relevant_to_twenty_five_qualifying_to_twenty_one(self) -> None:
        long, short = left("2020-06-01", "2023-05-02"), left("2022-05-02", "2022-06-02")
        assert [status(day, long) for day in ("2027-03-10", "2031-03-09", "2031-03-10")] == [
            "former-relevant", "former-relevant", "none",
        ]  # fmt: skip
        assert [status(day, short) for day in ("2027-03-09", "2027-03-10")] == ["qualifying", "none"]

    def test_without_a_birth_date_nothing_can_be_said(self) -> None:
        assert "birth date is not known" in said(found("2023-01-01", episode("2020-06-01"), born=None).now)


class TestHome:
    LEFT = left("2020-06-01", "2022-09-01")

    def test_six_months_at_home_make_a_relevant_child_a_qualifying_one(self) -> None:
        back = circumstance(AT_HOME, "2022-09-01")
        assert [status(day, self.LEFT, back) for day in ("2023-02-28", "2023-03-01")] == ["relevant", "qualifying"]
        one = found("2023-04-01", self.LEFT, back).now
        assert "six months on 1 Mar 2023" in said(one)
        assert "SI 2010/2571 reg 3(4)" in said(one)

    def test_it_is_foretold(self) -> None:
        coming = found("2022-10-01", self.LEFT, circumstance(AT_HOME, "2022-09-01")).now.coming
        assert coming is not None
        assert (coming.on, coming.why) == (on("2023-03-01"), "after six months at home with a parent")

    def test_broken_off_before_it_changes_nothing(self) -> None:
        assert status("2023-04-01", self.LEFT, circumstance(AT_HOME, "2022-09-01", "2023-02-10")) == "relevant"

    def test_broken_down_after_it_the_child_is_relevant_again(self) -> None:
        assert status("2023-06-01", self.LEFT, circumstance(AT_HOME, "2022-09-01", "2023-05-02")) == "relevant"

    def test_in_care_again_after_home_is_eligible_again_and_relevant_when_that_ends(self) -> None:
        facts = (self.LEFT, circumstance(AT_HOME, "2022-09-01"), left("2023-05-02", "2023-06-05"))
        days = ("2023-04-01", "2023-05-02", "2023-06-05", "2024-03-10")
        assert [status(day, *facts) for day in days] == ["qualifying", "eligible", "relevant", "former-relevant"]


class TestStated:
    def test_it_counts_and_the_computed_stays_beside_it(self) -> None:
        told = replace(
            circumstance(STATED, "2024-03-10", detail="former-relevant"), note="Looked after elsewhere before."
        )
        one = found("2024-06-01", left("2022-05-02", "2022-06-02"), told)
        assert (one.now.status, one.computed.status) == (LeaverStatus.FORMER_RELEVANT, LeaverStatus.QUALIFYING)
        assert "Looked after elsewhere before." in said(one.now)

    def test_who_was_stated_relevant_is_former_relevant_at_eighteen(self) -> None:
        told = circumstance(STATED, "2023-05-02", detail="relevant")
        assert [status(day, told) for day in ("2023-05-01", "2024-03-09", "2024-03-10", "2031-03-10")] == [
            "none", "relevant", "former-relevant", "none",
        ]  # fmt: skip

    def test_the_newest_statement_counts(self) -> None:
        facts = (
            circumstance(STATED, "2023-05-02", detail="relevant"),
            circumstance(STATED, "2023-06-01", detail="none"),
        )
        assert [status(day, *facts) for day in ("2023-05-31", "2023-06-01")] == ["relevant", "none"]


class TestOver:
    @pytest.mark.parametrize("reason", ["E2", "E3"])
    def test_who_died_or_went_to_another_authority_is_owed_nothing_here(self, reason: str) -> None:
        assert status("2023-06-01", left("2020-06-01", "2023-05-02", reason)) == "none"

    def test_who_died_after_care_is_owed_nothing(self) -> None:
        facts = child_with(left("2020-06-01", "2023-05-02"), born=BORN)  # type: ignore[arg-type]
        died = replace(facts, touches=(Touch("t", "c", on("2025-01-06"), InTouch.DIED),))
        assert [entitlements(died, on(day)).now.status.value for day in ("2025-01-05", "2025-01-06")] == [
            "former-relevant", "none",
        ]  # fmt: skip

    def test_followed_by_hand_is_said_to_be_recorded_and_not_counted(self) -> None:
        one = found("2024-06-01", circumstance(CircumstanceKind.CARE_LEAVER, "2024-04-02")).now
        assert one.status is LeaverStatus.FORMER_RELEVANT
        assert "not counted from a care history" in said(one)


@pytest.mark.parametrize("fifty", range(4))
def test_entitlement_in_fifty_histories_equals_the_count_of_every_day(fifty: int) -> None:
    assert [one for seed in range(50 * fifty, 50 * fifty + 50) if (one := difference_in_entitlement(seed))] == []


def test_the_histories_hold_every_status() -> None:

    seen: set[str] = set()
    for seed in range(200):
        facts, today = life(seed)
        assert isinstance(facts, ChildFacts)
        seen.add(entitlements(facts, today).computed.status.value)
    assert seen == {one.value for one in LeaverStatus}
