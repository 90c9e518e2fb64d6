"""A release of the toolkit that drops references to None ends Python below 3.12 after some thousand calls."""

import os
import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
class Source(QObject):
    said = Signal(str)
app = QApplication([])
label, source = QLabel(), Source()
source.said.connect(label.setText)
for number in range(20_000):
    label.setText(str(number))
    source.said.emit(str(number))
print(label.text())
"""


def test_forty_thousand_calls_and_signals_do_not_end_the_process():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "19999"), done.stderr[-500:]
