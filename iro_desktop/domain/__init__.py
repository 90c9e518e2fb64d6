"""Words, dates, records, acts and problems. Standard library only; imports nothing above it."""
