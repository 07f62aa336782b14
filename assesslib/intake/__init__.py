"""What was read from files, taken into an assessment's folder: what is new in it, and nothing twice."""

from assesslib.intake.changes import Changes, changes_of, news
from assesslib.intake.take_in import import_into, take_in

__all__ = ["Changes", "changes_of", "import_into", "news", "take_in"]
