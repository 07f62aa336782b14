"""Ticks: what stands in the box of a level, and which of the letters in a line is marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assesslib.framework import Framework
from assesslib.readers.form.clean import BOX, TICK, said

ALLOWED = ("✓", "x", "☑", "an empty box")
"""What may stand in the box of a level."""
_BRACKETED = ((re.compile(r"\[ *[xX✓✔√] *\]|\( *[✓✔√] *\)"), TICK), (re.compile(r"\[ *\]|\( *\)"), BOX))
_TICKS = str.maketrans(dict.fromkeys("✔√☑☒■●⬛◼✅🗹🗸🗷✗✘✕×✖❌⊠", TICK) | dict.fromkeys("□▢○◯❑❒⬜◻▫", BOX))
_CROSS = re.compile(r"(?<![\w’'])[xX](?![\w’'])")
# How Wingdings ticks and boxes come out in a letter font.
_LETTERED = {"ü": TICK, "þ": TICK, "ý": TICK, "¨": BOX}
_LONGEST = 400
_TOKEN = re.compile(rf"[{TICK}{BOX}]|\*\*|[^\s{TICK}{BOX}*]+|\*")


@dataclass(frozen=True)
class Ticked:
    """The box of a level: the facet of each tick in it ("" for a plain one).

    ``named`` says that only the level's own letter or words stand there, ``strong`` that they stand out, and ``wrong``
    holds what is no tick.
    """

    facets: tuple[str, ...] = ()
    named: bool = False
    strong: bool = False
    wrong: str = ""


def marked(text: str) -> str:
    """A text with every sign for a tick as ✓ and for an empty box as ☐.

    Examples
    --------
    >>> marked("[x] Nat □"), marked("x"), marked("Tax")
    ('✓ Nat ☐', '✓', 'Tax')
    """
    if text.strip() in _LETTERED:
        return _LETTERED[text.strip()]
    for sign, instead in _BRACKETED:
        text = sign.sub(instead, text)
    return _CROSS.sub(TICK, text.translate(_TICKS))


def ticks_in(text: str, code: str, framework: Framework) -> Ticked:
    """What stands in the box of a level.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> ticks_in("☐  ☑ Nat", "S", cdrp).facets, ticks_in("x", "S", cdrp).facets, ticks_in("maybe", "S", cdrp).wrong
    (('national',), ('',), 'maybe')
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return Ticked(wrong=text)
    own = {said(code), said(framework.scale[code]), said(f"{code} {framework.scale[code]}")}
    if said(text) in own and len(text) < 2 * len(f"{code} = {framework.scale[code]}"):
        bare = re.sub(r"\W", "", text)
        if not re.search(rf"[{TICK}{BOX}]", marked(text)) or bare in ("x", "X"):
            return Ticked((), True, bool(re.search(r"\*\*|[\[(<]", text)))
    before, *signs = re.split(rf"([{TICK}{BOX}])", marked(text))
    if not signs:
        return Ticked(wrong=text)
    return _sides(before, signs[::2], signs[1::2], own, framework) or Ticked(wrong=text)


def _sides(before: str, signs: Sequence[str], after: Sequence[str], own: set, framework: Framework) -> Ticked | None:
    """The facets that stand beside the ticks, all behind them or all before."""
    beside = list(after)
    if said(before) and said(before) not in own:
        if any(said(text) and said(text) not in own for text in after):
            return None
        beside = [before, *after[:-1]]
    facets = [_facet(text, own, framework) for text in beside]
    if any(facet is None for facet in facets):
        return None
    return Ticked(tuple(facet or "" for sign, facet in zip(signs, facets, strict=True) if sign == TICK))


def _facet(text: str, own: set, framework: Framework) -> str | None:
    """The facet that a word beside a tick stands for: "" for none, None where the word says something else."""
    key = said(text)
    known = {said(name): facet.id for facet in framework.facets
             for name in (facet.id, facet.label, facet.mark, f"{facet.label} only") if name}  # fmt: skip
    return "" if not key or key in own else known.get(key)


@dataclass(frozen=True)
class Lettered:
    """What lines of letters say: the codes that are marked, those that are printed, and the texts between them.

    ``between`` names the two letters that a tick stands between where nothing says which it is for.
    """

    codes: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    rest: tuple[tuple[int, str], ...] = ()
    between: tuple[str, str] | None = None
    line: int = 0


def letters_in(cells: Iterable[tuple[int, str]], framework: Framework) -> Lettered:
    """Which letters of the scale are marked in the cells behind an item, each with the number of its line.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> csit = load_framework("csit-collaborative-working")
    >>> [letters_in([(1, text)], csit).codes for text in ("a b [c] d e", "☐ a ☑ b ☐ c ☐ d ☐ e", "a b ✓ d e", "c")]
    [('c',), ('b',), ('c',), ('c',)]
    >>> letters_in([(1, "a b ✓ c d e")], csit).between
    ('b', 'c')
    """
    steps, rest, line, ticked = [], [], 0, False
    for number, cell in cells:
        options = _options(cell, framework)
        if options is None:
            rest.append((number, cell))
        else:
            steps += options
            line = line or number
            on = any(is_on for _, is_on in options)
            line, ticked = (number if on or not line else line), ticked or TICK in marked(cell)
    return _chosen(steps, tuple(rest), line, framework.codes, ticked)


def _options(cell: str, framework: Framework) -> list[tuple[str, bool]] | None:
    """The letters of a cell in order, each with whether it is marked; a sign that belongs to none stands for itself."""
    if not cell.strip():
        return []
    if len(cell) > _LONGEST:
        return None
    text = marked(plain_marks(" ".join(cell.split())))
    if one := _one_option(text, framework):
        return [one]
    tokens = _TOKEN.findall(_attached(text, framework))
    codes = {code.casefold(): code for code in framework.codes}
    read = [_token(token, codes) for token in tokens]
    return None if any(one is None for one in read) else _beside([one for one in read if one])


def plain_marks(text: str) -> str:
    """A text whose bold words stand in square brackets."""
    return re.sub(r"\*\*\s*([^*]{1,60}?)\s*\*\*|__(\w{1,60})__", lambda found: f"[{found[1] or found[2]}]", text)


def _one_option(text: str, framework: Framework) -> tuple[str, bool] | None:
    """One letter, with or without its words: the words alone are that too."""
    key = said(text.replace(TICK, " ").replace(BOX, " "))
    for code, label in framework.scale.items():
        if key in (said(label), said(f"{code} {label}"), said(code)):
            return code, TICK in text or bool(re.match(r"\W*[\[(<]", text)) or text.endswith("*")
    return None


def _attached(text: str, framework: Framework) -> str:
    """A sign that touches one letter only is written as brackets round it."""
    codes = "|".join(map(re.escape, framework.codes))
    text = re.sub(rf"{TICK}({codes})(?![\w{TICK}{BOX}])", r"[\1]", text, flags=re.I)
    text = re.sub(rf"(?<![\w{TICK}{BOX}])({codes}){TICK}", r"[\1]", text, flags=re.I)
    return re.sub(rf"{BOX}({codes})(?!\w)|(?<!\w)({codes}){BOX}", r"\1\2", text, flags=re.I)


def _token(token: str, codes: dict[str, str]) -> tuple[str, bool] | None:
    if token in (TICK, BOX):
        return token, token == TICK
    bare = re.fullmatch(r"([\[(<]?)(\w+)[\])>.,;:/]*", token)
    code = codes.get(bare[2].casefold()) if bare else None
    return (code, bool(bare and bare[1])) if code else None


def _beside(steps: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Where every letter has a sign of its own, before or behind it, the sign goes to its letter."""
    signs = [place for place, (what, _) in enumerate(steps) if what in (TICK, BOX)]
    if not signs or 2 * len(signs) != len(steps):
        return steps
    if signs == list(range(0, len(steps), 2)):
        return [(steps[place + 1][0], steps[place][1]) for place in signs]
    if signs == list(range(1, len(steps), 2)):
        return [(steps[place - 1][0], steps[place][1]) for place in signs]
    return steps


def _chosen(steps: Sequence[tuple[str, bool]], rest: tuple, line: int, scale: Sequence[str],
            ticked: bool) -> Lettered:  # fmt: skip
    steps = _beside(list(steps))
    printed = tuple(what for what, _ in steps if what not in (TICK, BOX))
    codes, between = [], None
    for place, (what, on) in enumerate(steps):
        if what not in (TICK, BOX):
            codes += [what] if on else []
        elif on:
            one = _gap(steps, place, scale)
            codes += [one] if one else []
            between = between if one else _neighbours(steps, place)
    if len(codes) == len(printed) == len(scale) and not ticked:
        codes = []
    if not codes and not between and len(printed) == 1:
        codes = list(printed)
    return Lettered(tuple(codes), printed, rest, between, line)


def _gap(steps: Sequence[tuple[str, bool]], place: int, scale: Sequence[str]) -> str:
    """The one letter whose place a sign takes."""
    before, behind = _neighbours(steps, place)
    low = scale.index(before) if before else -1
    high = scale.index(behind) if behind else len(scale)
    return scale[low + 1] if high - low == 2 and (before or behind) else ""


def _neighbours(steps: Sequence[tuple[str, bool]], place: int) -> tuple[str, str]:
    def first(some: Iterator[tuple[str, bool]]) -> str:
        what = next(some, ("", False))[0]
        return "" if what in (TICK, BOX) else what

    return first(iter(steps[:place][::-1])), first(iter(steps[place + 1 :]))
