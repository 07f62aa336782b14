"""TOML files that can and cannot be read."""

import pytest

from assesslib.toml_file import read_toml


def test_no_such_file_and_a_folder(tmp_path):
    assert [str(read_toml(path).faults[0]) for path in (tmp_path / "no.toml", tmp_path)] == [
        f"{tmp_path / 'no.toml'}: there is no such file. Check the name and the folder.",
        f"{tmp_path}: this is a folder, not a file. Name the file inside it.",
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a = 1\nb 2", 2, "an equals sign is missing"),
        ("a = 1\nb = ", 2, "a value is missing or has no quotes round it"),
        ("a = “x”", 1, "a value is missing or has no quotes round it"),
        ("a = 1 2", 1, "something stands behind a value"),
        ("a = [1,\n2", 2, "a square bracket is not closed"),
        ("[a\nb = 1", 1, "a square bracket is not closed"),
        ("a = {b = 1\n", 1, "a curly bracket is not closed"),
        ("a = '''x", 1, "a quote is not closed"),
        ('a = "x', 1, "a quote is not closed"),
        ('a = "C:\\Users"', 1, "a backslash stands in a text; write it twice"),
        ("a = 1\n\na = 2", 3, "a key stands twice"),
        ("[a]\n[a]", 2, "a heading stands twice"),
        ("\x00", 1, "this is neither a key, a heading nor a remark"),
        ("a = " + "9" * 5000, None, "a number is too long"),
    ],
)
def test_not_toml(tmp_path, text, line, what):
    (tmp_path / "f.toml").write_text(text, encoding="utf-8")
    (fault,) = read_toml(tmp_path / "f.toml").faults
    assert (fault.line, fault.what) == (line, f"this is not TOML: {what}")
    assert fault.do == "Look here and just above; quotes must be straight ones."


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "[" * 30 + "]" * 30, ".".join("a" * 3000) + " = 1"])
def test_too_deep(tmp_path, text):
    (tmp_path / "f.toml").write_text(text, encoding="utf-8")
    assert [fault.what for fault in read_toml(tmp_path / "f.toml").faults] == [
        "lists or tables stand inside one another more than 20 deep"
    ]


def test_utf16_is_not_utf8(tmp_path):
    (tmp_path / "f.toml").write_text("a = 1", encoding="utf-16")
    assert str(read_toml(tmp_path / "f.toml").faults[0]).endswith(
        "line 1: byte 1 of the file (0xff) is not UTF-8 text. Save the file again with the encoding UTF-8."
    )


def test_a_file_of_just_the_largest_size_is_read(tmp_path):
    (tmp_path / "f.toml").write_text("#" * 100, encoding="utf-8")
    assert read_toml(tmp_path / "f.toml", most=100).faults == ()
    assert len(read_toml(tmp_path / "f.toml", most=99).faults) == 1
