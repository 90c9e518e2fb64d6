"""Every measure as data: what it says in words, what is counted in it and what is left out, and where it comes from."""

from iro_desktop.measures.definitions import around, challenges, children, reviews, taking_part

DEFINITIONS = (
    *reviews.DEFINITIONS,
    *around.DEFINITIONS,
    *taking_part.DEFINITIONS,
    *children.DEFINITIONS,
    *challenges.DEFINITIONS,
)
BY_ID = {one.id: one for one in DEFINITIONS}
