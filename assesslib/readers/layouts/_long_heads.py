"""What the headings of a long table name: who answered, which item, the level; by sure words, or by likely ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.ratings import COLUMNS
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._naming import Names, is_ref, namings
from assesslib.readers.layouts._one_answer import MEASURES, ONE_ANSWER, is_nameless
from assesslib.readers.matching.wording import bare
from assesslib.readers.who import column_of, field_of

NEEDED = {"member", "item", "level"}
WORDING = "wording"
"""A second column that names the item of a row."""
SEVERAL, GAPS = "several", "gaps"
_CALLED = {
    "member": ("member", "rater", "respondent", "participant", "person", "assessor", "reviewer", "rated by", "who",
               "user", "respondent id", "rater id", "member id", "participant id"),
    "level": ("level", "rating", "score", "answer", "response", "grade", "judgement", "choice", "value",
              "rating given", "level given", "self assessment"),
    "comment": ("comment", "comments", "remark", "remarks", "note", "notes"),
    "facet": ("facet", "side"),
    "round": ("round",),
    "state": ("state",),
    "date": ("date",),
    "assessment": ("assessment",),
}  # fmt: skip
_NAMES = {said: name for name, texts in _CALLED.items() for said in texts}
_LIKELY = ("", "role", "assessment")
"""What a heading that may stand above levels is else taken for: “Position” is a role, “Assessment” a title."""


def is_head(texts: Sequence[str], framework: Framework, likely: bool = False) -> bool:
    """Whether a row heads a column of people and one of ratings; a title of several cells does not.

    With ``likely`` such words count too as other tables have above people and ratings, beside a heading of items.
    """
    if not likely:
        return any(map(is_of_people, texts)) and any(_NAMES.get(bare(text)) == "level" for text in texts)
    return (any(map(_may_be_of_people, texts)) and any(_may_be_level(text, framework) for text in texts)
            and any(is_ref(text, framework) for text in texts))  # fmt: skip


def is_of_people(title: str) -> bool:
    """Whether a heading surely says that people stand below it."""
    return _NAMES.get(bare(title)) == "member" or field_of(title) in ("name", "id", "email")


def called(title: str, framework: Framework) -> str:
    """The column of tidy ratings that a heading surely names, or "".

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> [called(text, cdrp) for text in ("Full name", "Standard", "Rating", "Agency", "Your rating")]
    ['member', 'item', 'level', 'organisation', '']
    """
    words = bare(title)
    field = field_of(title)
    own = "member" if is_of_people(title) else field if field in ("organisation", "role") else ""
    return _NAMES.get(words) or own or ("item" if words and is_ref(title, framework) else "")


def _is_address(title: str) -> bool:
    """Whether a heading stands above numbers or addresses of people, which may stand beside their names."""
    return field_of(title) in ("id", "email") or bare(title).endswith(" id")


def are_several(titles: Sequence[str], framework: Framework) -> bool:
    """Whether several headings surely name the level, or people by their names."""
    said = [called(text, framework) for text in titles if not _is_address(text)]
    return said.count("member") > 1 or said.count("level") > 1


def _may_be_of_people(title: str) -> bool:
    return is_of_people(title) or column_of(title) in ("name", "organisation")


def _may_be_level(title: str, framework: Framework) -> bool:
    words = bare(title).split()
    known = bool(words) and (is_nameless(title) or set(words) <= ONE_ANSWER | MEASURES)
    return _NAMES.get(bare(title)) == "level" or (known and called(title, framework) in _LIKELY)


def places(titles: Sequence[str], body: pd.DataFrame, names: Names) -> dict[str, int]:
    """By column of tidy ratings, and `WORDING`, where it stands.

    Where no heading surely names people or levels, one that may do so does: the only one under which the texts are of
    that kind, in a table in which several people stand beside most items.

    Parameters
    ----------
    titles : sequence of str
        The headings, in small letters.
    body : DataFrame
        Rows below them.
    names : Names
        The items.
    """
    if set(titles) >= NEEDED:
        return {name: titles.index(name) for name in COLUMNS if name in titles}
    sure = _sure(titles, names.framework)
    return _with_likely(sure, titles, body, names) if "item" in sure else sure


def _sure(titles: Sequence[str], framework: Framework) -> dict[str, int]:
    found: dict[str, int] = {}
    # Names before addresses, in the order of the sheet otherwise.
    for at, text in sorted(enumerate(titles), key=lambda pair: _is_address(pair[1])):
        name = called(text, framework)
        if name and name not in found:
            found[name] = at
        elif name == "item" and WORDING not in found:
            found[WORDING] = at
    return found


def _with_likely(sure: Mapping[str, int], titles: Sequence[str], body: pd.DataFrame, names: Names) -> dict[str, int]:
    who = sure.get("member", _who(titles))
    level = sure.get("level", _level(titles, body, {sure["item"], who}, names.framework))
    likely = {name: at for name, at in (("member", who), ("level", level)) if name not in sure and at is not None}
    weak = "level" in likely and set(bare(titles[level]).split()) <= MEASURES
    if not likely or None in (who, level) or (weak and len(likely) > 1) or not _is_shared(sure, who, body):
        return dict(sure)
    return {name: at for name, at in sure.items() if at != likely.get("level")} | likely


def _who(titles: Sequence[str]) -> int | None:
    """The only column headed Initials or Officer; else the only one headed Agency or Team: each of these answered."""
    for field in ("name", "organisation"):
        found = [at for at, text in enumerate(titles) if column_of(text) == field]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _level(titles: Sequence[str], body: pd.DataFrame, taken: Collection[int | None],
           framework: Framework) -> int | None:  # fmt: skip
    """The only column under a heading of ratings in which levels stand; a Status only where there is no other one."""
    found = [at for at, text in enumerate(titles) if at not in taken and _may_be_level(text, framework)
             and _mostly_answers(body[at], framework)]  # fmt: skip
    plain = [at for at in found if not set(bare(titles[at]).split()) <= MEASURES] or found
    return plain[0] if len(plain) == 1 else None


def _mostly_answers(texts: pd.Series, framework: Framework) -> bool:
    said = [text for text in texts.unique() if text.strip()]
    return 2 * sum(has_answers([text], framework) for text in said) > len(said)


def _is_shared(sure: Mapping[str, int], who: int, body: pd.DataFrame) -> bool:
    """Whether several people stand beside most items: beside an item of one person's form its owner may stand."""
    items = body[sure["item"]].str.strip()
    people = body[who].str.strip()[items != ""].groupby(items[items != ""]).nunique()
    return len(people) > 0 and 2 * int((people > 1).sum()) >= len(people)


def lacking(titles: Sequence[str], body: pd.DataFrame, names: Names) -> str:
    """Which one of `NEEDED` no heading of a long table names; "" where not one is missing, or it is no such table.

    It is one where rows name the same items again and again, and the other two are named. `SEVERAL` where all are named
    and one of them twice, and `GAPS` where people stand in some of the rows alone.
    """
    framework = names.framework
    found = {"item": [at for at, text in enumerate(titles) if called(text, framework) == "item"],
             "member": [at for at, text in enumerate(titles) if _may_be_of_people(text)],
             "level": [at for at, text in enumerate(titles) if _may_be_level(text, framework)]}  # fmt: skip
    missing = [name for name, held in found.items() if not held]
    items = found["item"] or [at for at in body if at not in (*found["member"], *found["level"])]
    if len(missing) > 1 or not any(_is_repeated(body[at], names) for at in items):
        return ""
    gaps = any((body[at].str.strip() == "").any() for at in found["member"])
    return missing[0] if missing else SEVERAL if are_several(titles, framework) else GAPS if gaps else ""


def _is_repeated(texts: pd.Series, names: Names) -> bool:
    """Whether a column names items, and most of them in several rows."""
    said = texts.str.strip()
    times = said[said != ""].value_counts()
    known = namings(times.index, names)
    items = [times[text] for text, one in known.items() if one.item]
    return 2 * len(items) > len(times) and 2 * sum(number > 1 for number in items) > len(items)
