"""A table -> matplotlib Axes; one chart a module. Charts compute nothing that does not stand in their table."""

from assesslib.charts.actions_beside import actions_beside
from assesslib.charts.cause_digraph import cause_digraph
from assesslib.charts.cause_pareto import cause_pareto
from assesslib.charts.change_dots import change_dots
from assesslib.charts.consensus_against import consensus_against
from assesslib.charts.disparity_spread import disparity_spread
from assesslib.charts.disparity_then_now import disparity_then_now
from assesslib.charts.divides_dots import divides_dots
from assesslib.charts.level_distribution import level_distribution
from assesslib.charts.level_flow import level_flow
from assesslib.charts.section_heatmap import section_heatmap
from assesslib.charts.threads_by_year import threads_by_year
from assesslib.charts.threads_map import threads_map

__all__ = [
    "actions_beside",
    "cause_digraph",
    "cause_pareto",
    "change_dots",
    "consensus_against",
    "disparity_spread",
    "disparity_then_now",
    "divides_dots",
    "level_distribution",
    "level_flow",
    "section_heatmap",
    "threads_by_year",
    "threads_map",
]
