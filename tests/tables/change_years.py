"""Small years for tests of change: a line of letters an item, a letter a member."""

from types import SimpleNamespace

import pandas as pd
from small_forms import form

from assesslib.ratings import tidy

FORM = form("x x", "x")
"""Items 1 and 2 in section s1, item 3 in section s2; levels a to e."""
STATES = {".": "blank", "?": "dont_know", "-": "not_applicable"}
NOTE = ["id", "kind", "item", "text", "about"]


def year(date, *lines, people="", names=(), groups="", framework=FORM, agreed="", notes=()):
    """An assessment of a day; ``people`` are ids of one letter, ``groups`` their organisations, m, n, o, ... if none.

    ``lines`` hold what they said of item 1, 2, ...: a level, ``.`` nothing, ``?`` don't know, ``-`` not applicable;
    ``agreed`` the consensus in the same way, ``!`` unresolved.
    """
    ids = list(people) or [chr(ord("m") + n) for n in range(len(lines[0]) if lines else 1)]
    team = pd.DataFrame({
        "id": ids, "name": list(names) or [""] * len(ids), "organisation": list(groups) or [""] * len(ids),
        "role": [""] * len(ids),
    }, dtype="str")  # fmt: skip
    return SimpleNamespace(
        name=f"y{date[:4]}", partnership="Small", date=date, framework=framework, members=team,
        ratings=_ratings(framework, ids, lines), consensus=_consensus(framework, agreed),
        notes=pd.DataFrame(list(notes), columns=NOTE, dtype="str"), progress=None,
    )  # fmt: skip


def _ratings(framework, ids, lines):
    rows = [
        {"assessment": "x", "member": id, "section": item.section, "item": item.id, "round": "1"} | _said(letter)
        for item, line in zip(framework.items, lines, strict=False)
        for id, letter in zip(ids, line, strict=True)
    ]
    return tidy(rows, framework)


def _said(letter):
    return {"state": STATES[letter]} if letter in STATES else {"state": "rated", "level": letter}


def _consensus(framework, agreed):
    rows = [
        {"section": item.section, "item": item.id, "facet": "", "state": "unresolved" if letter == "!" else "rated",
         "level": letter if letter in framework.codes else None}
        for item, letter in zip(framework.items, agreed.ljust(len(framework.items), "."), strict=True)
    ]  # fmt: skip
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    return pd.DataFrame(rows).assign(level=lambda frame: frame["level"].astype(scale))
