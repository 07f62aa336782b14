"""The cells of a sheet that are not taken: what cannot be read, what stands under no sure heading, what clashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.mapping import LEVEL, Line
from assesslib.readers.matching.headings import Match
from assesslib.readers.questions import SAY_WHAT, Asked
from assesslib.readers.records import Responses, letter
from assesslib.words import many

COLUMNS = ["row", "column", "person", "item", "text", "why"]
UNREAD = "cannot be read"


def apart(cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The answers, and those of one person to one item that stand both as a whole and by facet: one must be wrong."""
    sides = (cells["facet"] != "").to_numpy()
    if not sides.any():
        return cells, cells.iloc[:0]
    said = ~cells["state"].isin(["", "blank"]).to_numpy()
    answer = cells["person"] * len(cells["item"].cat.categories) + cells["item"].cat.codes
    both = set(answer[said & sides]) & set(answer[said & ~sides])
    mixed = answer.isin(both).to_numpy() & said
    return cells[~mixed], cells[mixed]


def mixed_faults(mixed: pd.DataFrame, place: str, framework: Framework) -> Iterator[Fault]:
    """A fault for each item of which somebody gave both the whole and a facet."""
    for item, here in mixed.groupby("item", observed=True):
        first, number = here.iloc[0], here["person"].nunique()
        more = ", this is the first" if number > 1 else ""
        said = f"{many(number, 'person answered', 'people answered')} {framework.item_term} {item}"
        yield Fault(f"{said} both as a whole and by facet{more}", file=place,
                    row=int(first["row"]), column=first["column"], do="Keep the whole, or the facets.")  # fmt: skip


def ask_agreed(wrong: Mapping[Match, str], responses: Responses, place: str, framework: Framework) -> Asked:
    """What to ask of cells of a consensus column that cannot be read."""
    faults = [Fault("is not a level of this scale", file=place, **_spot(match, responses),
                    value=text, allowed=framework.codes, do=SAY_WHAT)
              for match, text in wrong.items()]  # fmt: skip
    return Asked(tuple(faults), tuple(Line(LEVEL, text, "", "not on the scale") for text in wrong.values()))


def refused(responses: Responses, matches: Sequence[Match], cells: pd.DataFrame, mixed: pd.DataFrame,
            agreed: Mapping[Match, str], place: str) -> pd.DataFrame:  # fmt: skip
    """Every cell that holds something and is not taken: answers, consensus cells, and whole columns."""
    parts = [_with_text(cells[(cells["state"] == "").to_numpy()]).assign(why=UNREAD),
             mixed.assign(why="stands as a whole and by facet"), _consensus(agreed, responses),
             _untaken(responses, matches),
             *(_left(responses, match) for match in matches if not (match.item and match.sure))]  # fmt: skip
    filled = [part[COLUMNS] for part in parts if len(part)]
    every = pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=COLUMNS)
    return every.assign(file=place)


def _with_text(cells: pd.DataFrame) -> pd.DataFrame:
    return cells[cells["text"].astype("str").str.strip() != ""] if len(cells) else cells


def _spot(match: Match, responses: Responses) -> dict[str, object]:
    """The row and column of a cell of the consensus."""
    if responses.turned:
        return {"row": match.heading.at, "column": letter(responses.agreed)}
    return {"row": responses.agreed, "column": letter(match.heading.at)}


def _consensus(agreed: Mapping[Match, str], responses: Responses) -> pd.DataFrame:
    rows = [(*_spot(match, responses).values(), None, match.item, text, UNREAD) for match, text in agreed.items()]
    return pd.DataFrame(rows, columns=COLUMNS)


def _untaken(responses: Responses, matches: Sequence[Match]) -> pd.DataFrame:
    """The cells of the consensus under headings that are not taken."""
    cells = responses.answers.loc[responses.agreed] if responses.agreed is not None else {}
    rows = [(*_spot(match, responses).values(), None, match.item, cells[match.heading.at], _why(match))
            for match in matches if len(cells) and not (match.item and match.sure)]  # fmt: skip
    return _with_text(pd.DataFrame(rows, columns=COLUMNS))


def _why(match: Match) -> str:
    return "the heading is not sure" if match.item else "the heading names nothing that was asked"


def _left(responses: Responses, match: Match) -> pd.DataFrame:
    texts = responses.answers[match.heading.at].loc[responses.people.index]
    frame = pd.DataFrame({
        "row": match.heading.at if responses.turned else texts.index,
        "column": [letter(at) for at in texts.index] if responses.turned else letter(match.heading.at),
        "person": range(len(texts)), "item": match.item, "text": texts.to_numpy(),
        "why": _why(match),
    })  # fmt: skip
    return frame[frame["text"].str.strip() != ""]
