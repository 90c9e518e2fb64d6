"""Resources are found from a checkout, from an installed wheel and from a frozen program; data where they belong."""

from pathlib import Path

import pytest

from iro_desktop import paths


def test_in_a_checkout_resources_lie_beside_the_package():
    assert paths.resource("fonts", "Inter-Regular.otf").is_file()
    assert paths.resource("help", "changes.md").is_file()


@pytest.mark.parametrize("layout", ["wheel", "frozen"])
def test_in_a_wheel_and_a_frozen_program_they_lie_inside_the_package(tmp_path, monkeypatch, layout):
    package = tmp_path / ("site-packages" if layout == "wheel" else "_internal") / "iro_desktop"
    (package / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resource("fonts") == package / "resources" / "fonts"


def test_a_chosen_folder_goes_before_the_environment_and_that_before_the_persons_own(monkeypatch):
    monkeypatch.setenv(paths.ENVIRONMENT_NAME, "named")
    assert paths.data_dir(Path("chosen")) == Path("chosen")
    assert paths.data_dir() == Path("named")
    monkeypatch.delenv(paths.ENVIRONMENT_NAME)
    assert paths.data_dir().name == "IRO Desktop"
