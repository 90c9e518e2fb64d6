"""When the next review is best held: as a band, or as a list of the same days."""

from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.plan_views import BookingWindow
from iro_desktop.ui.widgets import Card, Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.window_band import WindowBand, is_drawn


class WindowCard(Card):
    """Band and list take turns; the list is what screen readers read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Next review")
        self.band = WindowBand(self)
        self.list = Pairs(self)
        self.words = Text("", Kind.SMALL, Tone.SOFT, self)
        self.switch = LinkButton("As a list", parent=self)
        self.switch.setAccessibleName("When to hold the next review as a list")
        self.head.addWidget(self.switch)
        for part in (self.band, self.list, self.words):
            self.body.addWidget(part)
        self._is_list, self._has_band = False, True
        self.switch.clicked.connect(self._turn)

    def show_window(self, window: BookingWindow | None, booked_on: date | None) -> None:
        """Show the window with the booked day; hidden where no review with a date is owed."""
        self.setVisible(window is not None)
        self.band.show_window(window, booked_on)
        self._has_band = is_drawn(window)
        self.switch.setVisible(self._has_band)
        self._show_turn()
        if window is None:
            return
        self.set_heading(f"{window.what}: when")
        self.words.set_tone(Tone.TODAY if window.is_tight else Tone.SOFT)
        self.words.setText(window.words)
        self.list.show_pairs(_pairs(window, booked_on))

    def _turn(self) -> None:
        self._is_list = not self._is_list
        self._show_turn()
        self.switch.setText("As a band" if self._is_list else "As a list")
        self.switch.setAccessibleName(f"When to hold the next review {self.switch.text().lower()}")
        self.switch.updateGeometry()

    def _show_turn(self) -> None:
        is_list = self._is_list or not self._has_band
        self.list.setVisible(is_list)
        self.band.setVisible(not is_list)


def _pairs(window: BookingWindow, booked_on: date | None) -> list[tuple[str, str]]:
    """The same as the band, and what has no room there."""
    if not is_drawn(window):  # no day in timescale is left: there is nothing to be early for
        booked = with_weekday(booked_on) if booked_on else "not yet"
        first = with_weekday(window.earliest)
        return [("Last lawful", with_weekday(window.last_lawful)), ("First that suits", first), ("Booked", booked)]
    found = [
        ("Sensible from", with_weekday(window.earliest)),
        ("Arrange by", with_weekday(window.arrange_by)),
        ("Book by", with_weekday(window.book_by)),
        ("Last lawful", with_weekday(window.last_lawful)),
        ("Booked", with_weekday(booked_on) if booked_on else "not yet"),
        ("Kept free", window.slack_words),
        ("Not sooner", window.earliest_words),
        ("Avoid", "\n".join(f"{with_weekday(day)}: {why}" for day, why in window.blocked)),
    ]
    return [pair for pair in found if pair[1]]
