"""The way in: without arguments the window, otherwise the command line. Imports nothing heavy."""

import sys


def main() -> None:
    """Run the program; ends the process with its exit code."""
    if len(sys.argv) > 1:
        from iro_desktop.cli.main import run
        from iro_desktop.ui.painter import PaperPainter

        sys.exit(run(sys.argv[1:], PaperPainter()))
    from iro_desktop.ui.start import open_program

    sys.exit(open_program())


if __name__ == "__main__":
    main()
