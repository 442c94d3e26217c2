"""Ways in: each a thin front over the public face and the renderers."""
