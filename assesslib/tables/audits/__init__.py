"""What the evidence, the goals and the actions leave open: prompts to look again."""

from assesslib.tables.audits.evidence import evidence_audit, evidence_degrees
from assesslib.tables.audits.goals import goal_audit

__all__ = ["evidence_audit", "evidence_degrees", "goal_audit"]
