"""Performance: the service's figures, each of which opens."""
