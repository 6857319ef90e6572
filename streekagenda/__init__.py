"""Streekagenda: Markdown and YAML files become a website, calendar feeds, embeddable pages and data."""
