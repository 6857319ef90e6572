"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""
