"""What an officer looks at after choosing an assessment: findings, and the pictures and rows behind them."""

from assesslib.widgets.views.agenda import AgendaView
from assesslib.widgets.views.audits import AuditView, SectionsView
from assesslib.widgets.views.divides import DividesView
from assesslib.widgets.views.findings import FindingsView
from assesslib.widgets.views.lists import ConsensusView, DisparityView
from assesslib.widgets.views.patterns import CausesView, ThreadsView
from assesslib.widgets.views.sections import SectionView
from assesslib.widgets.views.view import NOBODY, View

__all__ = [
    "NOBODY",
    "AgendaView",
    "AuditView",
    "CausesView",
    "ConsensusView",
    "DisparityView",
    "DividesView",
    "FindingsView",
    "SectionView",
    "SectionsView",
    "ThreadsView",
    "View",
]
