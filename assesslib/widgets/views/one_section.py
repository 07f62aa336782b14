"""An assessment narrowed to what one section has of areas for improvement and their causes."""

from dataclasses import replace

from assesslib.assessment import Standing
from assesslib.tables import review


def causes_of_section(said: Standing, section: str) -> Standing:
    """The assessment with the areas for improvement of one section, the causes that name any of them, and no more.

    Its ratings are left out, and of its notes every other.
    """
    areas = review.areas(said.notes, said.framework)
    here = set(areas.loc[areas["section"] == section, "id"])
    causes = review.causes(said.notes)
    behind = {row.id for row in causes.itertuples() if not here.isdisjoint(row.areas)}
    return replace(said, ratings=said.ratings.head(0), notes=said.notes[said.notes["id"].isin(here | behind)])
