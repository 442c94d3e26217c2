"""Right numbers that give a wrong impression."""
