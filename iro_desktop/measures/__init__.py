"""Figures: each a definition in words and the rows it is counted from. Knows the domain alone: no rules, no store."""
