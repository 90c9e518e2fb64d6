"""What stands beside the page, or in its stead: opened, arranged in the room there is, gone back from."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.form_place import FormPlace
from iro_desktop.ui.frame import Frame, Parts, room_of
from iro_desktop.ui.pages.service import ServicePage
from iro_desktop.ui.pages.service_detail import ServiceDetail
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.timescales_detail import TimescalesDetail
from iro_desktop.ui.places import Places


class Beside(QObject):
    """Keeps whether the side was asked for where it doesn't stand by itself."""

    left = Signal()  # the focus goes to the page

    def __init__(self, host: QWidget, parts: Parts, places: Places, deeds: Deeds, forms: FormPlace) -> None:
        super().__init__(host)
        self._host, self._side, self._places = host, parts.side, places
        self._deeds, self._forms = deeds, forms
        self._frame = Frame(host, parts)
        self._is_opened = False
        forms.changed.connect(self.arrange)
        self._side.closed.connect(self.close)

    def reset(self) -> None:
        """No form, and nothing asked for; whoever calls arranges the room."""
        self._forms.drop()
        self._is_opened = False

    def show(self) -> None:
        """The side is asked for."""
        self._is_opened = True
        self.arrange()

    def open_child(self) -> None:
        """Go into the selected child, or on with the form that stands in their place."""
        if self._forms.bring_back() or self._deeds.in_hand.view is None:
            return
        self.show()
        panel = self._side.panel
        target = panel.list if panel.list.isVisible() else panel.deadline.first_button()
        if target is not None:
            target.setFocus()

    def open_detail(self) -> bool:
        """Show the detail of the chosen row; False where it stands there already, or a form in its place."""
        if self._forms.form is not None or self._side.isVisible():
            return False
        self.show()
        detail = self._places.here.detail
        button = detail.button if isinstance(detail, TimescalesDetail | ServiceDetail) else None
        (button if button is not None and button.isVisible() else self._side.back).setFocus()
        return True

    def show_fact(self) -> None:
        """The chosen row in full: of Timescales, or of the service's records."""
        match self._places.here.page, self._places.here.detail:
            case TimescalesPage() as page, TimescalesDetail() as detail:
                detail.show_detail(page.detail())
            case ServicePage() as records, ServiceDetail() as shown:
                shown.show_detail(records.detail())
        self.arrange()

    def show_why(self) -> None:
        """Bring the explanation of the date in sight."""
        if self._deeds.in_hand.deadline is not None:
            self._is_opened = self._is_opened or not self._side.isVisible()
            self.arrange()
            self._side.panel.bring_why()

    def leave(self) -> None:
        """Esc leaves the form, then the child, and comes back to the list."""
        if self._forms.form is not None:
            self._forms.cancel()
        else:
            self.close()

    def close(self) -> None:
        """Go back to the list, to the same row."""
        self.reset()
        self.arrange()
        self.left.emit()

    def arrange(self) -> None:
        """The side stands by itself beside most lists; elsewhere it is asked for."""
        room = room_of(self._host.width(), self._host.font().pixelSize())
        here = self._places.here
        has_one = here.page.has_rows() if here.detail is not None else self._deeds.in_hand.view is not None
        stands_by_itself = here.has_side and not room.is_single and here.page.has_rows()
        is_shown = self._forms.form is not None or (has_one and (self._is_opened or stands_by_itself))
        self._side.hold(here.detail)
        self._side.offer_back(is_offered=is_shown and not stands_by_itself)
        self._frame.arrange(room, is_side_shown=is_shown)
        for page in self._places.shown():
            page.summary.show_tail(is_shown=room.is_slim)
            page.column.setContentsMargins(room.margin, 20, room.margin, 0)
