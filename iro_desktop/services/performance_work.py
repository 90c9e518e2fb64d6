"""The page of figures as work beside the window: read before, counted anywhere, kept if nothing has changed since."""

from collections.abc import Callable

from iro_desktop.services.kept_figures import SetsRead
from iro_desktop.services.long_work import IsCancelled, LongWork, Overtaken, Progress, Step, known, stop_where
from iro_desktop.services.performance import counting, performance_of
from iro_desktop.services.performance_views import FigureWish, PerformanceView
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import GaveWay

Past = Callable[[], Snapshot]  # reads everything as it was known on the day of the wish


def performance_work(
    snapshot: Snapshot, sets: SetsRead, wish: FigureWish, past: Past | None
) -> LongWork[PerformanceView]:
    """The figures of a wish. Raises ``UserError`` for a wish that cannot be counted.

    ``past``: for a wish as known on a past day; read when the work runs, where nobody has read it yet.
    """
    asked = ("performance", wish)
    found: PerformanceView | None = snapshot.kept.known(asked)
    if found is not None:
        return known(found)
    counting(snapshot, wish)
    aside = snapshot.aside()

    def run(progress: Progress, is_cancelled: IsCancelled) -> PerformanceView:
        of = aside
        if past is not None:
            progress(Step("Reading what was known then", 0, 0))
            try:
                of = aside.kept.once(("as at", wish.as_at), past)
            except GaveWay as error:
                raise Overtaken from error
            stop_where(is_cancelled)
        return aside.kept.once(asked, lambda: performance_of(of, sets, wish, progress, is_cancelled))

    def keep(view: PerformanceView) -> PerformanceView | None:
        return view if snapshot.kept.take(aside.kept) else None

    return LongWork(run, keep)
