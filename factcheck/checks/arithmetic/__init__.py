"""The text against itself."""
