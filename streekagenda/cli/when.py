"""``when``: says how a phrase is understood."""
