"""The annual report of the service: its sections as data, each made from figures, and how it is published."""
