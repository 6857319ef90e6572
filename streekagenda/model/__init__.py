"""The field's words as data: frozen, keyword-only, slotted; no input or output, no clock."""
