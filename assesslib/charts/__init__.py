"""A table -> matplotlib Axes; one chart a module. Charts compute nothing that does not stand in their table."""

from assesslib.charts.disparity_spread import disparity_spread
from assesslib.charts.section_heatmap import section_heatmap

__all__ = ["disparity_spread", "section_heatmap"]
