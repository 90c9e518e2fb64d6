"""A seeded, invented authority: children, care histories, reviews and the work around them. Nobody in it exists.

All chance comes from one ``random.Random(seed)`` handed down as an argument; the same wishes give the same bytes.
Uses the domain's words and the calendar, not the rules: what the rules say of a sample stays a test of the rules.
"""

from iro_desktop.services.sample.authority import demo, generate
from iro_desktop.services.sample.files import write
from iro_desktop.services.sample.model import Sample, SampleChild

__all__ = ["Sample", "SampleChild", "demo", "generate", "write"]
