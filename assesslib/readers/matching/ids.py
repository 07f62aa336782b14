"""The id of an item in a heading: `5.1`, `Q5.1 wording`, `[5.1]`, `standard_5_1`; what a spreadsheet makes of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assesslib.framework import Framework

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$|(\d{1,2})[./ -](\d{1,2}|[a-z]{3,9})\.?(?:[./ -](\d{2,4}))?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Named:
    """An id that a heading names: the item, what stands behind it, and whether a letter such as Q stands before it."""

    item: str
    rest: str = ""
    lettered: bool = False


def named(text: str, framework: Framework) -> Named | None:
    """The id at the beginning of a heading, with what stands behind it; None where there is none.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> [named(text, cdrp).item for text in ("1.1", "[5.5]", "Standard 2.3: words", "q_1_1", "1-1", "1,1")]
    ['1.1', '5.5', '2.3', '1.1', '1.1', '1.1']
    >>> named("2026 review", cdrp) is None
    True
    """
    said = text.strip()
    found = _pattern(framework).match(said)
    if not found:
        return None
    return Named(_ids(framework)[_safe(found["id"])], said[found.end() :].strip(), bool(found["letters"]))


def _pattern(framework: Framework) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _before(framework)), key=len, reverse=True))
    # A dot of an id may have become another sign where a tool allows none in its codes, or a decimal comma.
    ids = "|".join(
        re.escape(item.id).replace(r"\.", r"[._x,-]")
        for item in sorted(framework.items, key=lambda item: len(item.id), reverse=True)
    )
    return re.compile(
        rf"[\[(]?(?:(?P<letters>{words})[\s_.:#-]*)?0{{0,2}}(?P<id>{ids})(?=$|[\s\])._:;,=–—-])(?!\.\d)[\])]?[\s.)\]_:;,=–—-]*",
        re.IGNORECASE,
    )


def _before(framework: Framework) -> Iterable[str]:
    return {"q", "question", "item", "no", "nr", "kf", "ref", "statement", framework.item_term, framework.id}


def _ids(framework: Framework) -> dict[str, str]:
    return {_safe(item.id): item.id for item in framework.items}


def _safe(id: str) -> str:
    return re.sub(r"[._x,-]", ".", id.casefold())


def of_day(text: str, framework: Framework) -> tuple[str, ...]:
    """The ids that a spreadsheet may have turned into this day; nothing where the text is no day.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> of_day("2026-02-03", cdrp), of_day("03-Feb", cdrp), of_day("Feb 2026", cdrp)
    (('2.3', '3.2'), ('2.3', '3.2'), ())
    """
    found = _DAY.match(text.strip().casefold())
    if not found:
        return ()
    one, other = (found[2], found[3]) if found[1] else (found[4], found[5])
    other = str(_MONTHS.index(other[:3]) + 1) if other[:3] in _MONTHS else other
    if not other.isdigit():
        return ()
    pairs = {f"{int(one)}.{int(other)}", f"{int(other)}.{int(one)}"}
    return tuple(item.id for item in framework.items if item.id in pairs)
