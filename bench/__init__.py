"""Measuring the engine on made-up regions."""
