"""Screens: choose an assessment and look at it."""

from assesslib.widgets.board import Board
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.contents import Contents
from assesslib.widgets.discussion import Discussion
from assesslib.widgets.paper_forms import PaperForms
from assesslib.widgets.rate import Rate
from assesslib.widgets.rating_form import RatingForm
from assesslib.widgets.rating_grid import RatingGrid
from assesslib.widgets.review import Review
from assesslib.widgets.set_up import SetUp
from assesslib.widgets.views import ConsensusView, DisparityView, SectionView

__all__ = [
    "Board",
    "ChooseAssessment",
    "ConsensusView",
    "Contents",
    "Discussion",
    "DisparityView",
    "PaperForms",
    "Rate",
    "RatingForm",
    "RatingGrid",
    "Review",
    "SectionView",
    "SetUp",
]
