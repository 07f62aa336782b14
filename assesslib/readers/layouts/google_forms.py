"""The export of Google Forms: a row a response, a grid's rows as ``Question [Row]``; as CSV or from its spreadsheet."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts import limesurvey
from assesslib.readers.layouts._again import without_again
from assesslib.readers.layouts._exports import asked, closed, header_place, joined, key, keys, respond, roles_in, tidy
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._naming import facet_called
from assesslib.readers.records import DROPPED, Heading, RawSheet, Responses, letter

NAME, TITLE = "google-forms", "Google Forms"
_OWN = keys({
    "submitted": ("Timestamp", "Zeitstempel", "Horodateur", "Horodatage", "Marca temporal", "Marca de tiempo",
                  "Tijdstempel", "Stamp amser", "Stampamser", "Informazioni cronologiche", "Carimbo de data/hora",
                  "Data/hora", "Sygnatura czasowa", "Tidstämpel", "Tidsstempel", "Tidsstempling", "Aikaleima",
                  "Marca de temps", "Časová značka", "Časová pečiatka", "Időbélyeg", "Zaman damgası",
                  "Χρονική σήμανση", "Отметка времени", "Позначка часу", "タイムスタンプ", "时间戳记", "타임스탬프"),
    "email": ("Email Address", "Email", "Username", "E-Mail-Adresse", "Nutzername", "Adresse e-mail",
              "Nom d’utilisateur", "Dirección de correo electrónico", "Correo electrónico", "Nombre de usuario",
              "E-mailadres", "Gebruikersnaam", "Cyfeiriad e-bost", "Enw defnyddiwr", "Indirizzo email",
              "Indirizzo e-mail", "Nome utente", "Endereço de e-mail", "Nome de usuário", "Nome de utilizador",
              "Adres e-mail", "Nazwa użytkownika", "E-postadress", "Användarnamn"),
    "points": ("Score", "Total score", "Punktzahl", "Gesamtpunktzahl", "Punkte", "Note totale", "Puntuación",
               "Puntuación total", "Totaalscore", "Sgôr", "Punteggio", "Pontuação", "Wynik", "Poäng", "Resultat"),
    "link": ("Form Response Edit URL", "Edit response URL", "Response edit link", "Edit link"),
})  # fmt: skip
_USES = {
    "submitted": ("submitted", ""),
    "email": ("email", ""),
    "points": (DROPPED, "the points of a quiz"),
    "link": (DROPPED, "the link by which the response can be changed"),
}
_QUIZ = re.compile(r"(.*\S)\s*\[(score|feedback|punkt\w*|points?|puntuación|punteggio|pontuação|comentarios)\]\s*",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_TIME = r"\D{0,5}\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\D.*\d{1,2}[:.h]\d\d.*|\d{5}(?:\.\d+)?"
_SOME = 50
"""Rows that are looked at to tell whether a column holds times."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a sheet has a time of submission as Google Forms heads it, in any of its languages, or its grids."""
    top = header_place(sheet, _is_header)
    if top is None:
        return False
    # LimeSurvey writes the rows of a grid alike, beside columns that only it has.
    return _holds_times(sheet, top) or (_has_grid(sheet.row(top)) and not limesurvey.recognises(sheet, framework))


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Who answered and under which statements, from an export of Google Forms.

    A question that stands twice, because the form was changed while it was answered, is read as one where no response
    fills both columns.
    """
    top = header_place(sheet, _is_header) or 0
    texts = sheet.row(top)
    cells, told = without_again(sheet.cells.iloc[top + 1 :], texts, sheet.place)
    roles, again = _roles(texts), _again(texts, cells)
    moved = {later: first for first, places in again.items() for later in places[1:]}
    headings = _headings(texts, roles, moved, framework)
    cells, feet = without_feet(cells, headings, sheet.place)
    return respond(NAME, headings, joined(cells, again), own=roles, faults=(*told, *feet))


def _is_header(texts: Sequence[str]) -> bool:
    return "submitted" in _roles(texts).values() or _has_grid(texts)


def _roles(texts: Sequence[str]) -> dict[int, str]:
    return roles_in(texts, lambda text: _OWN.get(key(text), ""))


def _holds_times(sheet: RawSheet, top: int) -> bool:
    """Whether what stands under the time of submission are times, as far as anything does."""
    times = [at for at, role in _roles(sheet.row(top)).items() if role == "submitted"]
    return bool(times) and sheet.cells[times[0]].iloc[top + 1 : top + 1 + _SOME].str.fullmatch(f"{_TIME}|\\s*").all()


def _has_grid(texts: Sequence[str]) -> bool:
    """Whether a row has two rows of one grid; people take the time of submission out to keep responses anonymous."""
    rows = {grid for text in texts if (grid := grid_of(text))[0] and not grid[0].endswith(".")}
    grids = Counter(question for question, _ in rows)
    return any(n > 1 for n in grids.values())


def grid_of(heading: str) -> tuple[str, str]:
    """The question and the row of a heading such as ``Question [Row]``; no row where it is none.

    Examples
    --------
    >>> grid_of("How far [in 2026]? [Partners trust each other [all of them]]")
    ('How far [in 2026]?', 'Partners trust each other [all of them]')
    >>> grid_of("Leadership [1.1 The partnership is effectively…")
    ('Leadership', '1.1 The partnership is effectively…')
    >>> grid_of("G01[SQ001]")
    ('', '')
    """
    text = closed(heading.rstrip())
    depth = 0
    for at in range(len(text) - 1, 0, -1) if text.endswith("]") else ():
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth == 0:
            question = text[:at].rstrip()
            return (question, text[at + 1 : -1].strip()) if question != text[:at] else ("", "")
    return "", ""


def _again(texts: Sequence[str], cells: pd.DataFrame) -> dict[int, tuple[int, ...]]:
    """Columns with the same heading of which no response fills two: the form was changed while it was answered."""
    alike: dict[str, tuple[int, ...]] = {}
    for at, text in enumerate(texts):
        alike |= {tidy(text): (*alike.get(tidy(text), ()), at)}
    return {places[0]: places for text, places in alike.items() if text and len(places) > 1 and _apart(cells, places)}


def _apart(cells: pd.DataFrame, places: Sequence[int]) -> bool:
    return (cells[list(places)] != "").sum(axis=1).max() <= 1 if len(cells) else False


def _headings(texts: Sequence[str], roles: Mapping[int, str], moved: Mapping[int, int],
              framework: Framework) -> list[Heading]:  # fmt: skip
    grids = [grid_of(tidy(text)) for text in texts]
    shared = Counter(question for question, _ in grids)
    known = frozenset(map(tidy, texts))
    return [
        _merged(at, text, moved[at]) if at in moved
        else _heading(at, text, roles.get(at, ""), _with_facet(grids[at], framework), shared[grids[at][0]] == 1, known)
        for at, text in enumerate(texts)
    ]  # fmt: skip


def _with_facet(grid: tuple[str, str], framework: Framework) -> tuple[str, str]:
    """A question and its row, the row with the facet that the question is the name of."""
    question, row = grid
    facet = facet_called(question, framework)
    return (question, f"{row} [{facet}]") if facet and row else grid


def _merged(at: int, text: str, first: int) -> Heading:
    return Heading(
        at, text, use=DROPPED, why=f"the same question again: its answers are read in column {letter(first)}"
    )


def _heading(at: int, text: str, role: str, grid: tuple[str, str], alone: bool, known: frozenset[str]) -> Heading:
    if role:
        use, why = _USES[role]
        return Heading(at, text, use=use, why=why)
    if (beside := _QUIZ.fullmatch(text)) and tidy(beside[1]) in known:
        return Heading(at, text, use=DROPPED, why="the points or the feedback of a quiz")
    question, row = grid
    # A question that several rows share is none of the items.
    return asked(at, text, (row, question) if row and alone else (row,) if row else (tidy(text),), question)
