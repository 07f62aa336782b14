"""The sheets of an XLSForm as rows by their columns, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault
from assesslib.readers.instruments.records import Spot, Wishes
from assesslib.readers.instruments.tables import Row, rows_of
from assesslib.readers.records import RawSheet

_LABEL = re.compile(r"label\s*(?:::?\s*(.*))?", re.IGNORECASE | re.DOTALL)
_TWO_LETTERS = re.compile(r"(.*?)\s*\(\s*([A-Za-z-]{2,8})\s*\)\s*")
SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
_ALSO = {"columns": CHOICES, "choice": CHOICES, "setting": SETTINGS}
NO_LANGUAGE = "default"


@dataclass(frozen=True)
class Line:
    """A row of a sheet: where it stands, its cells by column in small letters, its labels by language."""

    spot: Spot
    cells: Mapping[str, str]
    labels: Mapping[str, str]
    said: str

    def get(self, *columns: str) -> str:
        """The first text in any of some columns."""
        return next((self.cells[column] for column in columns if self.cells.get(column)), "")

    @property
    def disabled(self) -> bool:
        """Whether the form says that the row is not used."""
        return self.get("disabled").lower() in ("yes", "true", "true()", "x")

    @property
    def heads_table(self) -> bool:
        """Whether a question only shows the answers above a table of others."""
        return "label" in self.get("appearance").lower().split()

    def label(self, language: str) -> str:
        """Its wording in a language, else in the first that has one."""
        return self.labels.get(language) or next(filter(None, self.labels.values()), "")


@dataclass(frozen=True)
class Form:
    """The three sheets, the language that is read, and what was wrong with them."""

    survey: tuple[Line, ...]
    choices: tuple[Line, ...]
    settings: tuple[Line, ...]
    language: str = ""
    faults: tuple[Fault, ...] = ()


def is_xlsform(sheets: Sequence[RawSheet]) -> bool:
    """Whether one of the sheets is the survey of an XLSForm, by its columns ``type`` and ``name`` or ``label``."""
    return any(_is_survey(sheet) for sheet in sheets)


def _is_survey(sheet: RawSheet) -> bool:
    names = [column_name(text) for text in sheet.row(0)]
    types = sheet.cells[names.index("type")].iloc[1:] if "type" in names else ()
    known = any(re.match(r"(begin|end|select|text|note|score)[\s_]?", text.strip().lower()) for text in types)
    return known and (sheet.name.strip().lower() == SURVEY or "name" in names)


def column_name(text: str) -> str:
    """A heading as it is compared.

    Examples
    --------
    >>> column_name("List Name"), column_name("Label :: English (en)")
    ('list_name', 'label::english (en)')
    """
    flat = re.sub(r"\s*::?\s*(?=\S)", "::", text.strip().lower(), count=1)
    return flat if "::" in flat else re.sub(r"[\s]+", "_", flat)


def read_form(sheets: Sequence[RawSheet], wishes: Wishes) -> Form:
    """The sheets of a form by their names; the survey also by its columns."""
    named = {sheet.name.strip().lower(): sheet for sheet in reversed(sheets)}
    named = {_ALSO.get(name, name): sheet for name, sheet in named.items()}
    survey = named.get(SURVEY) or next(sheet for sheet in sheets if _is_survey(sheet))
    lines, choices, settings = (
        _lines(sheet) if sheet is not None else () for sheet in (survey, named.get(CHOICES), named.get(SETTINGS))
    )
    language, faults = _language(lines, settings, wishes)
    return Form(lines, choices, settings, language, (*faults, *_untranslated(lines, language)))


def _lines(sheet: RawSheet) -> tuple[Line, ...]:
    head, *rows = rows_of(sheet) or [None]
    if head is None:
        return ()
    names = [column_name(cell) for cell in head.cells]
    languages = {at: _spoken(cell) for at, cell in enumerate(head.cells) if _LABEL.fullmatch(cell.strip())}
    return tuple(_line(row, names, languages) for row in rows)


def _spoken(heading: str) -> str:
    return (_LABEL.fullmatch(heading.strip())[1] or "").strip() or NO_LANGUAGE


def _line(row: Row, names: Sequence[str], languages: Mapping[int, str]) -> Line:
    cells = {name: row.cell(at) for at, name in reversed(list(enumerate(names))) if name}
    return Line(row.spot, cells, {language: row.cell(at) for at, language in languages.items()}, row.said)


def _language(lines: Sequence[Line], settings: Sequence[Line], wishes: Wishes) -> tuple[str, tuple[Fault, ...]]:
    """The language that is wished, or the form's own; where several are there and neither is said, a question."""
    there = tuple(dict.fromkeys(language for line in lines for language, text in line.labels.items() if text))
    own = settings[0].get("default_language") if settings else ""
    for said in (wishes.language, own, NO_LANGUAGE):
        found = next((language for language in there if said and _same(said, language)), None)
        if found:
            return found, ()
        if said == wishes.language != "":
            spot = lines[0].spot
            fault = spot.fault("is not a language of the form", value=said, allowed=there, do="Name one of these.")
            return "", (fault,)
    if len(there) < 2:
        return (there or ("",))[0], ()
    fault = Fault("The form is worded in several languages", lines[0].spot.file, allowed=there,
                  do=f'Say which is read, e.g. --language "{there[0]}".')  # fmt: skip
    return there[0], (fault,)


def _same(said: str, language: str) -> bool:
    """Whether two texts name one language, one of them perhaps only by its name or only by its letters."""
    return bool(_names(said) & _names(language))


def _names(language: str) -> set[str]:
    parts = _TWO_LETTERS.fullmatch(language)
    return {part.casefold() for part in ((language, *parts.groups()) if parts else (language,)) if part}


def _untranslated(lines: Sequence[Line], language: str) -> Iterator[Fault]:
    for line in lines:
        other = line.label(language)
        if other and not line.labels.get(language):
            what = f"has no wording in {language}; that in another language was taken"
            yield line.spot.fault(what, value=other, do="Write it in the form, or in the framework.", handled=True)
