"""From ``layouts/`` to text: templates, prose, and dates and facts in words."""
