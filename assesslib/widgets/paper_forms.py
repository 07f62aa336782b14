"""Paper forms and shows of hands, typed in for the chosen assessment."""

from assesslib.assessment import Assessment
from assesslib.widgets.board import Following
from assesslib.widgets.rating_grid import RatingGrid


class PaperForms(Following):
    """The facilitator's grid of the chosen assessment; it follows the choice.

    Attributes
    ----------
    screen : RatingGrid or None
    """

    def make(self, assessment: Assessment) -> RatingGrid:
        return RatingGrid(assessment)
