"""What the tables say, in sentences a person would say: each with its n and with the rows that stand behind it."""

from assesslib.tables.findings.behind import behind
from assesslib.tables.findings.findings import KINDS, findings

__all__ = ["KINDS", "behind", "findings"]
