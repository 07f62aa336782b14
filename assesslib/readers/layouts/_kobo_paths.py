"""Which question a heading of KoboToolbox or ODK asks, and in which group: names, or labels, with signs between."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TAIL = re.compile(
    r"(?:^|(?P<before>.*?)[/._-])(?P<id>[^\W\d_]*\d+(?:[._-]\d+)*)"
    r"(?P<beside>[._-](?:comments?|notes?|remarks?|evidence|other))?",
    re.IGNORECASE,
)
_CUT = 36
"""Letters from which a name that was made of a label may have lost the end of it."""
_LONG_NAME, _LONGEST = 250, 2_000
"""Letters of a name whose number is looked for, and of a heading: more than any has that somebody made."""


@dataclass(frozen=True)
class Path:
    """What a heading says: the texts that may name the item, the likeliest first, and its group."""

    said: tuple[str, ...]
    section: str = ""


def paths(texts: Sequence[str], sign: str) -> list[Path]:
    """Take headings apart into groups and questions.

    Parameters
    ----------
    texts : sequence of str
        The headings of questions.
    sign : str
        What stands between a group and a question, as far as is known.

    Examples
    --------
    >>> paths(["lead/q_1_1", "lead-q1_2", "Lead/1.1 Roles and/or tasks", "Lead/1.2 Rest"], "/")[0]
    Path(said=('q_1_1', '1_1'), section='lead')
    """
    heads = [text.strip()[:_LONGEST] for text in texts]
    fronts = Counter(front for text in heads for front in {text[:at] for at in _cuts(text, sign)})
    numbered = Counter(_before(text) for text in heads)
    return [_label(text, sign, fronts) if re.search(r"\s", text) else _name(text, sign, fronts, numbered)
            for text in heads]  # fmt: skip


def parent(text: str, sign: str) -> str:
    """The heading of the question whose choice a heading may be: all before the last sign, or ""."""
    return text.strip().rpartition("/" if "/" in text else sign)[0]


def _cuts(text: str, sign: str) -> list[int]:
    """Where a group may end in a heading; never within a number, nor before a space."""
    signs = "|".join(re.escape(one) for one in dict.fromkeys(("/", sign)))
    found = (match.start() for match in re.finditer(rf"(?:{signs})(?=\S)", text))
    return [at for at in found if at and not (text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit())]


def _label(text: str, sign: str, fronts: Counter[str]) -> Path:
    """A label with its group's before it: the part that other headings begin with too, or any before a stroke."""
    shared = max((at for at in _cuts(text, sign) if fronts[text[:at]] > 1), default=None)
    after = [text[at + 1 :].strip(f"{sign} ") for at in _cuts(text, "/")]
    if shared is None:
        return Path((text, *after))
    return Path(_different((text[shared + 1 :].strip(f"{sign} "), *after, text)), text[:shared].strip())


def _name(text: str, sign: str, fronts: Counter[str], numbered: Counter[str]) -> Path:
    """A name: what stands behind the last group, and the number it ends in, where that cannot be an addition."""
    cuts = [at for at in _cuts(text, "/" if sign == "_" else sign) if text[at] == "/" or not text[at + 1].isdigit()]
    last = text[cuts[-1] + 1 :].lstrip(sign) if cuts else text
    group = text[: cuts[-1]] if cuts else ""
    tail = _tail(last)
    number = _number(tail, numbered[_before(text)] > 1) if tail else ()
    said = (last + "…" * _is_cut(last), *number, *_behind_shared(text, sign, fronts))
    return Path(_different(said), re.sub(r"[\W_]+", " ", group or _front(tail)).strip())


def _behind_shared(text: str, sign: str, fronts: Counter[str]) -> Iterable[str]:
    """What stands behind the group where its sign may stand within a name too: behind what other names begin with."""
    cuts = _cuts(text, sign) if sign == "_" else []
    rest = next((text[at + 1 :].lstrip(sign) for at in cuts if fronts[text[:at]] > 1), "")
    if rest and not rest[0].isdigit():
        yield rest + "…" * _is_cut(rest)


def _tail(name: str) -> re.Match[str] | None:
    return _TAIL.fullmatch(name) if len(name) <= _LONG_NAME else None


def _number(tail: re.Match[str], several: bool) -> Iterable[str]:
    bare = tail["id"].isdecimal()
    if not (bare and (tail["id"].startswith("0") or not several)):
        yield tail["id"] + (" comment" if tail["beside"] else "")


def _front(tail: re.Match[str] | None) -> str:
    return (tail["before"] or "") if tail else ""


def _before(text: str) -> str:
    """What stands before the number that a name ends in."""
    return _front(_tail(text))


def _is_cut(name: str) -> bool:
    return len(name) >= _CUT and name.count("_") > 2


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
