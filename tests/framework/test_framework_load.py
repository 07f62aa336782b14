"""A framework as loaded: its records, its table, and what is said where there is none."""

import subprocess
import sys

import pytest

from assesslib.faults import FaultsError
from assesslib.framework import (
    Item,
    Level,
    Passage,
    Question,
    Section,
    Theme,
    list_frameworks,
    load_framework,
    load_themes,
)
from assesslib.framework import load as module
from assesslib.places import shipped

SMALL = """
id = "small"
title = "Small"
version = "1"
item_term = "statement"
levels = [{code = "x", label = "No"}, {code = "y", label = "Yes"}]
[health_warning]
text = "Not a
    competition."
[[sections]]
id = "one"
title = "One"
[[sections.items]]
id = "1"
text = "First"
themes = ["people", "own"]
[[sections]]
id = "two"
title = "Two"
questions = [{id = "why", text = "Why?"}]
[[themes]]
id = "own"
title = "Own"
""".replace('"Not a\n    competition."', '"""Not a\n    competition."""')


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_records_of_a_small_framework(small):
    framework = load_framework(small)
    assert framework.levels == (Level("x", "No"), Level("y", "Yes"))
    assert framework.sections == (
        Section("one", "One", items=(Item("1", "First", ("people", "own"), "one"),)),
        Section("two", "Two", questions=(Question("why", "Why?"),)),
    )
    assert [section.rated for section in framework.sections] == [True, False]
    assert framework.health_warning == Passage(text=("Not a competition.",))
    assert (framework.method, framework.process, framework.signatories, framework.guidance) == (None,) * 4


def test_own_themes_stand_behind_the_shared_ones(small):
    assert load_framework(small).themes == (*load_themes(), Theme("own", "Own"))


def test_a_path_may_be_text(small):
    assert load_framework(str(small)) == load_framework(small)


def test_repr_counts_in_words(small):
    assert repr(load_framework(small)) == "Framework small 1: 1 statement in 1 section, levels x to y"
    assert (
        repr(load_framework("cdrp-dat-partnership"))
        == "Framework cdrp-dat-partnership 1: 20 standards in 5 sections, levels G to D"
    )


def test_term_is_singular_for_one_only():
    framework = load_framework("csit-collaborative-working")
    assert [framework.term(n) for n in (0, 1, 2)] == ["key features", "key feature", "key features"]
    assert framework.term() == "key feature"


def test_table_has_one_row_an_item_in_order():
    table = load_framework("cdrp-dat-partnership").table()
    assert list(table.columns) == ["section", "section_title", "item", "text", "themes"]
    assert table["item"].tolist()[4:7] == ["1.5", "2.1", "2.2"]
    assert table.loc[5, ["section", "section_title"]].tolist() == ["audit-strategies", "Audit and Strategies"]
    assert table.loc[5, "themes"] == ("strategy", "performance", "community")


def test_item_and_section_by_id():
    framework = load_framework("csit-collaborative-working")
    assert framework.item("35").section == "review"
    assert framework.section("review").title == "Review & improvement"


def test_unknown_section():
    with pytest.raises(FaultsError) as caught:
        load_framework("cdrp-dat-partnership").section("people")
    assert str(caught.value) == (
        "“people” is not a section of cdrp-dat-partnership 1. "
        "Allowed: leadership, audit-strategies, people-partners, resources, processes; nearest: people-partners."
    )


def test_unknown_item(small):
    with pytest.raises(ValueError, match="^“9” is not a statement of small 1. Allowed: 1; nearest: 1.$"):
        load_framework(small).item("9")


def test_unknown_framework():
    with pytest.raises(FaultsError) as caught:
        load_framework("csit-colaborative")
    assert str(caught.value) == (
        "“csit-colaborative” is not a shipped framework and not a file. "
        "Allowed: cdrp-dat-partnership, csit-collaborative-working; nearest: csit-collaborative-working."
    )


def test_every_fault_of_a_file_is_raised_at_once(small):
    small.write_text(SMALL.replace('"people"', '"peple"').replace('version = "1"\n', ""), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_framework(small)
    assert [(fault.line, fault.value) for fault in caught.value.faults] == [(None, "version"), (15, "peple")]


def test_list_frameworks_of_a_folder(small):
    (small.parent / "notes.txt").write_text("", encoding="utf-8")
    assert list_frameworks(small.parent) == ["small"]
    assert list_frameworks(small.parent / "nowhere") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "1.1"\n', "", "“id” is missing from an item."),
        ('themes = ["leadership"]', 'themes = ["lead"]', "“lead” is not a theme."),
        ('label = "Gap identified"', "lable = 1", "“lable” is not a key of a level."),
        ('title = "Leadership"', "title = ", "this is not TOML: a value is missing or has no quotes round it."),
    ],
)
def test_a_shipped_framework_that_was_spoilt_is_reported_in_full(tmp_path, monkeypatch, old, new, said):
    text = (shipped("frameworks") / "cdrp-dat-partnership.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "spoilt.toml").write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(module, "shipped", lambda _: tmp_path)
    with pytest.raises(FaultsError) as caught:
        load_framework("spoilt")
    assert said in str(caught.value)


def test_import_is_light_and_a_shipped_framework_loads_without_the_schema_library():
    code = (
        "import sys; from assesslib.framework import load_framework; load_framework('cdrp-dat-partnership');"
        "print(sorted({'pandas', 'numpy', 'jsonschema'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
