"""The letter to the child after a review: proposed from its facts, read over as it is written, as a child reads it."""
