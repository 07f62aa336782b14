"""A table -> matplotlib Axes; one chart a module. Charts compute nothing that does not stand in their table."""

from assesslib.charts.cause_digraph import cause_digraph
from assesslib.charts.cause_pareto import cause_pareto
from assesslib.charts.consensus_against import consensus_against
from assesslib.charts.disparity_spread import disparity_spread
from assesslib.charts.divides_dots import divides_dots
from assesslib.charts.level_distribution import level_distribution
from assesslib.charts.section_heatmap import section_heatmap
from assesslib.charts.threads_map import threads_map

__all__ = [
    "cause_digraph",
    "cause_pareto",
    "consensus_against",
    "disparity_spread",
    "divides_dots",
    "level_distribution",
    "section_heatmap",
    "threads_map",
]
