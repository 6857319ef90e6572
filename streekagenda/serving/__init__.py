"""The preview: serves the site on this machine, watches content/ and layouts/, and reloads open pages."""
