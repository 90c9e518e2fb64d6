"""The forms of the service's own records: what each asks, as data."""
