"""Tidy frame -> tidy frame: what a picture, a screen or a document shows, in rows that can be checked."""

from assesslib.tables.agenda import agenda
from assesslib.tables.board import absent_from, board, late, section_states
from assesslib.tables.consensus import agreed_levels
from assesslib.tables.disparity import disparity
from assesslib.tables.grid import section_grid
from assesslib.tables.pointers import points_to, resolved
from assesslib.tables.spread import spread

__all__ = [
    "absent_from",
    "agenda",
    "agreed_levels",
    "board",
    "disparity",
    "late",
    "points_to",
    "resolved",
    "section_grid",
    "section_states",
    "spread",
]
