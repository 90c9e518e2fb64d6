"""Item models over records; they never query."""
