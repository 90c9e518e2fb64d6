"""Forms for acts: they fill, make the act, and show problems. None is modal."""
