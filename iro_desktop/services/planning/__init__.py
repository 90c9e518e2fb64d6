"""Planning: what would follow, and which days suit. Nothing here writes."""
