"""The child's page: everything about one child, in parts."""
