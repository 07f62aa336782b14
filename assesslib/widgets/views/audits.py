"""What the evidence, the goals and the actions leave open."""

import pandas as pd

from assesslib import tables
from assesslib.widgets import page
from assesslib.widgets.views.view import View

AC2 = (
    "AC2 (Gwet 2014, linear weights) says how far the members agree beyond chance over the section’s items: 1 is full "
    "agreement, 0 no more than chance, and less can be."
)


class SectionsView(View):
    """Every section in one row: its medians, its widest item, who was away."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(tables.section_summary(self.assessment, anonymity=self.filters.anonymity))

    def show(self) -> str:
        shown = self.table
        rows = shown.assign(
            medians=[_between(row.lowest_median, row.highest_median) for row in shown.itertuples()],
            raters=[_between(row.fewest, row.most) for row in shown.itertuples()],
            widest=[f"{row.widest} ({row.widest_shape})" if row.widest else "" for row in shown.itertuples()],
            away=[row.absent or ("" if not row.absent_count else str(row.absent_count)) for row in shown.itertuples()],
            agreement=shown["ac2"].map(lambda ac2: "" if pd.isna(ac2) else f"{ac2:.2f}"),
        )
        headings = {"title": "Section", "raters": "Members who rated", "medians": "Medians from, to",
                    "widest": "Members differ most on", "unresolved": "Left unresolved", "away": "Absent",
                    "agreement": "Agreement (AC2)"}  # fmt: skip
        caption = "The sections side by side, in the form’s order: no ranking"
        if not shown["absent_count"].any():
            del headings["away"]
        return page.table(rows, headings, caption, wide=("title",)) + page.paragraph(AC2)


def _between(low, high) -> str:
    if pd.isna(low):
        return ""
    return str(low) if low == high else f"{low} to {high}"


class AuditView(View):
    """Prompts on the evidence, and what each goal and action has and lacks."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.evidence_audit(self.assessment, since=self.filters.last_day())

    def show(self) -> str:
        prompts, goals, term = self.table, tables.goal_audit(self.assessment), self.assessment.framework.item_term
        said = page.table(prompts, {"item": term.capitalize(), "prompt": "Prompt", "words": "In words"},
                          "Evidence to look at again", wide=("words",))  # fmt: skip
        plans = page.table(goals, {"item": term.capitalize(), "kind": "Kind", "text": "What", "owner": "Who",
                                   "due": "By when", "measure": "How we will know", "lacks": "Missing"},
                           "Goals and actions", wide=("text", "measure"))  # fmt: skip
        nothing = page.paragraph("No goals, actions or evidence are recorded.", "notice")
        return (said if len(prompts) else "") + (plans if len(goals) else "") or nothing
