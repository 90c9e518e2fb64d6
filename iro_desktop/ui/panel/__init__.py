"""The selected child, at the right."""
