"""Streekagenda: Markdown and YAML files become a website, calendar feeds, embeddable pages and data."""

__version__ = "0.1.0"
