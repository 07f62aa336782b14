"""A drafted crosswalk as the text of a TOML file, with all that a person needs to check it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assesslib.framework.crosswalk import Crossing, Crosswalk
from assesslib.framework.crosswalk_words import Worded, alike, together, worded
from assesslib.framework.load import Framework

_TOP = """\
# A draft by wording alone: nothing in it is decided. Read every row, put right what is wrong, then write true below.
# One row says what became of some items (ids stand in quotes and square brackets, with commas between them):
#   same, reworded   1 before, 1 after: with the same meaning, worded to the letter as before or otherwise
#   split, merged    1 before, 2 or more after; 2 or more before, 1 after
#   new, retired     none before, 1 after; 1 before, none after
#   scale_changed    1 before, 1 after, where the levels are no longer the same
# Only same and reworded items are compared. What has come to mean something else is retired, and another is new.
# Words are counted without “and”, “of”, “the” and the like.
"""


def draft_text(draft: Crosswalk, before: Framework, after: Framework) -> str:
    """A draft as the text of a TOML file: over each row the wordings, and how alike they are.

    Examples
    --------
    >>> from assesslib.framework import draft_crosswalk, load_framework
    >>> one = load_framework("cdrp-dat-partnership")
    >>> print(draft_text(draft_crosswalk(one, one), one, one)[-67:])
    [[items]]
    kind = "same"
    before = ["5.5"]
    after = ["5.5"]
    note = ""
    """
    keys = ("before", "before_version", "after", "after_version", "about")
    top = [*(f"{key} = {_quoted(getattr(draft, key))}" for key in keys), "confirmed = false"]
    was, now = ({one.item.id: one for one in worded(framework)} for framework in (before, after))
    rows = [_row_text(row, f"{place} of {len(draft.rows)}", was, now) for place, row in enumerate(draft.rows, 1)]
    return "\n".join([_TOP + "\n".join(top), *rows]) + "\n"


def _quoted(value: str | Sequence[str]) -> str:
    """As TOML writes it, which is as JSON does but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _row_text(row: Crossing, place: str, was: Mapping[str, Worded], now: Mapping[str, Worded]) -> str:
    before, after = [was[id] for id in row.before], [now[id] for id in row.after]
    wordings = [("before", one.item) for one in before] + [("after", one.item) for one in after]
    remarks = [f"Row {place}: {_likeness(before, after, was, now)}"]
    remarks += [f"  {side} {item.id}: {item.text}" for side, item in wordings]
    kind = row.kind.replace(" ", "_")
    keys = {"kind": kind, "before": list(row.before), "after": list(row.after), "note": row.note}
    return "\n".join(["", *map(_remark, remarks), "[[items]]", *(f"{key} = {_quoted(keys[key])}" for key in keys)])


def _remark(text: str) -> str:
    """A remark of one line: what cannot be printed may not stand in one."""
    return "# " + "".join(letter if letter.isprintable() else " " for letter in text)


def _likeness(before: Sequence[Worded], after: Sequence[Worded], was: Mapping, now: Mapping) -> str:
    if not before:
        return f"nothing before seems to be this one; {_nearest(after[0], was.values())}."
    if not after:
        return f"nothing after seems to be this one; {_nearest(before[0], now.values())}."
    if [one.item.text for one in before] == [one.item.text for one in after]:
        return "worded the same to the letter."
    one, other = together(before), together(after)
    return f"{_shared(one, other)}, of {one.total()} before and {other.total()} after."


def _nearest(one: Worded, others: Iterable[Worded]) -> str:
    best = max(others, key=lambda other: alike(one.words, other.words))
    if not (one.words & best.words):
        return "none there has a word of it"
    shared = _shared(one.words, best.words)
    return f"the nearest is {best.item.id}: {shared}, of {one.words.total()} here and {best.words.total()} there"


def _shared(one: Counter, other: Counter) -> str:
    shared = (one & other).total()
    return {0: "no word stands", 1: "1 word stands"}.get(shared, f"{shared} words stand") + " in both"
