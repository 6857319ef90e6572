"""Doors without git: forms that are filled in on a forge as an issue, and the files that come of them."""
