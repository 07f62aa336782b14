"""What the evidence, the goals and the actions leave open."""

import pandas as pd

from assesslib import tables
from assesslib.widgets import page
from assesslib.widgets.views.view import View
from assesslib.words import count, series

AC2 = (
    "Agreement (AC2, Gwet 2014, linear weights) says how far the members agree over the section’s items: 1 where all "
    "agree on all, 0 where they agree as much as chance would have it, below 0 where they agree less."
)
NOTHING = "No goals or actions are written down{here}, and nothing in the evidence asks for another look."
ELSEWHERE = "Goals and actions that belong to no one section are listed where all sections are chosen."
PARTS = {"owner": "Who", "due": "By when", "measure": "How we will know", "lacks": "Missing"}


class SectionsView(View):
    """Every section in one row: its medians, its widest item, who was away."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(tables.section_summary(self.assessment, anonymity=self.filters.anonymity))

    def show(self) -> str:
        shown, notice = self.table, self.nobody("the sections have no medians")
        if notice and not shown[["unresolved", "absent_count"]].to_numpy().any():
            return notice
        rows = shown.assign(
            medians=[_between(row.lowest_median, row.highest_median) for row in shown.itertuples()],
            raters=[_raters(row) for row in shown.itertuples()],
            widest=[f"{row.widest} ({row.widest_shape})" if row.widest else "" for row in shown.itertuples()],
            away=[row.absent or ("" if not row.absent_count else str(row.absent_count)) for row in shown.itertuples()],
            agreement=shown["ac2"].map(lambda ac2: "" if pd.isna(ac2) else f"{ac2:.2f}"),
        )
        headings = {"title": "Section", "raters": "Members who rated", "medians": "Medians from, to",
                    "widest": "Members differ most on", "unresolved": "Left unresolved", "away": "Absent",
                    "agreement": "Agreement (AC2)", "withheld": "Not shown, too few rated"}  # fmt: skip
        caption = "The sections side by side, in the form’s order: no ranking"
        told = page.table(rows, filled(rows, headings, keep="unresolved"), caption, wide=("title",))
        return notice + told + (page.paragraph(AC2) if rows["agreement"].any() else "")


def filled(rows: pd.DataFrame, headings: dict[str, str], keep: str = "") -> dict[str, str]:
    """The headings without those of columns in which nothing stands.

    Examples
    --------
    >>> filled(pd.DataFrame({"text": ["One"], "who": [""], "n": [0]}), {"text": "What", "who": "Who", "n": "Number"})
    {'text': 'What'}
    """
    said = {name for name in headings if not rows[name].isin(["", 0]).all()}
    return {name: words for name, words in headings.items() if name in said or name == keep}


def _raters(row) -> str:
    return "too few to show" if row.withheld == row.items else str(_between(row.fewest, row.most))


def _between(low, high) -> str:
    if pd.isna(low):
        return ""
    return str(low) if low == high else f"{low} to {high}"


class AuditView(View):
    """Prompts on the evidence, and what each goal and action has and lacks."""

    @property
    def table(self) -> pd.DataFrame:
        chosen = self.filters
        audit = tables.evidence_audit(self.assessment, since=chosen.last_day(), anonymity=chosen.anonymity)
        return self._here(audit, self._homes(audit["item"]))

    @property
    def plans(self) -> pd.DataFrame:
        """Every goal and action with what it has and lacks."""
        audit = tables.goal_audit(self.assessment, anonymity=self.filters.anonymity)
        noted = self.assessment.notes.set_index("id")["section"]
        return self._here(audit, self._homes(audit["item"]).mask(audit["item"] == "", audit["id"].map(noted)))

    def _homes(self, items: pd.Series) -> pd.Series:
        return items.map({item.id: item.section for item in self.assessment.framework.items})

    def _here(self, audit: pd.DataFrame, homes: pd.Series) -> pd.DataFrame:
        return audit[homes == self.filters.section] if self.filters.section else audit

    def show(self) -> str:
        prompts, plans = self.table, self.plans
        if prompts.empty and plans.empty:
            here = " for this section" if self.filters.section else ""
            return page.paragraph(NOTHING.format(here=here), "notice") + self._elsewhere()
        return self._prompts(prompts) + self._plans(plans) + self._elsewhere()

    def _prompts(self, prompts: pd.DataFrame) -> str:
        if prompts.empty:
            return ""
        headings = {"item": self.assessment.framework.item_term.capitalize(), "prompt": "Prompt", "words": "In words"}
        return page.table(prompts, filled(prompts, headings), "Evidence to look at again", wide=("words",))

    def _plans(self, plans: pd.DataFrame) -> str:
        if plans.empty:
            return ""
        headings = {"item": self.assessment.framework.item_term.capitalize(), "text": "What", "kind": "Kind", **PARTS}
        told = page.table(plans, filled(plans, headings), "Goals and actions", wide=("text", "measure"))
        return page.unfolding(plans_in_words(plans), told)

    def _elsewhere(self) -> str:
        return page.paragraph(ELSEWHERE) if self.filters.section else ""


def plans_in_words(plans: pd.DataFrame) -> str:
    """How many goals and actions there are, and how many lack something, in a sentence.

    Examples
    --------
    >>> plans_in_words(pd.DataFrame({"kind": ["goal", "action", "action"], "lacks": ["no owner", "", "no date"]}))
    '1 goal and 2 actions; 2 of them lack an owner, a date or a measure.'
    """
    kinds = plans["kind"].value_counts()
    told = series([count(int(kinds[kind]), kind) for kind in ("goal", "action") if kind in kinds])
    lacking = int((plans["lacks"] != "").sum())
    if not lacking:
        return f"{told}; none lacks an owner, a date or a measure."
    return f"{told}; {lacking} of them {'lacks' if lacking == 1 else 'lack'} an owner, a date or a measure."
