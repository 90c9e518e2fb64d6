"""A today at the end of the calendar is refused, not a fault."""


def test_a_today_at_the_end_of_time_is_told(command):
    result = command("--on", "9999-12-31", "due", "--json")
    assert result.code == 1
    assert "too far ahead" in result.err
