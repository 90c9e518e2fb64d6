"""The annual report: what is written and what is missing at the left, the section as it will stand at the right."""
