"""Figures that are kept."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class FrozenKind(Labelled):
    """Where a kept set of figures comes from."""

    COMPUTED = "computed", "frozen from the facts here"
    PUBLISHED = "published", "typed in as published"
