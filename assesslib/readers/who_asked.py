"""Who answered, where headings do not tell: what a person said that a column holds, and what is asked of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault, shorten
from assesslib.readers.layouts._table_words import is_note
from assesslib.readers.mapping import COLUMN, Line, Target, Told, flat
from assesslib.readers.matching.levels import Reading
from assesslib.readers.matching.match import Match
from assesslib.readers.questions import ACCEPTED_AS, Asked, where
from assesslib.readers.records import ANSWER, DROPPED, WHO, Heading, Responses
from assesslib.readers.who import is_nobody

NAME = "name"
PERHAPS = "may say who answered"
OVER = "stands alone above the answers, and may be who gave them"
_ENOUGH, _WORDS, _SHORT = 2_000, 4, 4
"""Rows that are looked at, words that a name has at most, and words of a heading that is no question."""
_CHOICES = {"yes", "no", "y", "n", "true", "false", "male", "female", "man", "woman", "m", "f", "other", "none", "n a",
            "prefer not to say", "english", "welsh", "ja", "nein", "oui", "non", "sí", "si"}  # fmt: skip


def as_told(said: Responses, told: Told) -> Responses:
    """The responses with every column used as a person said: for names, addresses, organisations, roles, or not.

    Parameters
    ----------
    said : Responses
        What a layout found.
    told : Told
        What a person said; columns that they took for an item are left to the matching.
    """
    targets = {one.at: told.columns[flat(one.text)] for one in said.headings if flat(one.text) in told.columns}
    for one in said.headings:
        if one.at in targets:
            said = _used(said, one, targets[one.at])
    over = {told.columns[flat(text)].use: text for text in reversed(said.over) if flat(text) in told.columns}
    people = said.people.assign(**{use: text for use, text in over.items() if use})
    return replace(said, people=people, over=tuple(text for text in said.over if flat(text) not in told.columns))


def _used(said: Responses, one: Heading, target: Target) -> Responses:
    if one.use == target.use or one.use not in (ANSWER, *WHO) or (one.use == ANSWER and not target.use):
        return said
    texts = _texts(said, one)
    freed = said.people.assign(**{one.use: ""}) if one.use in WHO else said.people
    people = freed.assign(**{target.use: texts.where(texts != "", freed[target.use])}) if target.use else freed
    use = target.use or (ANSWER if target.item else DROPPED)
    why = "the mapping says that it is nothing" if use == DROPPED else ""
    headings = tuple(replace(each, use=use, why=why) if each is one else each for each in said.headings)
    rest = said.answers.drop(columns=one.at, errors="ignore")
    own = [texts.reindex(rest.index, fill_value="").rename(one.at)] if use == ANSWER else []
    return replace(said, headings=headings, people=people, answers=pd.concat([rest, *own], axis=1))


def _texts(said: Responses, one: Heading) -> pd.Series:
    """What a column says of each person; nothing where it says “anonymous”."""
    own = said.answers.loc[said.people.index, one.at] if one.use == ANSWER else said.people[one.use]
    plain = own.astype("str").str.strip()
    return plain.mask(plain.isin([text for text in plain.unique() if is_nobody(text)]), "")


def is_nameless(said: Responses) -> bool:
    """Whether nothing in some responses says who sent any of them."""
    return bool((said.people[["id", "name", "email"]] == "").all(axis=None))


def likely_names(said: Responses, matches: Callable[[], Sequence[Match]],
                 under: Callable[[int], Iterable[Reading]]) -> list[Match]:  # fmt: skip
    """The columns that became nothing and may hold names, where several responses name nobody.

    They hold short texts, mostly of letters and mostly different ones, no levels and no remarks. Where a person said
    that a column is nothing, it is.
    """
    if said.turned or len(said.people) < 2 or not is_nameless(said):
        return []
    short = {one.at for one in said.headings if one.use == ANSWER and _may_be_names(said, one)}
    found = [one for one in matches() if one.heading.at in short] if short else []
    return [one for one in found if not one.item and one.how != "mapping"
            and not any(read.taken for read in under(one.heading.at))]  # fmt: skip


def _may_be_names(said: Responses, one: Heading) -> bool:
    if not one.text.strip() or any(map(is_note, one.text.split())):
        return False
    texts = said.answers.loc[said.people.index[:_ENOUGH], one.at].astype("str").str.strip()
    given = texts[texts != ""]
    different = given.str.casefold().nunique()
    if different < 2 or 2 * different <= len(given) or 2 * len(given) <= len(texts):
        return False
    kinds = [text for text in given.unique() if not is_nobody(text) and text.casefold() not in _CHOICES]
    if not kinds or not all(map(_is_short, kinds)):
        return False
    asks = "?" in one.text or len(one.text.split()) > _SHORT
    return not asks or 2 * sum(map(_is_called, kinds)) >= len(kinds)


def _are_likely(said: Responses, one: Heading) -> bool:
    """Whether the texts of a column are all different, or mostly written as names are."""
    given = [text for text in said.answers.loc[said.people.index, one.at].astype("str").str.strip() if text]
    kinds = set(given)
    return len(kinds) == len(given) or 2 * sum(map(_is_called, kinds)) >= len(kinds)


def _is_short(text: str) -> bool:
    words = text.split()
    return len(words) <= _WORDS and all(re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*[.,]?", word) for word in words)


def _is_called(text: str) -> bool:
    """Whether a text is written as names are: two words or more with capitals."""
    words = text.split()
    return len(words) > 1 and sum(word[0].isupper() or not word.isascii() for word in words) > 1


def ask_names(likely: Sequence[Match], said: Responses, place: str) -> Asked:
    """What to ask of columns that may hold names, and of a text that stands alone above one person's answers."""
    only = len(likely) == 1 and _are_likely(said, likely[0].heading)
    faults = [Fault(f"may say who answered, and nothing else does: “{_first(said, one.heading)}” stands under it",
                    file=place, value=one.heading.text, **where(one, said),
                    do="If it holds names, say name; if not, (nothing).")
              for one in likely]  # fmt: skip
    lines = [Line(COLUMN, one.heading.text, NAME if only else "", PERHAPS) for one in likely]
    over = said.over if len(said.people) == 1 and is_nameless(said) else ()
    faults += [Fault("stands alone above the answers, and nothing else says whose they are", file=place, value=text,
                     do="If it is the name of who gave them, say name; if not, (nothing).")
               for text in over]  # fmt: skip
    lines += [Line(COLUMN, text, NAME if len(over) == 1 else "", OVER) for text in over]
    return Asked(tuple(faults), tuple(lines))


def _first(said: Responses, one: Heading) -> str:
    texts = said.answers.loc[said.people.index, one.at].astype("str").str.strip()
    return shorten(next(text for text in texts if text), 40)


def accepted(asked: Asked, said: Responses) -> tuple[Responses, Asked]:
    """What is likely, taken: the responses with the names, and the lines that say so; what has two answers stays."""
    taken = {flat(line.found): Target(use=NAME) for line in asked.lines if line.perhaps}
    if not taken or len(taken) != len(asked.lines):
        return said, asked
    lines = tuple(replace(line, why=ACCEPTED_AS) for line in asked.lines)
    return as_told(said, Told(columns=taken)), Asked((), lines)


