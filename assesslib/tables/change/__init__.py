"""Year on year: what really changed, who moved, and what cannot be told."""

from assesslib.tables.change.change import change
from assesslib.tables.change.flows import flows, flows_over
from assesslib.tables.change.history import history, in_order
from assesslib.tables.change.looking_back import looking_back
from assesslib.tables.change.pair import Pair, pair
from assesslib.tables.change.people import panel
from assesslib.tables.change.points import points
from assesslib.tables.change.sections import section_change
from assesslib.tables.change.sentences import CHANGE_KINDS, change_findings
from assesslib.tables.change.threads_over import threads_over
from assesslib.tables.change.traced import traced

__all__ = [
    "CHANGE_KINDS",
    "Pair",
    "change",
    "change_findings",
    "flows",
    "flows_over",
    "history",
    "in_order",
    "looking_back",
    "pair",
    "panel",
    "points",
    "section_change",
    "threads_over",
    "traced",
]
