"""Small tables of change, written by hand: what the charts of change are shown."""

import pandas as pd

SCALE = {"a": "Not yet", "b": "Early", "c": "Partly", "d": "Mostly", "e": "Always"}
LONG = "Developing a joined-up approach which makes the best use of collective resources everywhere we work. " * 3
ORDERED = pd.CategoricalDtype(list(SCALE), ordered=True)
ACTION = ["id", "kind", "text", "owner", "due", "status", "written", "done_on", "dropped_on", "item", "word", "course",
          "fate"]  # fmt: skip


def points_of(items, text="Text", first=2024, kinds=()):
    """A table of points from words such as ``{"1": "b cd -"}``: a year each, its medians; ``-`` where nobody rated."""
    rows = [
        {"section": "s1" if place < 2 else "s2", "item": item, "text": f"{text} {item}", "assessment": f"team {year}",
         "kind": dict(kinds).get((item, year), "same"), "date": f"{first + year}-03-01", "place": year,
         "n": 0 if word == "-" else 10 + year, "low": None if word == "-" else word[0],
         "high": None if word == "-" else word[-1], "mean_gap": None if word == "-" else len(word) / 2,
         **dict.fromkeys(SCALE, 4)}
        for place, (item, words) in enumerate(items.items()) for year, word in enumerate(words.split())
    ]  # fmt: skip
    columns = ["section", "item", "text", "assessment", "kind", "date", "place", "n", "low", "high", "mean_gap", *SCALE]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"low": ORDERED, "high": ORDERED, "mean_gap": "float64"})


def flows_of(moves, item="1", **more):
    """A table of flows from words such as ``"b>d 3 Ann, Bo, Cy; c>c 1"``."""
    rows = []
    for move in moves.split("; "):
        way, n, who = [*move.split(" ", 2), ""][:3]
        rows.append({"section": "s", "item": item, "before": way[0], "after": way[2], "n": int(n), "who": who} | more)
    return pd.DataFrame(rows).astype({"before": ORDERED, "after": ORDERED})


def change_of(*rows):
    """A table of change from rows of item, gap before, gap after and word; nan where a year has none."""
    return pd.DataFrame([
        {"item": item, "item_before": item, "text": f"Text {item}", "kind": "scale changed" if word == "!" else "same",
         "before": "2024", "after": "2026", "n_before": 12, "n_after": 11, "gap_before": then, "gap_after": now,
         "view_word": "" if word == "!" else word}
        for item, then, now, word in rows
    ])  # fmt: skip


def threads_over_of(*rows, first=2024):
    """A table of threads over the years from rows of title, direction, word and a letter a year: x, - or ?."""
    return pd.DataFrame(
        [
            {"source": "declared", "theme": title, "title": title, "direction": direction, "word": word,
             "assessment": f"team {place}", "date": f"{first + place}-03-01", "place": place, "found": sign == "x",
             "known": sign != "?", "items": ("12", "20", "29")}
            for title, direction, word, signs in rows for place, sign in enumerate(signs)
        ],
        columns=["source", "theme", "title", "direction", "word", "assessment", "date", "place", "found", "known",
                 "items"],
    )  # fmt: skip


def traced_of(*rows):
    """A table of traced actions from rows of `ACTION`."""
    return pd.DataFrame(rows, columns=ACTION, dtype="str")
