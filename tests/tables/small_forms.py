"""Small forms and what a team agreed on them, for tests of threads: a word an item, a letter a theme or a level."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from assesslib.framework import Framework, Item, Level, Section, Theme
from assesslib.ratings import tidy

NO_NOTES = pd.DataFrame({"id": [], "kind": [], "item": [], "text": [], "about": []}, dtype="str")


def form(*sections, codes="abcde", wording="", themes="xyz"):
    """A framework of sections such as ``"x xy -"``: three items, the last without a theme; items are 1, 2, ..."""
    words = [section.split() for section in sections]
    starts = np.cumsum([1, *map(len, words)])
    parts = (_section(f"s{n}", start, own, wording) for n, (start, own) in enumerate(zip(starts, words, strict=False)))
    return Framework(
        "small", "Small", "1", "standard", tuple(Level(code, code) for code in codes), tuple(parts),
        themes=tuple(Theme(theme, f"The {theme}s") for theme in themes),
    )  # fmt: skip


def _section(id, start, words, wording):
    numbers = range(start, start + len(words))
    items = (
        Item(str(number), wording or f"{number} is asked", tuple(word.strip("-")), id)
        for number, word in zip(numbers, words, strict=True)
    )
    return Section(id, id.title(), items=tuple(items))


def team(framework, agreed="", rated=(), notes=NO_NOTES):
    """What was agreed, a word an item: a level, ``!`` unresolved, ``.`` not settled, ``ad`` a facet at each level."""
    return SimpleNamespace(
        framework=framework,
        consensus=_consensus(framework, agreed.split() or ["."] * len(framework.items)),
        ratings=_ratings(framework, rated),
        notes=notes,
    )


def _consensus(framework, words):
    rows = [
        {"section": item.section, "item": item.id, "facet": str(n) if len(word) > 1 else "", **_said(letter, word)}
        for item, word in zip(framework.items, words, strict=True)
        for n, letter in enumerate(word)
    ]
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    return pd.DataFrame(rows).assign(level=lambda frame: frame["level"].astype(scale))


def _said(letter, word):
    state = {"!": "unresolved", ".": "blank", "?": "dont_know"}.get(letter)
    return {"state": state or ("split" if len(word) > 1 else "rated"), "level": None if state else letter}


def _ratings(framework, rated):
    """Each word of ``rated`` holds the levels that the members gave one item."""
    rows = [
        {"assessment": "small", "member": f"m{n}", "section": item.section, "item": item.id, "round": "1",
         "state": "rated", "level": level}
        for item, word in zip(framework.items, rated, strict=False)
        for n, level in enumerate(word)
    ]  # fmt: skip
    return tidy(rows, framework)


def tags(*named):
    """Notes of the kind tag from pairs of a name and the items' ids."""
    rows = [{"id": f"tag-{n}", "kind": "tag", "item": "", "text": text, "about": about}
            for n, (text, about) in enumerate(named)]  # fmt: skip
    return pd.DataFrame(rows, columns=NO_NOTES.columns, dtype="str")
