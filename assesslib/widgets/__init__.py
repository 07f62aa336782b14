"""Screens: choose an assessment and look at it."""

from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.contents import Contents
from assesslib.widgets.rating_form import RatingForm
from assesslib.widgets.views import ConsensusView, DisparityView, SectionView

__all__ = ["ChooseAssessment", "ConsensusView", "Contents", "DisparityView", "RatingForm", "SectionView"]
