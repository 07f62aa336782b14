"""What an officer looks at after choosing two or more years: what changed, what did not, and what cannot be told."""

from assesslib.widgets.years.choose import ChooseYears
from assesslib.widgets.years.export import ExportView
from assesslib.widgets.years.filters import YearsFilters
from assesslib.widgets.years.findings import ChangeFindingsView
from assesslib.widgets.years.overview import OverviewView
from assesslib.widgets.years.patterns import ActionsView, LookingBackView, ThreadsYearsView
from assesslib.widgets.years.people import Matching, PanelView
from assesslib.widgets.years.pictures import ApartView, ChangeView, FlowView

__all__ = [
    "ActionsView",
    "ApartView",
    "ChangeFindingsView",
    "ChangeView",
    "ChooseYears",
    "ExportView",
    "FlowView",
    "LookingBackView",
    "Matching",
    "OverviewView",
    "PanelView",
    "ThreadsYearsView",
    "YearsFilters",
]
