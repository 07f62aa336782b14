"""Screens: choose an assessment and look at it."""

from assesslib.widgets.board import Board
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.contents import Contents
from assesslib.widgets.discussion import Discussion
from assesslib.widgets.documents import Documents
from assesslib.widgets.filters import Filters
from assesslib.widgets.import_files import ImportFiles
from assesslib.widgets.paper_forms import PaperForms
from assesslib.widgets.rate import Rate
from assesslib.widgets.rating_form import RatingForm
from assesslib.widgets.rating_grid import RatingGrid
from assesslib.widgets.review import Review
from assesslib.widgets.set_up import SetUp
from assesslib.widgets.tags import Tags
from assesslib.widgets.views import (
    AgendaView,
    AuditView,
    CausesView,
    ConsensusView,
    DisparityView,
    DividesView,
    FindingsView,
    SectionsView,
    SectionView,
    ThreadsView,
)
from assesslib.widgets.years import (
    ActionsView,
    ApartView,
    ChangeFindingsView,
    ChangeView,
    ChooseYears,
    ExportView,
    FlowView,
    LookingBackView,
    Matching,
    OverviewView,
    PanelView,
    ThreadsYearsView,
    YearsFilters,
)

__all__ = [
    "ActionsView",
    "AgendaView",
    "ApartView",
    "AuditView",
    "Board",
    "CausesView",
    "ChangeFindingsView",
    "ChangeView",
    "ChooseAssessment",
    "ChooseYears",
    "ConsensusView",
    "Contents",
    "Discussion",
    "DisparityView",
    "DividesView",
    "Documents",
    "ExportView",
    "Filters",
    "FindingsView",
    "FlowView",
    "ImportFiles",
    "LookingBackView",
    "Matching",
    "OverviewView",
    "PanelView",
    "PaperForms",
    "Rate",
    "RatingForm",
    "RatingGrid",
    "Review",
    "SectionView",
    "SectionsView",
    "SetUp",
    "Tags",
    "ThreadsView",
    "ThreadsYearsView",
    "YearsFilters",
]
