"""Tidy frame -> tidy frame: what a picture, a screen or a document shows, in rows that can be checked."""

from assesslib.tables.agenda import agenda
from assesslib.tables.anonymity import GROUPS, LEAST, TIERS, group_counts, left_out, shown_grouping, veiled, withheld
from assesslib.tables.apart_of_counts import apart_of_counts
from assesslib.tables.audits import evidence_audit, evidence_degrees, goal_audit
from assesslib.tables.board import absent_from, board, late, section_states
from assesslib.tables.causes import cause_graph, causes, covers, dangling, without_cause
from assesslib.tables.change import (
    CHANGE_KINDS,
    change,
    change_findings,
    flows,
    flows_over,
    history,
    in_order,
    looking_back,
    pair,
    panel,
    points,
    section_change,
    threads_over,
    traced,
)
from assesslib.tables.consensus import agreed_levels
from assesslib.tables.consensus_gap import consensus_gap, drift
from assesslib.tables.disparity import disparity, disparity_of_counts
from assesslib.tables.divide_words import delta_in_words, divide_groups
from assesslib.tables.divides import divides, held_back
from assesslib.tables.findings import behind, findings
from assesslib.tables.grid import group_grid, section_grid
from assesslib.tables.partnerships import over_partnerships
from assesslib.tables.pointers import points_to, resolved
from assesslib.tables.section_summary import section_summary
from assesslib.tables.spread import spread
from assesslib.tables.threads import threads, threads_grid

__all__ = [
    "CHANGE_KINDS",
    "GROUPS",
    "LEAST",
    "TIERS",
    "absent_from",
    "agenda",
    "agreed_levels",
    "apart_of_counts",
    "behind",
    "board",
    "cause_graph",
    "causes",
    "change",
    "change_findings",
    "consensus_gap",
    "covers",
    "dangling",
    "delta_in_words",
    "disparity",
    "disparity_of_counts",
    "divide_groups",
    "divides",
    "drift",
    "evidence_audit",
    "evidence_degrees",
    "findings",
    "flows",
    "flows_over",
    "goal_audit",
    "group_counts",
    "group_grid",
    "held_back",
    "history",
    "in_order",
    "late",
    "left_out",
    "looking_back",
    "over_partnerships",
    "pair",
    "panel",
    "points",
    "points_to",
    "resolved",
    "section_change",
    "section_grid",
    "section_states",
    "section_summary",
    "shown_grouping",
    "spread",
    "threads",
    "threads_grid",
    "threads_over",
    "traced",
    "veiled",
    "withheld",
    "without_cause",
]
