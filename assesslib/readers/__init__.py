"""Other tools' files -> tidy ratings; one short module a layout."""

from assesslib.readers.importing import import_ratings
from assesslib.readers.long import ratings_faults, read_ratings, write_ratings

__all__ = ["import_ratings", "ratings_faults", "read_ratings", "write_ratings"]
