"""Which row of a spreadsheet heads it, and what its columns hold."""

from collections.abc import Mapping, Sequence

from assesslib.readers.instruments.tables import Row
from assesslib.readers.who import plain

TEXT, REF, PART, SUBPART, SCALE, CODE, LABEL = "text", "ref", "part", "subpart", "scale", "code", "label"
_MOST_ABOVE = 40
_LONGEST_REF = 20
# The likelier a heading is to hold what it is listed under, the earlier it stands.
_SAID = {
    TEXT: ("statement", "key feature", "standard", "indicator", "criterion", "requirement", "question", "wording",
           "item text", "statement text", "question text", "text", "item wording", "feature", "competency", "practice",
           "element", "attribute", "control", "expectation", "measure", "outcome", "question statement",
           "assessment statement", "descriptor", "key features", "standards", "statements", "questions", "indicators",
           "criteria", "requirements", "features", "aussage", "frage", "kriterium", "énoncé", "affirmation",
           "afirmación", "pregunta", "stelling", "vraag", "datganiad", "description", "item", "items", "title",
           "name"),
    REF: ("ref", "reference", "ref no", "ref id", "reference number", "id", "item id", "item no", "item number",
          "item ref", "question no", "question number", "question id", "q no", "no", "nr", "number", "code", "item",
          "item code", "standard no", "standard number", "statement no", "statement number", "q", "num", "index",
          "indicator no", "criterion no", "requirement id", "requirement no", "nummer", "numéro", "n°", "n"),
    PART: ("section", "section title", "section name", "domain", "dimension", "category", "pillar", "chapter", "part",
           "group", "area", "heading", "topic", "module", "component", "aspect", "theme", "subject", "sections",
           "themes", "sektion", "abschnitt", "bereich", "rubrique", "domaine", "sección", "sectie", "adran"),
    SUBPART: ("subsection", "sub section", "subdomain", "sub domain", "subcategory", "sub category", "subtheme",
              "sub theme", "sub heading", "subheading"),
    SCALE: ("scale", "levels", "rating scale", "response options", "answer options", "answers", "options", "responses",
            "response scale", "possible answers", "level"),
}  # fmt: skip
_SCALE_SAID = {
    CODE: ("code", "level", "score", "value", "points", "letter", "rating", "no", "id", "number", "grade", "key"),
    LABEL: ("label", "wording", "meaning", "description", "definition", "text", "name", "level", "title", "answer",
            "statement", "descriptor", "scale", "levels", "rating"),
}  # fmt: skip
_SCALE_SHEETS = {
    "scale", "scales", "levels", "level", "rating scale", "ratings", "answers", "answer options", "response options",
    "options", "key", "likert", "legend", "response scale", "scoring", "rating", "lists",
}  # fmt: skip


def is_scale_sheet(name: str) -> bool:
    """Whether a sheet is called what people call the sheet of a scale.

    Examples
    --------
    >>> is_scale_sheet("Rating scale"), is_scale_sheet("Leadership")
    (True, False)
    """
    return plain(name) in _SCALE_SHEETS


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """By what it holds the column of each heading that is known; where two could, the likelier.

    Examples
    --------
    >>> columns_of(["Domain", "Item", "Statement", "Guidance"])
    {'text': 2, 'ref': 1, 'part': 0}
    """
    return _matched(cells, _SAID)


def scale_columns_of(cells: Sequence[str]) -> dict[str, int]:
    """The same of the heading row of a scale.

    Examples
    --------
    >>> scale_columns_of(["Level", "Description"])
    {'code': 0, 'label': 1}
    """
    return _matched(cells, _SCALE_SAID)


def _matched(cells: Sequence[str], known: Mapping[str, Sequence[str]]) -> dict[str, int]:
    said, found = [plain(cell.replace("_", " ")) for cell in cells], {}
    for use, names in known.items():
        free = (said.index(name) for name in names if name in said and said.index(name) not in found.values())
        column = next(free, None)
        found |= {} if column is None else {use: column}
    return found


def heading_row(rows: Sequence[Row]) -> tuple[int, dict[str, int]] | None:
    """The place of the row that heads a sheet of wordings, with what its columns hold; None where there is none.

    It is the one of the first that names the most columns, among them that of the wording.
    """
    found = [(place, columns_of(row.cells)) for place, row in enumerate(rows[:_MOST_ABOVE])]
    heads = [(place, columns) for place, columns in found if TEXT in columns and _only_names(rows[place], columns)]
    if not heads:
        return None
    place, columns = max(heads, key=lambda head: (len(head[1]), -head[0]))
    return place, _unless_worded(columns, rows[place + 1 :])


def _only_names(row: Row, columns: dict[str, int]) -> bool:
    """One known word among long texts, or among many others, is no heading."""
    return max(map(len, row.cells)) <= 80 and len(columns) * 4 >= sum(map(bool, row.cells))


def _unless_worded(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """A column “Item” beside a “Description” holds the numbers or the wordings: those are long."""
    texts = [row.cell(columns.get(REF)) for row in rows if row.cell(columns.get(REF))]
    if 2 * sum(len(text) > _LONGEST_REF and " " in text for text in texts) <= len(texts):
        return columns
    return {use: column for use, column in columns.items() if use != REF} | {TEXT: columns[REF]}


def is_library(rows: Sequence[Row]) -> bool:
    """Whether a sheet is part of a library of CISO Assistant before it was turned into YAML."""
    return any({"assessable", "depth"} <= {cell.lower() for cell in row.cells} for row in rows[:_MOST_ABOVE])
