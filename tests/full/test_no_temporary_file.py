"""In full: while Word, PDF and a chart are made, the system is asked to make or write no file at all."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this computer")
_CODE = """
import sys
from tests.exchange.documents import EVERY_BLOCK, template
from iro_desktop.exchange.word_out import word_of
from iro_desktop.ui.painter import PaperPainter
from pathlib import Path
painter = PaperPainter()
def make():
    painter.pdf(EVERY_BLOCK)
    word_of(EVERY_BLOCK, template(), painter.chart)
make()  # what is loaded once is loaded now
Path("/it begins").exists()
make()
Path("/it ends").exists()
Path(sys.argv[1]).touch()
"""
_WRITES = re.compile(r"O_CREAT|O_WRONLY|O_RDWR|O_TMPFILE|creat\(|mkdir|memfd_create")


@needs_strace
def test_nothing_of_a_document_lies_in_any_file_before_it_is_placed(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=open,openat,creat,mkdir,mkdirat,memfd_create,stat,newfstatat,statx,access,faccessat2"
    command = [
        "strace",
        "-f",
        "-qq",
        "-e",
        calls,
        "-o",
        str(trace),
        sys.executable,
        "-B",
        "-c",
        _CODE,
        str(tmp_path / "seen"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    first, last = (next(n for n, line in enumerate(lines) if f'"/it {word}"' in line) for word in ("begins", "ends"))
    assert first < last
    assert [line for line in lines[first:last] if _WRITES.search(line)] == []
    assert [line for line in lines[last:] if _WRITES.search(line) and "seen" in line]  # what is written would be seen
