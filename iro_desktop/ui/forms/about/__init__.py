"""What the small forms ask, one module for each kind of fact."""
