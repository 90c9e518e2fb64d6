"""Every kind of act, done in the window by keys alone on the real services, and taken back and done again."""

import re
from collections.abc import Callable, Sequence

import pytest

from iro_desktop.domain.acts import ACT_TYPES, Act
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.views import Done
from iro_desktop.store.history import NOT_UNDOABLE, stacks
from iro_desktop.store.store import Store
from iro_desktop.ui.shell import Shell
from tests.services.office import Office
from tests.ui.conftest import Keyboard
from tests.ui.every_act import FAMILY, NAMES, WAYS, WITHOUT_A_WINDOW, press, what_is_there
from tests.ui.handles import window_of

# Words of the machine: rule ids, names of fields and kinds, days as a file has them, row ids.
OF_THE_MACHINE = re.compile(r"\w[._]\w|[a-z][A-Z]|\d{4}-\d\d|[0-9a-f]{12}|None|True|False")
OpenShell = Callable[..., Shell]


class WatchedDesk(LocalDesk):
    """The real desk, which remembers what it was asked to do last."""

    asked: Sequence[Act] = ()

    def acts(self, acts: Sequence[Act], sentence: str) -> Done:
        """Do them."""
        self.asked = acts
        return super().acts(acts, sentence)


def test_every_kind_of_act_can_be_done_in_the_window_but_for_a_few_with_their_reason():
    assert set(WAYS).isdisjoint(WITHOUT_A_WINDOW)
    assert set(WAYS) | set(WITHOUT_A_WINDOW) == set(ACT_TYPES)
    assert all(WITHOUT_A_WINDOW.values())


@pytest.mark.parametrize("kind", WAYS)
def test_it_is_done_by_keys_alone_and_undone_and_redone_to_the_letter(open_shell: OpenShell, store: Store, kind: str):
    way, office = WAYS[kind], Office(store)
    office.each(*what_is_there(kind, way))
    desk = WatchedDesk(store, office.actor)
    shell = open_shell(desk)
    keys = Keyboard(window_of(shell))
    before, count = store.dump(), len(store.acts())
    if way.child:
        press(keys, ("Ctrl+K", f"'{way.child.lower()}", "Return"))
    press(keys, way.keys)
    (line,) = store.acts()[count:]
    act = next(one for one in desk.asked if one.kind == kind)
    assert line.kind in {kind, "List"}
    assert shell.side.form is None, "the form closes once it is saved"
    _is_understood(line.sentence, act)
    said = re.sub(rf"\w+ {FAMILY}", way.child, shell.note_bar.words.text())
    assert shell.note_bar.isVisible()
    assert said == f"Saved: {line.sentence}"
    after = store.dump()
    if kind in NOT_UNDOABLE:
        assert line.id not in {one.id for one in stacks(store.acts()).undo}
        return
    press(keys, ("Ctrl+Z",))
    assert store.dump() == before
    press(keys, ("Ctrl+Shift+Z",))
    assert store.dump() == after != before
    assert [row.sentence for row in desk.history()[:2]] == [f"Redo: {line.sentence}", f"Undo: {line.sentence}"]


def _is_understood(sentence: str, act: Act) -> None:
    """It says whom it is about by the council's id, and nothing that only the program understands."""
    child = getattr(act, "child", "")
    assert child in sentence
    assert not OF_THE_MACHINE.search(sentence), sentence
    assert not any(name in sentence for name in NAMES), sentence
    assert act.kind not in sentence
    assert sentence[0].isupper()
    assert len(sentence.split()) >= 3
