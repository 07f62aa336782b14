"""Crosswalks as loaded and found, and the constructed example that comes with the project."""

import re
from collections import Counter

import pytest
from crosswalk_by_hand import crosswalk, framework

from assesslib.faults import FaultsError
from assesslib.framework import Crossing, Crosswalk, find_crosswalk, list_frameworks, load_crosswalk, load_framework
from assesslib.framework.check import check_framework
from assesslib.framework.crosswalk_check import check_crosswalk, is_crosswalk
from assesslib.places import shipped
from assesslib.toml_file import read_toml

CSIT = "csit-collaborative-working"
EXAMPLE = shipped("frameworks") / "crosswalks" / "example"
UNCONFIRMED = (
    "c.toml, line 5, confirmed: nobody has confirmed this crosswalk, so it is not used. "
    "Read every row, put right what is wrong, and write confirmed = true."
)


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Two versions of a framework, in files of the folder one is in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.toml").write_text(framework("1", {"1": "We meet."}), encoding="utf-8")
    (tmp_path / "new.toml").write_text(framework("2", {"1": "We do meet.", "2": "We eat."}), encoding="utf-8")
    return load_framework("old.toml"), load_framework("new.toml")


ROWS = (("reworded", "1", "1"), ("new", "", "2"))


def test_a_crosswalk_is_loaded_as_it_stands(tmp_path, two):
    text = crosswalk(*ROWS).replace("confirmed", 'about = "What\tchanged"\nconfirmed') + 'note = "Asked for"\n'
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    rows = (Crossing("reworded", ("1",), ("1",), ""), Crossing("new", (), ("2",), "Asked for"))
    assert load_crosswalk("c.toml") == Crosswalk("small", "1", "small", "2", "What changed", True, rows)


def test_a_side_without_items_may_be_left_out(tmp_path, two):
    (tmp_path / "c.toml").write_text(crosswalk(*ROWS).replace("before = []\n", ""), encoding="utf-8")
    assert load_crosswalk("c.toml").rows[1] == Crossing("new", (), ("2",))


def test_a_changed_scale_is_said_in_two_words(tmp_path, two):
    new = framework("2", {"1": "We meet."}, levels={"a": "No", "b": "Nearly"})
    (tmp_path / "new.toml").write_text(new, encoding="utf-8")
    (tmp_path / "c.toml").write_text(crosswalk(("scale_changed", "1", "1")), encoding="utf-8")
    assert load_crosswalk("c.toml").rows == (Crossing("scale changed", ("1",), ("1",)),)


def test_one_that_nobody_confirmed_is_refused(tmp_path, two):
    (tmp_path / "c.toml").write_text(crosswalk(*ROWS, confirmed="confirmed = false"), encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        load_crosswalk("c.toml")
    assert str(error.value) == UNCONFIRMED


def test_frameworks_whose_files_are_elsewhere_are_given(tmp_path, two):
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "c.toml").write_text(crosswalk(*ROWS), encoding="utf-8")
    with pytest.raises(FaultsError, match="neither shipped nor in a file beside this one"):
        load_crosswalk("apart/c.toml")
    assert len(load_crosswalk("apart/c.toml", two).rows) == 2


def test_a_crosswalk_is_found_by_the_ids_and_versions_in_it(tmp_path, two):
    (tmp_path / "walks" / "ours").mkdir(parents=True)
    (tmp_path / "walks" / "a.toml").write_text("not TOML", encoding="utf-8")
    (tmp_path / "walks" / "b.toml").write_text(crosswalk(*ROWS, new="3"), encoding="utf-8")
    (tmp_path / "walks" / "ours" / "c.toml").write_text(crosswalk(*ROWS), encoding="utf-8")
    before, after = two
    assert find_crosswalk(before, after, "walks") == load_crosswalk("walks/ours/c.toml", two)
    assert find_crosswalk(after, before, "walks") is None
    assert find_crosswalk(before, after) is None
    assert find_crosswalk(before, after, "nowhere") is None


def test_one_that_is_found_and_not_confirmed_is_refused(tmp_path, two):
    (tmp_path / "c.toml").write_text(crosswalk(*ROWS, confirmed="confirmed = false"), encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        find_crosswalk(*two, ".")
    assert str(error.value) == UNCONFIRMED


def test_nothing_that_ships_has_faults_and_no_example_is_offered_to_teams():
    paths = sorted((shipped("frameworks") / "crosswalks").rglob("*.toml"))
    walks = [path for path in paths if is_crosswalk(read_toml(path).data)]
    assert [path.name for path in walks] == ["from-3.7-to-3.8.toml", "from-3.8-to-3.9.toml"]
    assert [fault for path in walks for fault in check_crosswalk(path)] == []
    assert [fault for path in paths if path not in walks for fault in check_framework(path)] == []
    assert list_frameworks() == ["cdrp-dat-partnership", CSIT]


def version(number):
    return load_framework(EXAMPLE / f"{CSIT}-{number}.toml")


def test_the_example_is_found_and_has_every_kind():
    found = find_crosswalk(load_framework(CSIT), version("3.8"))
    kinds = {"reworded": 1, "split": 1, "merged": 1, "same": 1, "new": 1, "retired": 32}
    assert Counter(row.kind for row in found.rows) == kinds
    assert [(row.before, row.after) for row in found.rows[:5]] == [
        (("1",), ("1",)), (("2",), ("2a", "2b")), (("3", "4"), ("4a",)), (("5",), ("5",)), ((), ("5a",)),
    ]  # fmt: skip


def test_the_example_of_another_scale_compares_nothing():
    found = find_crosswalk(version("3.8"), version("3.9"))
    assert [row.kind for row in found.rows] == ["scale changed"] * 6
    assert version("3.8").items == version("3.9").items


def test_the_example_keeps_what_it_does_not_change_word_for_word():
    published, constructed = load_framework(CSIT), version("3.8")
    assert constructed.item("5") == published.item("5")
    assert constructed.levels == published.levels
    assert constructed.section("preparing").title == published.section("preparing").title


@pytest.mark.parametrize("path", sorted(EXAMPLE.iterdir()), ids=lambda path: path.name)
def test_whatever_is_constructed_says_so_where_it_is_read(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    data = read_toml(path).data
    assert "CONSTRUCTED" in first
    assert data.get("title", data.get("about")).startswith("Constructed example")
    assert data.get("source", "Constructed").startswith("Constructed")


def test_the_crosswalk_of_the_page_on_frameworks_is_good(tmp_path):
    page = (shipped("frameworks") / "README.md").read_text(encoding="utf-8")
    one, walk = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    changed = {"1": "Everyone who is invited knows.", "2a": "Two", "2b": "Too", "4": "Four"}
    levels = {level.code: level.label for level in _written(tmp_path / "one.toml", one).levels}
    _written(tmp_path / "two.toml", framework("2", changed, levels, "my-framework"))
    (tmp_path / "walk.toml").write_text(walk, encoding="utf-8")
    assert [row.kind for row in load_crosswalk(tmp_path / "walk.toml").rows] == ["reworded", "split", "retired", "new"]


def _written(path, text):
    path.write_text(text, encoding="utf-8")
    return load_framework(path)
