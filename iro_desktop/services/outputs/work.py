"""Making and writing as work beside the window: reckoned anywhere, shown or put in its place by the window itself."""

from dataclasses import dataclass, replace
from pathlib import Path

from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import IsCancelled, LongWork, Progress, known, stop_where
from iro_desktop.services.long_work import Step as Told
from iro_desktop.services.outputs.files import Press, content_of
from iro_desktop.services.outputs.model import Making, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.outputs.step import Step
from iro_desktop.services.outputs.write import Ready, format_of, put, ready
from iro_desktop.services.summary_views import Exported


@dataclass(frozen=True, slots=True)
class Written:
    """A file on its way: its content, then what was written, or why it was not."""

    content: bytes
    done: Exported | None = None
    refusal: UserError | None = None


def output_work(making: Making, wish: OutputWish) -> LongWork[Ready]:
    """Make what is wished for; where that needs the store it is done at once. Raises ``UserError``."""
    if not OUTPUTS.get(wish.output).is_of_snapshot:
        return known(ready(making, wish))
    aside = making.snapshot.aside()

    def run(progress: Progress, is_cancelled: IsCancelled) -> Ready:
        return ready(replace(making, snapshot=aside, step=_steps(progress, is_cancelled)), wish)

    def keep(done: Ready) -> Ready | None:
        return done if making.snapshot.kept.take(aside.kept) else None

    return LongWork(run, keep)


def write_work(making: Making, done: Ready, path: Path, press: Press) -> LongWork[Written]:
    """Lay out what was shown, wherever that is run; the file and its line come with ``keep``, or neither.

    Raises ``UserError`` for an ending that is not offered; what the place refuses stands in the answer.
    """
    kind = format_of(done.output, path)

    def run(progress: Progress, is_cancelled: IsCancelled) -> Written:
        progress(Told(f"Laying out for {kind.label}", 0, 0))
        stop_where(is_cancelled)
        content = content_of(done.made, kind, press)
        stop_where(is_cancelled)
        return Written(content)

    def keep(written: Written) -> Written:
        try:
            return replace(written, done=put(making, done, path, written.content, kind))
        except UserError as error:
            return replace(written, refusal=error)

    return LongWork(run, keep)


def _steps(progress: Progress, is_cancelled: IsCancelled) -> Step:
    def step(done: int, of: int, what: str) -> None:
        stop_where(is_cancelled)
        progress(Told(what, done, of))

    return step
