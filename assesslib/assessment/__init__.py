"""What was said: one assessment's folder, read as frames and written as journals."""

from assesslib.assessment.create import create_assessment
from assesslib.assessment.record import Assessment, list_assessments, open_assessment
from assesslib.assessment.settings import Member
from assesslib.assessment.standing import Standing, standing

__all__ = [
    "Assessment",
    "Member",
    "Standing",
    "create_assessment",
    "list_assessments",
    "open_assessment",
    "standing",
]
