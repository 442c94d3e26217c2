"""The nouns: frozen, exact, picklable, and made of the standard library alone."""
