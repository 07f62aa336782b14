"""What moved item by item and section by section: lists for the first page, pictures, and the table behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text_change as alt
from assesslib.documents.comparison_words import Compared
from assesslib.documents.model import Block, Bullets, Column, Heading, Paragraph, Table
from assesslib.documents.pictures import pictures
from assesslib.documents.report_words import NONE_SHOWN, lean, listed, scale_in_words, titled
from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.tables.change.pair import COMPARED
from assesslib.tables.change.telling import Telling
from assesslib.tables.change.verdict import FEW
from assesslib.words import capital

LISTED = {"improved": "Improved", "declined": "Declined", FEW: "Cannot be told"}
NONE = {
    "improved": "Nothing of which it can be told from chance.",
    "declined": "Nothing of which it can be told from chance.",
    FEW: "Nothing is left open for want of people.",
}
OTHERS = {
    "views converged": "Views came together, with no clear change of level",
    "views split": "Views came apart, with no clear change of level",
    "moved with no one moving (panel change)": "Moved because the team changed, not its members",
    "no clear change": "No clear change",
    "new": "New, with nothing to compare it with",
    "retired": "No longer asked",
    "split": "Split into several",
    "merged": "Put together from several",
    "scale changed": "Rated on another scale",
}
MOST, LETTERS = 6, 170
"""Items of one kind, and letters of their wording, that are written out on the first page at most."""
BOTH = (
    "Both times: of those who rated both times, how many rate it higher, the same or lower now; a dash where that is "
    "not shown, or where nobody rated both times."
)
HIDDEN = (
    "How many of those who rated both times rate it higher, the same or lower now is not shown, as it could give away "
    "who said what."
)
HIDDEN_WAYS = "How many moved which way is not shown, as it could give away who said what, or too few rated both times."
NOT_BOTH = "Nobody rated the same both times, so that nobody’s own movement can be followed."
NOTHING = "Nothing of this section can be shown: nobody rated it in these years, or too few."
OTHER_SCALES = "The years were rated on different scales, so that they cannot stand in one picture."
WIDEST = 12
"""Items whose spread is drawn."""
ITEMS = {
    "text": ("", 3), "said_before": ("Said then", 1.5), "said_after": ("Said now", 1.5), "moved": ("Both times", 1.4),
    "agreed": ("Agreed", 1.1), "word": ("In a word", 1.4),
}  # fmt: skip


def front_lists(change: pd.DataFrame, before: Framework, after: Framework, heading: str = "") -> Iterator[Block]:
    """What improved, what declined and what cannot be told, and by number everything else."""
    level = 2 if heading else 1
    if heading:
        yield Heading(heading)
    for word, words in LISTED.items():
        rows = _of(change, word)
        yield Heading(f"{words} ({len(rows)})", level)
        yield from listed(_short(rows, after, 0 if word == FEW else MOST), NONE[word])
    others = ((words, _of(change, word)) for word, words in OTHERS.items())
    rest = [f"{words}: {_numbers(rows, after, before)}." for words, rows in others if len(rows)]
    if rest:
        yield Heading("Everything else", level)
        yield Bullets(tuple(rest))


def _of(change: pd.DataFrame, word: str) -> pd.DataFrame:
    return change[change["word"].str.split(",").str[0] == word]


def _short(rows: pd.DataFrame, framework: Framework, most: int) -> Iterator[str]:
    """The first items with their wording, the others by number."""
    for row in rows.head(most).to_dict("records"):
        also = row["word"].partition(", ")[2]
        said = f"{capital(framework.term())} {row['item'] or row['item_before']}: {shorten(row['text'], LETTERS)}"
        yield f"{said} ({also})" if also else said
    if len(rows) > most:
        numbers = _numbers(rows.iloc[most:], framework)
        yield f"And {numbers}." if most else f"{capital(numbers)}."


def _numbers(rows: pd.DataFrame, after: Framework, before: Framework | None = None) -> str:
    """Items by number, each once; those that are no longer asked by the number they had."""
    now, gone = rows.loc[rows["item"] != "", "item"], rows.loc[rows["item"] == "", "item_before"]
    told = ((now, after), (gone, before or after))
    return "; ".join(Telling(form).items(list(ids.drop_duplicates())) for ids, form in told if len(ids))


def dots_part(made: Compared) -> Iterator[Block]:
    """Where the medians of each item lay in every year, a picture a section or more."""
    words = made.change.loc[made.change["item"] != "", ["item", "word"]].drop_duplicates("item")
    found = tables.points(made.years, anonymity=made.anonymity).merge(words, on="item", how="left")
    yield Heading(f"Where each {made.framework.term()} stood")
    if not set(made.framework.codes) <= set(found):
        yield Paragraph(OTHER_SCALES)
        return
    yield Paragraph(f"The word at the right compares {made.labels[-2]} with {made.labels[-1]}. "
                    f"{scale_in_words(made.framework.scale)}.")  # fmt: skip
    for section in (one for one in made.framework.sections if one.rated):
        here = found[found["section"] == section.id]
        yield Heading(titled(section), 2)
        if here["low"].isna().all():
            yield Paragraph(NOTHING)
        else:
            yield from pictures(here, lambda rows: charts.change_dots(rows, anonymity=made.anonymity),
                                alt.change_dots_text)  # fmt: skip


def items_part(made: Compared) -> Iterator[Block]:
    """Every item with what was said, who moved and what was agreed, both times."""
    change, forms = made.change, (made.before.framework, made.framework)
    titles = {section.id: titled(section) for form in forms for section in form.sections}
    rows, heads = [], []
    for section, here in change.groupby("section", sort=False):
        heads.append(len(rows))
        rows.append((titles.get(section, section), *[""] * len(ITEMS)))
        rows += [_item(row) for row in here.to_dict("records")]
    named = (Column(words or capital(made.framework.term()), share) for words, share in ITEMS.values())
    columns = (Column("No.", 0.6), *named)
    yield Heading("What was said then and now")
    caption = f"{made.labels[-2]} and {made.labels[-1]}, side by side"
    yield lean(Table(columns, tuple(rows), caption, tuple(heads), row_headings=True, note=_of_both(change)))


def _of_both(change: pd.DataFrame) -> str:
    """What the column on those of both times says; where it is not there, why."""
    if any(_moved(row) != NONE_SHOWN for row in change.to_dict("records")):
        return BOTH
    return HIDDEN if (change["n_both"].fillna(1) > 0).any() else NOT_BOTH


def _item(row: Mapping) -> tuple[str, ...]:
    said = (row["said_before"], row["said_after"])
    return (row["item"] or row["item_before"], row["text"], *map(_plain, said), _moved(row), _agreed(row), row["word"])


def _plain(value: object) -> str:
    return "" if pd.isna(value) else str(value)


def _moved(row: Mapping) -> str:
    """How many of those of both years went which way; a dash where that is not shown."""
    if pd.isna(row["n_both"]) or not row["n_both"] or pd.isna(row["up"]):
        return NONE_SHOWN
    return f"{row['up']} higher, {row['same']} the same, {row['down']} lower"


def _agreed(row: Mapping) -> str:
    before, after = _plain(row["agreed_before"]), _plain(row["agreed_after"])
    if not (before or after):
        return NONE_SHOWN
    return f"{before} both times" if before == after else f"{before or 'none'}, then {after or 'none'}"


def sections_part(made: Compared) -> Iterator[Block]:
    """Section by section, how many members moved more often up or down."""
    found = tables.section_change(made.before, made.after, anonymity=made.anonymity)
    columns = (Column("Section", 3), Column("Members of both years"), Column("More often up"), Column("As often"),
               Column("More often down"), Column("In a word", 1.4))  # fmt: skip
    rows = ((row.title, *(_count(n) for n in (row.n, row.up, row.unmoved, row.down)), row.word)
            for row in found.itertuples())  # fmt: skip
    yield Heading("How the members moved in each section")
    caption = f"Members by which way they moved on the {made.framework.term(2)} of a section"
    note = "" if found["up"].notna().any() else HIDDEN_WAYS
    yield lean(Table(columns, tuple(rows), caption, row_headings=True, note=note))


def _count(n: object) -> str:
    return NONE_SHOWN if pd.isna(n) else str(int(n))


def gaps_part(made: Compared) -> Iterator[Block]:
    """How far members stood apart then and now, for the items on which that changed most."""
    change = made.change[made.change["kind"].isin(COMPARED)]
    far = (change["gap_after"] - change["gap_before"]).abs().sort_values(ascending=False, kind="stable").dropna()
    drawn = change.loc[far.head(WIDEST).index].sort_values("gap_after", ascending=False, kind="stable")
    yield Heading("How far members stood apart")
    if drawn.empty:
        yield Paragraph("There is nothing to compare: no two members rated the same both times.")
        return
    yield from pictures(drawn, lambda rows: _gaps(made, rows),
                        lambda rows: alt.disparity_then_now_text(rows, made.labels[-2:]),
                        f"The {len(drawn)} {made.framework.term(2)} on which that changed most.")  # fmt: skip


def _gaps(made: Compared, rows: pd.DataFrame):
    return charts.disparity_then_now(rows, order="section", labels=made.labels[-2:], anonymity=made.anonymity)
