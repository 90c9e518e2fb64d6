"""IRO Desktop: no statutory date missed, no wrong figure published."""

__version__ = "0.1.0"
