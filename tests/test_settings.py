import pytest

from iro_desktop.settings import FILE_NAME, WindowSettings, load, save


def test_what_was_remembered_comes_back(tmp_path):
    liked = WindowSettings("dark", 150, "Ira Example")
    save(tmp_path, liked)
    assert load(tmp_path) == liked


def test_nothing_is_remembered_before_there_is_a_folder(tmp_path):
    save(tmp_path / "none", WindowSettings("dark", 150))
    assert load(tmp_path / "none") == WindowSettings()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"scheme": "pink", "text_scale": 100, "iro": null}', "null",
                                  '{"scheme": "dark", "text_scale": 4000, "iro": null}', '{"scheme": "dark"}',
                                  '{"scheme": "dark", "text_scale": "100", "iro": null}'])  # fmt: skip
def test_a_damaged_file_is_forgotten(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load(tmp_path) == WindowSettings()


def test_the_figures_that_stand_large_are_remembered_in_their_order(tmp_path):
    liked = WindowSettings(tiles=("attendance", "timeliness.held"))
    save(tmp_path, liked)
    assert load(tmp_path) == liked


@pytest.mark.parametrize("tiles", ["null", '"attendance"', "7", "[1, null]"])
def test_figures_written_down_wrongly_are_the_standard_ones_and_the_look_stays(tmp_path, tiles):
    text = f'{{"scheme": "dark", "text_scale": 100, "iro": null, "tiles": {tiles}}}'
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load(tmp_path) == WindowSettings("dark")
