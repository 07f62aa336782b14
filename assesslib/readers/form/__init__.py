"""The text of a filled form, read: its tables and lines, what was agreed in them, and what was noted."""
