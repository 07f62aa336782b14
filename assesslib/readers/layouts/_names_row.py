"""Which row above the columns of a table holds the names, where titles stand over several or parts below each."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from assesslib.framework import Framework
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._naming import is_ref
from assesslib.readers.matching.wording import bare
from assesslib.readers.who import column_of, field_of, plain

_NAMES = {"name", "names", "nom", "nombre", "naam", "nome", "namn", "enw", "nachname", "vorname"}
"""Words of which one heads a row of names; Initials or Respondent may stand before a second one."""
_CLOCK = re.compile(r"[ T]\d\d:\d\d(?::\d\d)?$")


def rows_of_names(rows: Mapping[int, Sequence[str]], labels: Mapping[int, Sequence[str]],
                  framework: Framework) -> tuple[int, ...]:  # fmt: skip
    """The rows that may hold the names, the likeliest first.

    It is one headed so, else of those headed Ref or not at all the most different, or the one that names people where
    another holds titles over several of its columns (“Last year”) or what stands in each part (“Rating”, “Comment”).

    Parameters
    ----------
    rows : mapping
        By place, the uppermost first, what stands in a row above the columns, in the order of these.
    labels : mapping
        By place what stands in the row before them.
    framework : Framework
        What was rated.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> rows_of_names({0: ["Ann", "", "Bo", ""], 1: ["Rating", "Comment"] * 2}, {0: ["Ref"], 1: []}, cdrp)
    (0,)
    >>> rows_of_names({0: ["2025", "", "2026", ""], 1: ["Ann", "Bo"] * 2}, {0: ["Ref"], 1: []}, cdrp)
    (1,)
    """
    people = [place for place in rows if "name" in map(field_of, labels[place])]
    said = [place for place in people if _NAMES & set(plain(" ".join(labels[place])).split())]
    refs = [place for place in rows if any(is_ref(text, framework) for text in labels[place])]
    likely = [*reversed(refs), *(place for place in rows if not labels[place]), *people]
    likely = likely or [place for place in rows if not any(map(field_of, labels[place]))]
    return tuple(said[:1]) or _by_sense(rows, likely, framework) or _most_different(rows, likely)


def _most_different(rows: Mapping[int, Sequence[str]], likely: Sequence[int]) -> tuple[int, ...]:
    """The rows with the most different texts; days are none where others have as many."""
    different = {place: len(set(rows[place]) - {""}) for place in dict.fromkeys(likely)}
    most = max(different.values(), default=0)
    first = [place for place, number in different.items() if number == most]
    return tuple(place for place in first if not _are_days(rows[place])) or tuple(first)


def _are_days(texts: Sequence[str]) -> bool:
    return all(day_in(text) for text in texts if text)


def _by_sense(rows: Mapping[int, Sequence[str]], likely: Sequence[int], framework: Framework) -> tuple[int, ...]:
    """The one row of names beside one of titles above it or of parts below it; none where nothing tells."""
    for first, second in combinations(sorted(set(likely)), 2):
        upper, lower = rows[first], rows[second]
        if any(below and not above for above, below in zip(upper, lower, strict=True)):
            if any(tells(upper, lower, framework) for tells in (_are_titles, _are_again, _are_bodies)):
                return (second,)
            if _are_parts(upper, lower, framework):
                return (first,)
    return ()


def _are_bodies(upper: Sequence[str], lower: Sequence[str], framework: Framework) -> bool:
    """Whether more people are named below a row that says as much, but that one of its columns is what was agreed."""
    people = [{text for text in texts if _may_name(text, framework)} for texts in (upper, lower)]
    return len(set(upper)) == len(set(lower)) and len(people[0]) < len(people[1])


def _are_titles(upper: Sequence[str], lower: Sequence[str], framework: Framework) -> bool:
    """Whether nothing in a row names anybody, and the one below it names two people or more."""
    return not any(_may_name(text, framework) for text in upper) and _names(lower, framework) > 1


def _are_parts(upper: Sequence[str], lower: Sequence[str], framework: Framework) -> bool:
    """Whether the same word that names nobody stands under every name of the row above."""
    parts = _groups(upper, lower)
    levels = {text.casefold() for level in framework.levels for text in (level.code, level.label)}
    if not (_names(upper, framework) and parts) or len({text.casefold() for text in lower} & levels) > 1:
        return False
    shared = set.intersection(*parts)
    return any(not _may_name(text, framework) and not column_of(text) for text in shared)


def _are_again(upper: Sequence[str], lower: Sequence[str], framework: Framework) -> bool:
    """Whether the same two people or more stand under every text of a row, as under Round 1 and Round 2."""
    groups = _groups(upper, lower)
    people = {text for texts in groups for text in texts}
    return len(groups) > 1 and len(people) > 1 and all(texts == people for texts in groups) and all(
        _may_name(text, framework) for text in people)  # fmt: skip


def _groups(upper: Sequence[str], lower: Sequence[str]) -> list[set[str]]:
    """What stands under each text of a row and to the right of it, but for that of what was agreed."""
    groups: list[tuple[str, set[str]]] = []
    for above, below in zip(upper, lower, strict=True):
        if above:
            groups.append((above, set()))
        if below and groups:
            groups[-1][1].add(below)
    return [texts for above, texts in groups if texts and not words.is_agreed(above)]


def _names(texts: Sequence[str], framework: Framework) -> int:
    """How many different texts of a row name somebody, or call a column what was agreed; 0 where nobody is named."""
    people = {text for text in texts if _may_name(text, framework)}
    return len(people | {text for text in texts if words.is_agreed(text)}) if people else 0


def _may_name(text: str, framework: Framework) -> bool:
    """Whether a heading may be somebody's name: no time, note, figure, label or word for answers."""
    if not re.search(r"[^\W\d_]", text) or words.is_agreed(text) or words.is_year(text) or day_in(text):
        return False
    nobody = is_nameless_alone(text, framework) or words.is_unclear(text) or words.why_nobody(text)
    return not (nobody or column_of(text.rstrip(":")))


def day_in(text: str) -> str:
    """The day or month that a heading is, and nothing else; "" where it is something else.

    Examples
    --------
    >>> [day_in(text) for text in ("2026-03-01 00:00:00", "1/3/26", "March 2026", "Anna 2026", "April", "12")]
    ['2026-03-01', '1/3/26', 'March 2026', '', '', '']
    """
    shown = _CLOCK.sub("", text.strip())
    parts = bare(shown).split()
    known = all(part.isdecimal() or part in words.MONTHS or re.fullmatch(r"\d+(?:st|nd|rd|th)", part) for part in parts)
    dated = len(parts) > 1 and parts[0 if len(parts[0]) == 4 else -1].isdecimal()
    return shown if known and dated and not re.fullmatch(r"(?:19|20)\d\d\s*[/–-]\s*\d{2,4}", shown) else ""
