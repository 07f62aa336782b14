"""The page on writing a framework is true: its example works, and its glossaries are complete."""

import re

from assesslib.framework import load_framework
from assesslib.framework.check import check_framework, schema, shared_themes
from assesslib.places import shipped


def readme():
    return (shipped("frameworks") / "README.md").read_text(encoding="utf-8")


def test_the_example_is_good_and_loads(tmp_path):
    path = tmp_path / "my-framework.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", readme(), re.DOTALL)[1], encoding="utf-8")
    assert check_framework(path) == ()
    assert repr(load_framework(path)) == ("Framework my-framework 1: 3 statements in 2 sections, levels a to c")


def keys(part, path=()):
    """Every key of the schema as a dotted path, and whether it is needed."""
    part = schema()["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    for key, inner in part.get("properties", {}).items():
        yield ".".join((*path, key)), key in part.get("required", ())
        yield from keys(inner, (*path, key))
    if "items" in part:
        yield from keys(part["items"], path)


def test_every_key_of_the_schema_stands_in_the_glossary():
    rows = re.findall(r"^\| `([a-z_.]+)` \| .+ \| (yes|no) \| `.+` \|$", readme(), re.MULTILINE)
    assert sorted((key, needed == "yes") for key, needed in rows) == sorted(keys(schema()))


def test_the_shared_themes_are_listed_as_they_are():
    rows = re.findall(r"^\| `([a-z]+)` \| ([^|]+) \| ([^|]+) \|$", readme(), re.MULTILINE)
    assert rows == [(theme["id"], theme["title"], theme["about"]) for theme in shared_themes()]
