"""What runs through the results: themes, the rule they must meet, and how easily chance meets it too."""

from assesslib.tables.threads.grid import threads_grid
from assesslib.tables.threads.search import threads

__all__ = ["threads", "threads_grid"]
