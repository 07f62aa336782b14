"""The lines of the keys of a TOML file."""

import tomllib

import pytest

from assesslib.places import shipped
from assesslib.toml_lines import line_of, locate

AWKWARD = '''\
a.b = 1.5
x = [[1, 2],  # a "remark" with [brackets]
  [3]]
s = """
k = "no"
[[not]]
"""
"q = k" = {a = 1, b.c = [{d = 1}, {d = "},]"}]}
d = 1979-05-27 07:32:00.5
[t.u]
v = \'\'\'it's # one\'\'\'
[[t.w]]
z = 'a"b'
[[t.w]]
[t.w.y]
m = """x"""""
'''


def paths(node, path=()):
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in parts:
        yield (*path, key)
        yield from paths(part, (*path, key))


def test_lines_of_awkward_toml():
    lines = locate(AWKWARD)
    assert set(paths(tomllib.loads(AWKWARD))) - set(lines) == {("a",), ("q = k", "b")}
    assert set(lines) <= set(paths(tomllib.loads(AWKWARD)))
    found = [("x", 1), ("q = k", "b", "c", 1, "d"), ("d",), ("t", "u", "v"), ("t", "w", 1), ("t", "w", 1, "y", "m")]
    assert [lines[path] for path in found] == [3, 8, 9, 11, 14, 16]


@pytest.mark.parametrize("name", ["csit-collaborative-working", "cdrp-dat-partnership"])
def test_lines_of_a_whole_framework(name):
    text = (shipped("frameworks") / f"{name}.toml").read_text(encoding="utf-8")
    lines = locate(text)
    assert set(lines) == set(paths(tomllib.loads(text)))
    assert all(str(path[-1]) in text.split("\n")[line - 1] for path, line in lines.items() if isinstance(path[-1], str))


def test_a_path_that_is_not_there_has_the_line_of_what_it_stands_in():
    lines = locate("[a]\nb = 1\n[[c]]\n")
    assert [line_of(lines, path) for path in [("a", "b"), ("a", "x"), ("c", 0, "x", 1), ("z",), ()]] == [
        2,
        1,
        3,
        None,
        None,
    ]
