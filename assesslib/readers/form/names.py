"""What a line of a form is, told by the words that its framework prints: an item, a section, a question, a heading."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assesslib.framework import Framework
from assesslib.readers.form.clean import Word, plain, said, words

ITEM, STRANGER, SECTION, PROMPT, QUESTION, PROCESS, ROLE = (
    "item", "stranger", "section", "prompt", "question", "process", "role",
)  # fmt: skip
EXAMPLES, SCALE, LEGEND, ACTIONS, CAUSES = "examples", "scale", "legend", "actions", "causes"
USUAL = {"strength": ("strengths",), "area": ("areas for improvement",), "comment": ("comments", "comment"),
         "evidence": ("evidence", "supporting evidence"),
         "goal": ("goals", "improvement goals", "goals for improvement")}  # fmt: skip
"""What notes are headed where a framework has no words of its own for them."""
_NOTE_MARK = re.compile("[¹²³⁴-⁹*†‡]")
"""The mark of a footnote, which a form may have lost."""
_SHORT, _ALIKE = 5, 0.8


@dataclass(frozen=True)
class Found:
    """What a line names: its kind and key, whether all its words are there, and the text that follows them."""

    kind: str
    key: str
    complete: bool = True
    rest: str = ""


@dataclass(frozen=True)
class Names:
    """All that a framework's form prints, ready to be looked up by words.

    Attributes
    ----------
    items : mapping
        By id the words of each item.
    whole : mapping
        By all their words: titles and labels of a few words.
    starts : mapping
        By their first words: texts that may be wrapped.
    """

    framework: Framework
    items: Mapping[str, tuple[str, ...]]
    whole: Mapping[tuple[str, ...], Found]
    starts: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], Found], ...]]
    number: re.Pattern
    scale: tuple[tuple[str, ...], ...] = ()


def names_of(framework: Framework) -> Names:
    """The names on a framework's form.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> names = names_of(load_framework("cdrp-dat-partnership"))
    >>> named("## 4. Resources", names)
    Found(kind='section', key='resources', complete=True, rest='')
    >>> named("Improvement goals: As 1.1.", names)
    Found(kind='prompt', key='goal', complete=True, rest='As 1.1.')
    """
    known = [(said(text), found) for text, found in _printed(framework)]
    starts: dict = {}
    for one, found in known:
        if len(one) >= _SHORT or found.kind == ITEM:
            starts[one[:3]] = (*starts.get(one[:3], ()), (one, found))
    ids = "|".join(re.escape(item.id) for item in sorted(framework.items, key=lambda item: -len(item.id)))
    before = "|".join(map(re.escape, (framework.item_term, "Q", "No.")))
    given = rf"(?:(?:{before})\s?)?({ids}|\d+(?:\.\d+)*)(?!\.?\w)"
    number = rf"[#*_>\s(\[•]{{0,8}}{given}[\])*.:]{{0,5}}(?:\s+[-–—])?(?=\s|$)"
    items = {item.id: said(item.text) for item in framework.items}
    whole = {one: found for one, found in reversed(known) if one and found.kind != ITEM}
    scale = tuple(said(f"{code} {label}") for code, label in framework.scale.items())
    return Names(framework, items, whole, starts, re.compile(number, re.I), scale)


def _printed(framework: Framework) -> Iterator[tuple[str, Found]]:
    yield from ((item.text, Found(ITEM, item.id)) for item in framework.items)
    for section in framework.sections:
        yield section.title, Found(SECTION, section.id)
        yield f"{section.number} {section.title}", Found(SECTION, section.id)
        yield from ((one.text, Found(QUESTION, one.id)) for one in section.questions)
    yield "Noted for all sections together", Found(SECTION, "")
    yield from ((prompt.label, Found(PROMPT, prompt.kind)) for prompt in framework.prompts)
    yield from ((text, Found(PROMPT, kind)) for kind, texts in USUAL.items() for text in texts)
    for one in framework.closing_questions:
        yield from ((text, Found(QUESTION, one.id)) for text in (one.text, one.short) if text)
    yield from _printed_at_the_end(framework)


def _printed_at_the_end(framework: Framework) -> Iterator[tuple[str, Found]]:
    if framework.process:
        yield framework.process.heading or "Process", Found(PROCESS, "")
        yield from ((row.text, Found(PROCESS, row.id)) for row in framework.process.rows)
    if framework.signatories:
        yield framework.signatories.heading or "Signatories", Found(ROLE, "")
        roles = framework.signatories.roles
        yield from ((text, Found(ROLE, one.id)) for one in roles for text in (one.text, _NOTE_MARK.sub("", one.text)))
    if framework.guidance:
        yield framework.guidance.heading, Found(EXAMPLES, "")
        yield from ((example.lead, Found(EXAMPLES, "")) for example in framework.guidance.examples)
    yield "Actions", Found(ACTIONS, "")
    yield "Underlying causes", Found(CAUSES, "")


def named(text: str, names: Names) -> Found | None:
    """What a line that is no item names, or None."""
    if not text or len(text) > 2000:
        return None
    bare = plain(text)
    own = words(bare)
    key = tuple(word.said for word in own)
    if found := names.whole.get(key) or _labelled(bare, names) or _of_the_scale(bare, key, names):
        return found
    return _begun(bare, own, names, (QUESTION, PROCESS, SECTION, EXAMPLES))


def _labelled(text: str, names: Names) -> Found | None:
    """A label with what is noted behind its colon."""
    label, colon, rest = text.partition(":")
    found = names.whole.get(said(label)) if colon and len(label) < 100 else None
    return Found(found.kind, found.key, True, rest.strip()) if found and found.kind in (PROMPT, ROLE) else None


def _of_the_scale(text: str, key: tuple[str, ...], names: Names) -> Found | None:
    """A line that explains the scale or the ticks."""
    tick = names.framework.questionnaire.columns[-1:]
    explained = any(text.startswith(f"{title}: ✓ marks") for title in (*tick, "Tick"))
    long = len(key) > 3 and any(one[:-1] and (one[: len(key)] == key or one[-len(key) :] == key) for one in names.scale)
    if (re.match(r"\W*\w+\s*=\s", text) and any(key and one[: len(key)] == key for one in names.scale)) or long:
        return Found(SCALE, "")
    return Found(LEGEND, "") if explained else None


def _begun(text: str, own: Sequence[Word], names: Names, kinds: Iterable[str]) -> Found | None:
    """What a line begins with, or begins: a text that may be wrapped on to the next lines."""
    key = tuple(word.said for word in own)
    fits = [(one, found) for one, found in names.starts.get(key[:3], ()) if found.kind in kinds]
    for one, found in sorted(fits, key=lambda fit: -len(fit[0])):
        if key[: len(one)] == one:
            rest = after(text, own, len(one))
            if found.kind != SECTION or not rest:
                return Found(found.kind, found.key, True, rest)
    part = {(found.kind, found.key) for one, found in fits if one[: len(key)] == key}
    return Found(*part.pop(), False) if len(part) == 1 and len(key) >= _SHORT else None


def after(text: str, own: Sequence[Word], n: int) -> str:
    """What follows the first ``n`` words of a text."""
    return re.sub(r"^[^\w\s✓☐]*(?:\s+|$)", "", text[own[n - 1].end :] if n else text, count=1).strip()


def item_in(cells: Sequence[str], names: Names) -> tuple[Found, int] | None:
    """The item that a row begins with, and the cell that its wording ends in.

    A number with other words than its item's is a ``stranger``, and so is a number that no item has.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> names = names_of(load_framework("cdrp-dat-partnership"))
    >>> item_in(["1.1 The partnership is effectively", "x"], names)
    (Found(kind='item', key='1.1', complete=False, rest=''), 0)
    >>> item_in(["1.7", "The partnership owns a boat."], names)
    (Found(kind='stranger', key='1.7', complete=True, rest='The partnership owns a boat.'), 1)
    """
    first = next((place for place, cell in enumerate(cells) if cell), None)
    if first is None:
        return None
    number = names.number.match(cells[first])
    if not number:
        bare = plain(cells[first][:4000])
        found = _begun(bare, words(bare), names, (ITEM,))
        return (found, first) if found else None
    rest = plain(cells[first][number.end() : number.end() + 4000])
    if not rest and first + 1 < len(cells) and said(cells[first + 1]):
        return _numbered(number[1], plain(cells[first + 1][:4000]), names), first + 1
    return _numbered(number[1], rest, names), first


def _numbered(number: str, text: str, names: Names) -> Found:
    id = next((one for one in names.items if one.casefold() == number.casefold()), "")
    own = words(text)
    if not id:
        return Found(STRANGER, number, True, text)
    if not own:
        return Found(ITEM, id, False, text)
    return _as_worded(id, text, own, names) or Found(STRANGER, number, True, text)


def _as_worded(id: str, text: str, own: Sequence[Word], names: Names) -> Found | None:
    """The item where its words stand there, whole or begun, with small edits at most."""
    key, wording = tuple(word.said for word in own), names.items[id]
    if key[: len(wording)] == wording:
        return Found(ITEM, id, True, after(text, own, len(wording)))
    if wording[: len(key)] == key:
        return Found(ITEM, id, False)
    if (other := _begun(text, own, names, (ITEM,))) and other.key != id:
        return None
    if len(key) <= len(wording) + 3 and _alike(key, wording):
        return Found(ITEM, id)
    return Found(ITEM, id, False) if len(key) > _SHORT and _alike(key, wording[: len(key)]) else None


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    common = len(set(one) & set(other))
    return 2 * common >= len(set(other)) and SequenceMatcher(None, one, other).ratio() >= _ALIKE
