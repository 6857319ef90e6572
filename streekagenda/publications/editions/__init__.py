"""The site in one language: what its pages and its embeds share."""
