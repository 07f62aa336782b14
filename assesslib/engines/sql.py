"""Every query of counting, as text with named parts; what an engine writes in its own way comes from the `Engine`."""

from collections.abc import Iterable, Mapping, Sequence

from assesslib.engines.base import Engine

WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""What `str.strip` removes."""
BITS = 62
"""How many items are looked after by one whole number of 64 bits."""

GROUPED = """
SELECT {texts}, ratings_here FROM (
    SELECT {columns}, count(*) AS ratings_here FROM ({rows}) AS said GROUP BY {columns}
) AS raw"""
WORDS = "SELECT {columns} FROM grouped GROUP BY {columns}"
BY_FILE = """
SELECT {file}, {columns}, count(*) FROM (SELECT {file}, {texts} FROM ({rows}) AS said) AS had
JOIN ({wanted}) AS wanted ON {same} GROUP BY {file}, {columns}"""
FILES = "SELECT {file}, count(*) FROM ({rows}) AS said GROUP BY {file}"
WHOLE = "SELECT {by}, words.answer AS answer, ratings_here FROM grouped JOIN words ON {same} WHERE {counted}"
FACETS = """
SELECT {columns}, words.*, place FROM (
    SELECT {texts}, {place} AS place FROM ({rows}) AS said WHERE {facet} <> ''
) AS had JOIN words ON {same}"""
SPLIT = "CASE WHEN max(CASE WHEN word_state = 'split' THEN 1 ELSE 0 END) = 1 THEN 'split' ELSE {else_} END"
ANSWERS = """
SELECT {by}, {answer} AS answer, 1 AS ratings_here FROM facets WHERE {counted}
GROUP BY of_assessment, of_member, word_item, word_round"""
COUNTED = "SELECT {by}, {sums} FROM ({answers}) AS answers GROUP BY {by}"
DOUBTFUL = """
SELECT assessment_, member_, round_, facet_ FROM ({keyed}) AS keyed
GROUP BY assessment_, member_, round_, facet_ HAVING {bits} <> count(*) OR member_ = ''"""
KEYED = """
SELECT {key}, items.* FROM (SELECT {columns} FROM ({rows}) AS said) AS had JOIN items ON raw_item = {item}"""
REPEATED = """
SELECT file_, count(*), min(member_), min_by(item_, member_), min_by(round_, member_) FROM (
    SELECT keyed.*, row_number() OVER (PARTITION BY keyed.assessment_, keyed.member_, keyed.round_, keyed.facet_, item_
                                       ORDER BY file_) AS turn
    FROM ({keyed}) AS keyed JOIN doubtful ON {same}
) AS turns WHERE turn > 1 GROUP BY file_ ORDER BY file_"""
MIXED = """
SELECT file_, count(*), min(keyed.member_), min_by(item_, keyed.member_), min_by(keyed.round_, keyed.member_)
FROM ({keyed}) AS keyed JOIN (
    SELECT DISTINCT of_assessment, of_member, word_item, word_round FROM facets
) AS split ON of_assessment = assessment_ AND of_member = member_ AND word_item = item_ AND word_round = round_
WHERE facet_ = '' GROUP BY file_ ORDER BY file_"""
SAID = """
SELECT sides.pair AS of_pair, sides.later AS later, had.member AS of_member, words.word_item AS of_item,
       words.answer AS answer, {own}
FROM (SELECT {texts} FROM ({rows}) AS said) AS had JOIN words ON {same} JOIN sides ON had.assessment = sides.named
WHERE words.word_state = 'rated' AND words.word_facet = '' AND words.word_round = '1'"""
MOVES = """
SELECT {by}, level_then, level_now, count(*) FROM (
    SELECT {own}, {then} AS level_then, {now} AS level_now FROM ({said}) AS answers GROUP BY of_pair, of_member, of_item
) AS members WHERE level_then IS NOT NULL AND level_now IS NOT NULL GROUP BY {by}, level_then, level_now"""
OF_SIDE = "max(CASE WHEN later = {later} THEN {column} END)"
NAMELESS = "SELECT {file}, count(*) FROM ({rows}) AS said WHERE {member} = '' GROUP BY {file} ORDER BY {file}"


def listing(parts: Iterable[str]) -> str:
    """Parts of a query with commas between them."""
    return ", ".join(parts)


def both(conditions: Iterable[str]) -> str:
    """Conditions that must all hold."""
    return " AND ".join(conditions) or "1 = 1"


def text_of(engine: Engine, column: str) -> str:
    """A column as text, empty where it is missing."""
    return f"coalesce(CAST({engine.name(column)} AS STRING), '')"


def trimmed(engine: Engine, column: str) -> str:
    """A column as text without white space round it."""
    return f"trim(BOTH {engine.text(WHITE)} FROM {text_of(engine, column)})"


def texts(engine: Engine, columns: Iterable[str]) -> str:
    """Columns as texts under their own names; a member trimmed, as when it is read elsewhere."""
    shown = ((trimmed if column == "member" else text_of)(engine, column) for column in columns)
    return listing(f"{text} AS {engine.name(column)}" for text, column in zip(shown, columns, strict=True))


def renamed(engine: Engine, column: str, names: Mapping[str, str]) -> str:
    """A column as text, with other words for some of its words."""
    text = text_of(engine, column)
    cases = " ".join(f"WHEN {engine.text(old)} THEN {engine.text(new)}" for old, new in names.items() if old != new)
    return f"CASE {text} {cases} ELSE {text} END" if cases else text


def table(engine: Engine, columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Rows of texts and whole numbers as a query."""
    lines = (listing(str(cell) if isinstance(cell, int) else engine.text(cell) for cell in row) for row in rows)
    named = listing(map(engine.name, columns))
    return f"SELECT * FROM (VALUES {listing(f'({line})' for line in lines)}) AS listed({named})"


def sums(engine: Engine, answers: Sequence[str]) -> str:
    """How often each answer was given: columns ``count_0``, ``count_1`` and so on."""
    return listing(
        f"CAST(sum(CASE WHEN answer = {engine.text(answer)} THEN ratings_here ELSE 0 END) AS BIGINT) AS count_{place}"
        for place, answer in enumerate(answers)
    )
