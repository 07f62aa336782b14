"""The line of a TOML file on which each of its keys stands, and how a key path is said."""

import re
from collections import Counter, deque
from collections.abc import Iterator

_TOKEN = re.compile(
    r'''
      (?P<quoted>"""(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<comment>\#[^\n]*)
    | (?P<plain>[\n\[\]{}=,.] | [\w+:-]+)
    ''',
    re.VERBOSE | re.DOTALL,
)
_ENDS = {"\n", ",", "]", "}"}

KeyPath = tuple[str | int, ...]


def spoken(path: KeyPath) -> str:
    """A key path in words; lists are counted from 1.

    Examples
    --------
    >>> spoken(("sections", 1, "items", 4, "themes"))
    'sections[2].items[5].themes'
    """
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a key path, or of the nearest thing it stands in; None where nothing is known.

    Examples
    --------
    >>> line_of(locate('id = "x"\\n[[levels]]\\ncode = "a"\\n'), ("levels", 0, "label"))
    2
    """
    known = (lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines)
    return next(known, None)


def locate(text: str) -> dict[KeyPath, int]:
    """The line of every key, table and list element of a valid TOML text; lists are counted from 0 here.

    Examples
    --------
    >>> locate('id = "x"\\n[[levels]]\\ncode = "a"\\n')
    {('id',): 1, ('levels',): 2, ('levels', 0): 2, ('levels', 0, 'code'): 3}
    """
    lines: dict[KeyPath, int] = {}
    for path, line in _statements(_tokens(text)):
        lines.setdefault(path, line)
    return lines


def _tokens(text: str) -> deque[tuple[str, int]]:
    found, line, done = deque(), 1, 0
    for token in _TOKEN.finditer(text):
        line, done = line + text.count("\n", done, token.start()), token.start()
        if token.lastgroup != "comment":
            found.append((token[0], line))
    return found


def _statements(tokens: deque) -> Iterator[tuple[KeyPath, int]]:
    table, counts = (), Counter()
    while tokens:
        word, line = tokens[0]
        if word == "\n":
            tokens.popleft()
        elif word == "[":
            table = _header(tokens, counts)
            yield from ((table[:end], line) for end in range(1, len(table) + 1))
        else:
            yield from _pair(tokens, table)


def _header(tokens: deque, counts: Counter) -> KeyPath:
    """The table that a ``[table]`` or ``[[table]]`` line opens; ``counts`` remembers how many there were of each."""
    repeated = tokens[1][0] == "["
    *parents, last = _key(tokens, "\n")
    path: KeyPath = ()
    for key in parents:
        path = (*path, key)
        path = (*path, counts[path] - 1) if path in counts else path
    path = (*path, last)
    counts.update([path] * repeated)
    return (*path, counts[path] - 1) if repeated else path


def _key(tokens: deque, end: str) -> tuple[str, ...]:
    words = []
    while tokens and tokens[0][0] != end:
        words.append(tokens.popleft()[0])
    return tuple(word.strip("\"'") for word in words if word not in "[].")


def _pair(tokens: deque, table: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    line, path = tokens[0][1], (*table, *_key(tokens, "="))
    tokens.popleft()
    yield path, line
    yield from _value(tokens, path)


def _value(tokens: deque, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    opening = tokens[0][0]
    if opening == "[":
        yield from _elements(tokens, path)
    elif opening == "{":
        yield from _inline_table(tokens, path)
    else:
        while tokens and tokens[0][0] not in _ENDS:
            tokens.popleft()


def _elements(tokens: deque, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    tokens.popleft()
    index = 0
    while tokens[0][0] != "]":
        if tokens[0][0] in ("\n", ","):
            tokens.popleft()
            continue
        yield (*path, index), tokens[0][1]
        yield from _value(tokens, (*path, index))
        index += 1
    tokens.popleft()


def _inline_table(tokens: deque, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    tokens.popleft()
    while tokens[0][0] != "}":
        if tokens[0][0] == ",":
            tokens.popleft()
        else:
            yield from _pair(tokens, path)
    tokens.popleft()
