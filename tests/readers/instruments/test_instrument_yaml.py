"""YAML as texts with their lines: nothing of it runs, and nothing of it grows."""

import pytest

from assesslib.faults import FaultsError
from assesslib.readers.instruments.yaml_tree import MOST_BYTES, read_tree, tree_of


def fault(text):
    with pytest.raises(FaultsError) as error:
        tree_of(text.encode() if isinstance(text, str) else text, "a.yaml")
    return str(error.value)


def test_texts_stay_as_they_are_written():
    tree = tree_of(b"a: 1.10\nb: No\nc: null\nd: 'null'\ne: ~\nf: 012\ng: |\n  one\n  two\n", "a.yaml")
    assert [tree.text(key) for key in "abcdefg"] == ["1.10", "No", "", "null", "", "012", "one\ntwo"]


def test_every_part_knows_its_line():
    tree = tree_of(b"a:\n- b: 1\n- b: 2\n", "a.yaml")
    assert [(part.line, part.text("b")) for part in tree.get("a").parts] == [(2, "1"), (3, "2")]
    assert tree.get("nothing").parts == []
    assert tree.get("a").keys == []


def test_an_alias_is_the_part_itself_so_a_bomb_stays_small():
    lines = ["a0: &a0 [" + ", ".join(["x"] * 9) + "]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    tree = tree_of("\n".join(lines).encode(), "a.yaml")
    assert tree.get("a39").parts[0] is tree.get("a39").parts[8]
    assert len(tree.get("a39").parts) == 9


def test_a_part_that_holds_itself_is_no_trouble():
    tree = tree_of(b"a: &a [*a, x]\n", "a.yaml").get("a")
    assert tree.parts[0] is tree


def test_a_tag_makes_nothing():
    tree = tree_of(b'a: !!python/object/apply:os.system ["false"]\n', "a.yaml")
    assert [part.value for part in tree.get("a").parts] == ["false"]


def test_what_stands_too_deep_or_is_no_yaml_is_refused_with_its_line():
    check = "Check that it is the right file."
    assert fault("x: 1\ny: " + "[" * 100_000) == (
        f"a.yaml, line 2: lists or tables stand inside one another more than 40 deep. {check}"
    )
    assert fault("a: b\nc: [1\n").startswith("a.yaml, line 3: this is not YAML: did not find expected ',' or ']'")
    assert fault(b"a: b\x00c") == (
        "a.yaml: this is not YAML: a character that cannot stand in it. Look here and just above."
    )


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FaultsError) as error:
        read_tree(path)
    what = "the file is 16.0 MB, and at most 16 MB is read. Check that it is the right file."
    assert str(error.value) == f"{path}: {what}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_any_usual_encoding_is_read(tmp_path, encoding):
    (tmp_path / "a.yaml").write_text("name: Café\n", encoding=encoding)
    assert read_tree(tmp_path / "a.yaml").text("name") == "Café"
