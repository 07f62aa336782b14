"""What a cell of a table that somebody made may name: an item of the framework, or the title of a section."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assesslib.framework import Framework
from assesslib.readers.matching.headings import less_comment
from assesslib.readers.matching.ids import named, of_day
from assesslib.readers.matching.wording import bare, is_cut, unnumbered

_LONGEST = 1_000
_FEWEST = 4
"""Words that a part of a wording must have to stand for it."""
_ALIKE = 0.7
_HIGHEST = 10
"""Whole numbers up to this one may as well be answers."""
_WHOLE = re.compile(r"(\d{1,4})[.,]0+")
_REFS = {"ref", "reference", "ref no", "item", "item no", "key feature", "feature", "kf", "standard", "standard no",
         "question", "question no", "statement", "criterion", "criteria", "indicator", "wording", "text", "item text",
         "description", "element", "q"}  # fmt: skip


_REF_WORDS = {"ref", "feature", "item", "standard", "question", "statement"}
_NO_REF = {"member", "score", "rating", "met"}


@dataclass(frozen=True)
class Names:
    """The items as cells are compared with them: id, wording and its words; and the titles of the sections."""

    framework: Framework
    wordings: tuple[tuple[str, str, frozenset[str]], ...]
    titles: frozenset[str]


@dataclass(frozen=True)
class Naming:
    """The item that a cell names ("" for none), whether it cannot as well be an answer, and the facet it names."""

    item: str = ""
    sure: bool = False
    facet: str = ""


def names_of(framework: Framework) -> Names:
    """The items and sections of a framework, ready to compare cells with."""
    said = [(item.id, bare(item.text)) for item in framework.items]
    titles = frozenset(bare(section.title) for section in framework.sections)
    return Names(framework, tuple((id, text, frozenset(text.split())) for id, text in said), titles)


def namings(texts: Iterable[str], names: Names) -> dict[str, Naming]:
    """What each text names; a heading for comments on an item does not name it.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> found = namings(["1.1", "Q2.3", "01-May", "4.1 People", "3", "Ann"],
    ...                 names_of(load_framework("cdrp-dat-partnership")))
    >>> [(one.item, one.sure) for one in found.values()]
    [('1.1', True), ('2.3', True), ('1.5', False), ('4.1', True), ('', False), ('', False)]
    """
    said = {text: whole(text[:_LONGEST].strip()) for text in dict.fromkeys(texts) if text.strip()}
    return {text: replace(_naming(facet_last(one, names.framework), names), facet=_facet(one, names.framework))
            for text, one in said.items()}  # fmt: skip


def _facet(text: str, framework: Framework) -> str:
    """The facet that a text begins or ends with: “1.1 Local”, “Local: wording”."""
    words = bare(text)
    return next((facet.id for facet in framework.facets for name in (bare(facet.label), bare(facet.id))
                 if words.startswith(f"{name} ") or words.endswith(f" {name}")), "")  # fmt: skip


def facet_last(text: str, framework: Framework) -> str:
    """A text that begins with the name of a facet with it at the end, as a heading says it.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> facet_last("Local: Leaders lead", cdrp), facet_last("Local 1.1", cdrp), facet_last("Local leaders", cdrp)
    ('Leaders lead [Local]', '1.1 [Local]', 'Local leaders')
    """
    for facet in framework.facets:
        for name in (facet.label, facet.id):
            if found := re.match(rf"\s*{re.escape(name)}(?:\s*[:.|/–—-]+\s*|\s+(?=\d))(?=\S)", text, re.IGNORECASE):
                return f"{text[found.end() :].rstrip()} [{facet.label}]"
    return text


def facet_called(text: str, framework: Framework) -> str:
    """The label of the facet that a text is the name of, or "".

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> facet_called("local: ", cdrp), facet_called("Local partners", cdrp)
    ('Local', '')
    """
    said = bare(text)
    return next((facet.label for facet in framework.facets if said in (bare(facet.label), bare(facet.id))), "")


def whole(text: str) -> str:
    """A text, or a whole number without the decimals that a table calculator gave it.

    Examples
    --------
    >>> whole("12.0"), whole("1.10"), whole("c")
    ('12', '1.10', 'c')
    """
    found = _WHOLE.fullmatch(text)
    return found[1] if found else text


def are_plain(texts: Iterable[str], small: bool = True) -> bool:
    """Whether some cells hold whole numbers alone; those that may as well be answers, or (not ``small``) any.

    Examples
    --------
    >>> are_plain(["1", "3.0", ""]), are_plain(["1", "37"]), are_plain(["1", "37"], small=False), are_plain(["", "x"])
    (True, False, True, False)
    """
    said = [whole(text.strip()) for text in texts if text.strip()]
    return all(text.isascii() and text.isdecimal() and (not small or int(text[:9]) <= _HIGHEST) for text in said)


def _naming(text: str, names: Names) -> Naming:
    if less_comment(text) is not None:
        return Naming()
    number = named(text, names.framework) if re.search(r"\d", text[:40]) else None
    said = bare(text)
    parts = dict.fromkeys((said, bare(number.rest) if number else said, unnumbered(said)))
    # Behind a number, or cut short, a few words are no name and no answer.
    worded = next(filter(None, (_worded(part, names, part != said or is_cut(text)) for part in parts)), "")
    if worded:
        return Naming(worded, True)
    if number:
        alone = number.item.isdecimal() and int(number.item) > _HIGHEST and not bare(number.rest)
        return Naming(number.item, number.lettered or alone or not number.item.isdecimal())
    days = of_day(text, names.framework)
    return Naming(days[0]) if days else Naming()


def _worded(said: str, names: Names, cut: bool) -> str:
    """The item whose wording a text is, begins, holds or is much like."""
    words = frozenset(said.split())
    fewest = 2 if cut else _FEWEST
    likes = [(_like(said, words, text, own, fewest), id) for id, text, own in names.wordings]
    best, id = max(likes, default=(0.0, ""), key=lambda pair: pair[0])
    return id if best >= _ALIKE else ""


def _like(said: str, words: frozenset[str], text: str, own: frozenset[str], fewest: int) -> float:
    if said == text:
        return 2.0
    if len(said.split()) < _FEWEST:
        return float(len(said.split()) >= fewest and text.startswith(said))
    if text.startswith(said) or said in text or (text in said and len(own) >= _FEWEST):
        return 1.0
    return 2 * len(words & own) / (len(words) + len(own))


def is_title(text: str, names: Names) -> bool:
    """Whether a text is the title of a section, with or without a number before it.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> names = names_of(load_framework("cdrp-dat-partnership"))
    >>> [is_title(text, names) for text in ("1. LEADERSHIP", "Section 2: Audit and strategies", "Leaders lead")]
    [True, True, False]
    """
    return re.sub(r"^(?:section |part )?(?:[0-9]+ |[a-z] )?", "", bare(text[:_LONGEST])) in names.titles


def is_ref(text: str, framework: Framework) -> bool:
    """Whether a heading stands above the ids or wordings of items.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> is_ref("Ref.", cdrp), is_ref("Standards", cdrp), is_ref("Ann", cdrp)
    (True, True, False)
    """
    said = bare(text)
    words = set(said.split())
    short = len(words) < 4 and bool(words & _REF_WORDS) and not words & _NO_REF
    return short or said.removesuffix("s") in _REFS | {framework.item_term} or said in _REFS


def different(found: Iterable[Naming]) -> tuple[int, int]:
    """How many different items (or facets of them) a row or column names, and how many for sure.

    Each repetition takes one away.

    Examples
    --------
    >>> different([Naming("1.1", True), Naming("1.2", True), Naming("1.2", True), Naming()])
    (1, 1)
    """
    kept = [one for one in found if one.item]
    return _once([(one.item, one.facet) for one in kept]), _once([(one.item, one.facet) for one in kept if one.sure])


def _once(ids: list[tuple[str, str]]) -> int:
    return max(0, 2 * len(set(ids)) - len(ids))


def named_in(texts: Iterable[str], known: Mapping[str, Naming]) -> list[Naming]:
    """What each of some cells names, by what is known of their texts."""
    return [known.get(text, Naming()) for text in texts]
