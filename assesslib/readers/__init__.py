"""Other tools' files -> tidy ratings; one short module a layout."""

from assesslib.readers.long import read_ratings, write_ratings

__all__ = ["read_ratings", "write_ratings"]
