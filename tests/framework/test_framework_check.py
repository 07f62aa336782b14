"""Every kind of faulty framework file, and the whole of what is said about it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assesslib.framework.check import check_framework

GOOD = """\
id = "small"
title = "Small"
version = "1"
item_term = "statement"

[[levels]]
code = "a"
label = "No"
[[levels]]
code = "b"
label = "Yes"

[[prompts]]
kind = "area"
label = "To do"
of = "section"

[[sections]]
id = "one"
title = "One"
prompts = ["area"]
[[sections.items]]
id = "1"
text = "First"
themes = ["people"]
[[sections.items]]
id = "2"
text = "Second"

[method]
steps = ["Rate", "Talk"]
"""
NEEDED = "Write it, or take the key out where it is not needed."


@pytest.fixture
def said(tmp_path, monkeypatch):
    """The messages about a file with this content."""
    monkeypatch.chdir(tmp_path)

    def say(content):
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "f.toml").write_bytes(raw)
        return [str(fault) for fault in check_framework("f.toml")]

    return say


def changed(old, new):
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def test_nothing_is_said_of_a_good_file(said):
    assert said(GOOD) == []


def test_a_byte_order_mark_and_other_line_ends_are_tolerated(said):
    assert said(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Small"\n', "", 'f.toml: “title” is missing from the framework. Add title = "...".'),
        (
            'label = "Yes"',
            "",
            'f.toml, line 9, levels[2]: “label” is missing from a level. Add label = "...".',
        ),
        (
            'text = "First"',
            'txet = "x"\ntext = "First"',
            "f.toml, line 24, sections[1].items[1].txet: “txet” is not a key of an item. "
            "Allowed: id, text, themes; nearest: text. Correct the name, or take it out.",
        ),
        (
            'version = "1"',
            "version = 1.10",
            "f.toml, line 3, version: a number stands where text belongs. Put quotes round it.",
        ),
        (
            'text = "First"',
            "text = 2024-01-31",
            "f.toml, line 24, sections[1].items[1].text: a date or time stands where text belongs. "
            "Put quotes round it.",
        ),
        (
            'themes = ["people"]',
            'themes = "people"',
            "f.toml, line 25, sections[1].items[1].themes: text stands where a list belongs. "
            "Put square brackets round it.",
        ),
        (
            "[method]",
            "[[method]]",
            "f.toml, line 30, method: a list stands where a table belongs. "
            "Write it under a heading of its own: [method].",
        ),
        (
            'label = "No"',
            'label = "No"\nsource = "Us"',
            "f.toml, line 9, levels[1].source: “source” is not a key of a level. Allowed: code, label; nearest: code. "
            "It belongs to the whole framework: move it above the first heading.",
        ),
        (
            "steps =",
            'levels_after_step = "1"\nsteps =',
            "f.toml, line 31, method.levels_after_step: text stands where a whole number belongs. "
            "Write a whole number without quotes.",
        ),
        (
            "steps =",
            "questions_after_step = 3\nsteps =",
            "f.toml, line 31, method.questions_after_step: “3” is not the number of a step, which are 1 to 2. "
            "Correct it.",
        ),
        (
            '[[levels]]\ncode = "b"\nlabel = "Yes"',
            "",
            "f.toml, line 6, levels: a scale has at least 2 levels, and this one has 1. Add [[levels]], lowest first.",
        ),
        (
            "[method]",
            '[[sections]]\nid = "two"\ntitle = "Two"\n[method]',
            "f.toml, line 30, sections[2]: the section has neither items nor questions. "
            "Add [[sections.items]] or questions, or take the section out.",
        ),
        (
            'text = "First"',
            'text = " "',
            f"f.toml, line 24, sections[1].items[1].text: the text is empty. {NEEDED}",
        ),
        (
            '["Rate", "Talk"]',
            "[]",
            "f.toml, line 31, method.steps: the list is empty. Fill it, or take the key out where it is not needed.",
        ),
        (
            'id = "one"',
            'id = "Section One"',
            "f.toml, line 19, sections[1].id: “Section One” is not an id. "
            "An id is lower-case letters, digits and hyphens, beginning with a letter or digit.",
        ),
        (
            'code = "b"',
            'code = "2"',
            "f.toml, line 10, levels[2].code: “2” is not a level code. "
            "A level code is 1 to 3 letters: digits would invite sums.",
        ),
        (
            'kind = "area"\n',
            'kind = "area"\nkind2 = "x"\n',
            "f.toml, line 15, prompts[1].kind2: “kind2” is not a key of a prompt. "
            "Allowed: kind, label, of; nearest: kind. Correct the name, or take it out.",
        ),
        (
            "[[prompts]]",
            '[[prompts]]\nkind = "weakness"\nlabel = "W"\nof = "item"\n[[prompts]]',
            "f.toml, line 14, prompts[1].kind: “weakness” is not a kind of prompt. "
            "Allowed: strength, area, comment, evidence, goal; nearest: evidence. Correct it.",
        ),
    ],
)
def test_shape(said, old, new, message):
    assert said(changed(old, new)) == [message]


def test_many_faults_at_once_in_the_order_of_the_lines(said):
    spoilt = (
        changed('title = "Small"', "title = true")
        .replace('code = "b"', 'code = "A"')
        .replace('["people"]', '["peple"]')
        .replace('"Second"', '""')
    )
    assert said(spoilt) == [
        "f.toml, line 2, title: true or false stands where text belongs. Put quotes round it.",
        "f.toml, line 10, levels[2].code: “A” is already the code of a level, at levels[1]. Give each its own.",
        "f.toml, line 25, sections[1].items[1].themes[1]: “peple” is not a theme. Allowed: leadership, strategy, "
        "people, community, relationships, communication, resources, governance, improvement, performance, delivery, "
        "partners; nearest: people. Correct it, or declare it under [[themes]].",
        f"f.toml, line 28, sections[1].items[2].text: the text is empty. {NEEDED}",
    ]


def test_what_cannot_be_read_is_the_only_thing_said(said):
    junk = b"junk = [\n" * 1_112_000
    assert said(junk) == ["f.toml: the file is 10.0 MB, and at most 2 MB is read. Check that it is the right file."]
    assert said(GOOD.replace("Small", "Caf\xe9").encode("latin-1")) == [
        "f.toml, line 2: byte 26 of the file (0xe9) is not UTF-8 text. Save the file again with the encoding UTF-8."
    ]
    assert said(changed('"One"', '"One')) == [
        "f.toml, line 20: this is not TOML: a quote is not closed. "
        "Look here and just above; quotes must be straight ones."
    ]


def test_an_empty_file_lacks_everything(said):
    assert [message.split(" is ")[0] for message in said("")] == [
        f"f.toml: “{key}”" for key in ("id", "title", "version", "item_term", "levels", "sections")
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(GOOD)), st.integers(0, 40), st.sampled_from(["", '"', "[", "]", "= 1\n", "[[x]]\n", "\x00", "é"])
)
def test_whatever_is_cut_out_or_put_in_there_is_no_traceback(said, start, length, put):
    spoilt = GOOD[:start] + put + GOOD[start + length :]
    assert all(message.startswith("f.toml") for message in said(spoilt))
