"""What children read about an IRO: a few words and a picture, for the passport."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from iro_desktop.domain.acts import Act, SetIroPicture, WriteAboutIro
from iro_desktop.services.desk import Desk
from iro_desktop.services.iro_profiles import AboutIro
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets import QuietButton
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.writing import WritingBox

ChoosePicture = Callable[[QWidget], Path | None]
LONGEST_SIDE = 400  # pixels, as the act has it
_LARGEST_FILE = 30_000_000  # bytes; what is larger is no photograph
_QUALITY = 88
_NO_PICTURE = "That file is no picture that can be read. Choose a PNG or a JPEG."
_NO_FILE = "There is no such file. Choose it with the button."
_SIDE = 8  # ems of the picture shown


class NoPictureError(Exception):
    """The file holds no picture that can be read."""


def choose_picture(parent: QWidget) -> Path | None:
    """Which file, by the system's own dialogue; ``None`` where the person changed their mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Choose a picture", "", "Pictures (*.png *.jpg *.jpeg)")
    return Path(chosen) if chosen else None


def picture_from(content: bytes) -> str:
    """A PNG or JPEG upright, no larger than is needed, as Base64; what the camera wrote stays behind.

    Raises ``NoPictureError`` where it is neither.
    """
    held = QBuffer()
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise NoPictureError
    image = reader.read()
    if image.isNull():
        raise NoPictureError
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return base64.b64encode(_written(image)).decode("ascii")


def _written(image: QImage) -> bytes:
    """Pixels alone: a PNG where parts can be seen through, else a JPEG."""
    plain = QImage(image.size(), QImage.Format.Format_ARGB32)
    plain.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    is_clear = image.hasAlphaChannel()
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(made, QByteArray(b"png" if is_clear else b"jpeg"))
    writer.setQuality(-1 if is_clear else _QUALITY)
    writer.write(plain if is_clear else plain.convertToFormat(QImage.Format.Format_RGB32))
    return bytes(made.data().data())


class PictureShown(QWidget):
    """The picture as it will stand in the passport, or the place for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: str) -> None:
        """Show it; "" shows the empty place."""
        image = QImage.fromData(base64.b64decode(picture)) if picture else QImage()
        self._image = image if image.isNull() else image.convertToFormat(QImage.Format.Format_ARGB32)  # drawn smooth
        self.setAccessibleName("The picture" if picture else "No picture yet")
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        side = _SIDE * self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture within its square, or an empty frame."""
        now, box = tokens(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.setPen(QPen(QColor(now.line), 1.4, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            painter.setPen(QColor(now.soft))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "No picture")
        else:
            size = QSize(self._image.size())
            size.scale(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(box.left(), box.top(), size.width(), size.height()), self._image)
        painter.end()


class AboutIroForm(FormSheet):
    """Words and picture of one IRO; saved as one act where both changed."""

    def __init__(
        self, deeds: Deeds, about: AboutIro, choose: ChoosePicture = choose_picture, parent: QWidget | None = None
    ) -> None:
        self._desk: Desk = deeds.desk
        super().__init__("What children read about the IRO", deeds.save, parent)
        self._deeds, self._about, self._choose = deeds, about, choose
        self._picture = about.picture
        self.subject = f"passport/{about.iro}"
        self.about.set_or_hide(about.iro)
        self.words = WritingBox("A few words about the IRO", self, lines=6, enter_saves=True)
        self.words.setPlainText(about.words)
        self.path = QLineEdit(self)
        self.path.setAccessibleName("File with the picture")
        self.path.setPlaceholderText("A PNG or a JPEG")
        self.choose_button = QuietButton("Choose…", parent=self)
        self.choose_button.setAccessibleName("Choose the picture")
        self.shown = PictureShown(self.content)
        self.without = Check("Take the picture out", self.content)
        self._add_fields()
        self._look()
        self.finish()

    def _add_fields(self) -> None:
        field = self.add_field("words", "A few words", self.words)
        field.say("What a child would like to know: what you like to do, if you have a dog. Shift+Enter: a new line.")
        self.add_field("picture", "A new picture", self.path).beside.addWidget(self.choose_button)
        line = QHBoxLayout()
        line.addWidget(self.shown)
        line.addStretch(1)
        self.body.addLayout(line)
        self.add_field("without", "", self.without).label.hide()
        self.fields["without"].setVisible(bool(self._about.picture))
        self.choose_button.clicked.connect(self._ask)
        self.path.textChanged.connect(self._look)
        self.without.toggled.connect(self._look)

    def whose(self) -> str:
        """Of no child."""
        return ""

    def problems(self) -> Problems:
        """A file that is there and holds a picture."""
        path = self.path.text().strip()
        if not path:
            return ()
        try:
            self._picture_in(Path(path).expanduser())
        except OSError:
            return [("picture", _NO_FILE)]
        except NoPictureError:
            return [("picture", _NO_PICTURE)]
        return ()

    def acts(self) -> Sequence[Act]:
        """What changed."""
        made: list[Act] = []
        if self.words.words().strip() != self._about.words:
            made.append(WriteAboutIro(iro=self._about.iro, words=self.words.words().strip()))
        if self._wanted() != self._about.picture:
            made.append(SetIroPicture(iro=self._about.iro, picture=self._wanted() or None))
        return made

    def commit(self) -> None:
        """Save what changed as one act; raises ``UserError`` with a sentence to show."""
        acts = self.acts()
        if acts:
            self._deeds.save_as(acts, acts[0].sentence)

    def _wanted(self) -> str:
        path = self.path.text().strip()
        if path:
            return self._picture_in(Path(path).expanduser())
        return "" if self.without.isChecked() else self._about.picture

    def _picture_in(self, path: Path) -> str:
        if path.stat().st_size > _LARGEST_FILE:
            raise NoPictureError
        return picture_from(path.read_bytes())

    def _look(self) -> None:
        """Show what will be saved."""
        self.without.setEnabled(not self.path.text().strip())
        try:
            self.shown.show_picture(self._wanted())
        except (OSError, NoPictureError):
            self.shown.show_picture("")

    def _ask(self) -> None:
        chosen = self._choose(self)
        if chosen is not None:
            self.path.setText(str(chosen))
        self.path.setFocus()
