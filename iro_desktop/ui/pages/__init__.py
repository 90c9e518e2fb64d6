"""The places one can go to."""
