"""The way to feasts for modules that still look here."""

from streekagenda.recurrence.feasts import easter, feast_in

__all__ = ["easter", "feast_in"]
