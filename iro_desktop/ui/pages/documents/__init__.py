"""The place Documents: what can be made, seen before it is written; what left; the templates."""
