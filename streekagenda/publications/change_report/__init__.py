"""The report of a change: how residents will see it, what becomes different, and who is told."""
