"""What stands behind the areas for improvement: the few causes of most of them, and how causes hang together."""

from assesslib.tables.causes.graph import cause_graph
from assesslib.tables.causes.pareto import causes, covers, dangling, without_cause

__all__ = ["cause_graph", "causes", "covers", "dangling", "without_cause"]
