"""What may be written: each field declared once, for its validation, its message, its JSON Schema and its documentation."""
