"""Tidy frame -> tidy frame: what a picture, a screen or a document shows, in rows that can be checked."""

from assesslib.tables.consensus import agreed_levels
from assesslib.tables.disparity import disparity
from assesslib.tables.grid import section_grid
from assesslib.tables.spread import spread

__all__ = ["agreed_levels", "disparity", "section_grid", "spread"]
