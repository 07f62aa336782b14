"""A questionnaire as the tab-separated structure of a survey that LimeSurvey imports: a group a section."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Iterator

from assesslib.csvfile import BOM
from assesslib.documents.surveys.asked import (
    ABOUT,
    WHO,
    Option,
    cut,
    how_to_answer,
    one_line,
    options,
    rated,
    statement,
    title_of,
    warning,
)
from assesslib.framework import Framework

_COLUMNS = ("class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory",
            "other", "default", "same_default")  # fmt: skip
_LANGUAGE = "en"
_SETTINGS = {
    "language": _LANGUAGE,
    "format": "G",
    "anonymized": "N",
    "assessments": "N",
    "datestamp": "Y",
    "savetimings": "N",
    "ipaddr": "N",
    "refurl": "N",
    "usecookie": "N",
    "allowprev": "Y",
    "allowsave": "Y",
    "allowregister": "N",
    "alloweditaftercompletion": "N",
    "autoredirect": "N",
    "listpublic": "N",
    "printanswers": "N",
    "publicstatistics": "N",
    "showwelcome": "Y",
    "showprogress": "Y",
    "shownoanswer": "N",
    "showgroupinfo": "B",
    "showqnumcode": "X",
    "showxquestions": "N",
}
"""A page a section, no scores, no numbers beside the ids; when each was sent, since of two answers the last counts."""
_SHORT_TEXT, _LIST_WITH_COMMENT = "S", "O"
_NAME, _TITLE, _CODE = 100, 200, 20
"""Characters that the name of a group, the title of a survey and the code of a question may have."""
_SPELLED = {".": "x", "-": "y", "x": "zx", "y": "zy", "z": "zz", "X": "zX", "Y": "zY", "Z": "zZ"}
_STATES = {"dont_know": "DK", "not_applicable": "NA"}
_BRACES = {"{": "&#123;", "}": "&#125;"}


def as_limesurvey(framework: Framework) -> bytes:
    """The questionnaire of a framework as text that LimeSurvey imports as a new survey; equal ones for equal content.

    Each item is a list of the levels with room for a comment, so that an export has one column for its level and one
    for the comment, headed by its id and wording. All wording is escaped: LimeSurvey shows it as a web page, and would
    fill in what stands in braces.

    Source: LimeSurvey Manual, "Tab Separated Value survey structure" (classes, columns), and what LimeSurvey itself
    does on import (no quotes are needed where no text holds a tab, a line end or a quote; it guesses the encoding from
    the first thousand bytes, which is why these hold plain letters only).

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> as_limesurvey(load_framework("cdrp-dat-partnership")).decode("utf-8-sig").split("\\t")[:3]
    ['class', 'type/scale', 'name']
    """
    rows = (dict(zip(_COLUMNS, _COLUMNS, strict=True)), *_rows(framework))
    lines = ("\t".join(row.get(column, "") for column in _COLUMNS) for row in rows)
    return (BOM + "\n".join(lines) + "\n").encode("utf-8")


def _rows(framework: Framework) -> Iterator[dict[str, str]]:
    yield from (_row("S", name=name, text=value) for name, value in _SETTINGS.items())
    yield _own("surveyls_welcometext", _paragraphs(how_to_answer(framework, comments=True), warning(framework)))
    yield _row("G", name=ABOUT, language=_LANGUAGE)
    yield from (_question(_SHORT_TEXT, field.name, field.text, field.required) for field in WHO)
    codes = codes_of(item.id for item in framework.items)
    answers = tuple(_answers(framework))
    for section in rated(framework):
        yield _row("G", name=_plain(title_of(section), _NAME), text=_escaped(one_line(section.intro)),
                   language=_LANGUAGE)  # fmt: skip
        for item in section.items:
            yield _question(_LIST_WITH_COMMENT, codes[item.id], statement(item))
            yield from answers
    yield _own("surveyls_title", _plain(one_line(framework.title), _TITLE))


def _row(kind: str, **cells: str) -> dict[str, str]:
    return {"class": kind, **cells}


def _own(name: str, text: str) -> dict[str, str]:
    return _row("SL", name=name, text=text, language=_LANGUAGE)


def _question(kind: str, code: str, text: str, required: bool = False) -> dict[str, str]:
    said = {"name": code, "relevance": "1", "text": _escaped(text), "language": _LANGUAGE}
    return _row("Q", **{"type/scale": kind}, **said, mandatory="Y" if required else "N", other="N")


def _answers(framework: Framework) -> Iterator[dict[str, str]]:
    for option, code in zip(options(framework), answer_codes(framework), strict=True):
        yield _row("A", **{"type/scale": "0"}, name=code, text=_escaped(option.label), language=_LANGUAGE)


def answer_codes(framework: Framework) -> tuple[str, ...]:
    """The codes of the answers: those of the levels, then two that no level has; none is longer than five characters.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> answer_codes(load_framework("cdrp-dat-partnership"))
    ('G', 'W', 'S', 'D', 'DK', 'NA')
    """
    taken = {code.casefold() for code in framework.codes}
    return tuple(option.code or _free(option, taken) for option in options(framework))


def _free(option: Option, taken: Collection[str]) -> str:
    """The code of an answer that is no level; a digit, which no level has, where a level has that code."""
    code = _STATES[option.state]
    return f"{code}1" if code.casefold() in taken else code


def codes_of(ids: Iterable[str]) -> dict[str, str]:
    """By id the code of its question, which LimeSurvey wants of letters and digits, a letter first, at most twenty.

    A code is ``Q`` with the id: a dot is x in it, a hyphen y; an x, y or z of the id has a z before it. Where that is
    too long or, capitals aside, another item's, the code is ``N`` with the place of the item.

    Examples
    --------
    >>> codes_of(["1.1", "1.10", "A-x", "a-x", "preparing-the-ground-1"])
    {'1.1': 'Q1x1', '1.10': 'Q1x10', 'A-x': 'QAyzx', 'a-x': 'N4', 'preparing-the-ground-1': 'N5'}
    """
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for place, id in enumerate(ids, 1):
        spelled = "Q" + "".join(_SPELLED.get(letter, letter) for letter in id)
        fits = len(spelled) <= _CODE and spelled.casefold() not in taken
        codes[id] = spelled if fits else f"N{place}"
        taken.add(codes[id].casefold())
    return codes


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{_escaped(text)}</p>" for text in texts if text)


def _escaped(text: str) -> str:
    """A text as a web page shows it, in plain letters: nothing in it is markup, a quote or to be filled in."""
    return _braced(html.escape(text)).encode("ascii", "xmlcharrefreplace").decode()


def _plain(text: str, most: int) -> str:
    """A short text that is shown in lists too, so only what could be taken for markup is escaped."""
    for length in range(most, 0, -1):
        said = _braced(html.escape(cut(text, length)))
        if len(said) <= most:
            return said
    return ""


def _braced(text: str) -> str:
    for brace, number in _BRACES.items():
        text = text.replace(brace, number)
    return text
