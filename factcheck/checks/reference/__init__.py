"""The text against a reference table."""
