"""Judges that look at a site as its readers do: over HTTP, in Chromium, with axe and the Nu Html Checker."""
