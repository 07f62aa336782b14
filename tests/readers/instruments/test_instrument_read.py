"""From a file on the disk to a framework that loads: every shape, the round trip, and whatever cannot be read."""

import csv
import zipfile

import pytest
from readers.importing_kit import book

from assesslib.faults import FaultsError
from assesslib.framework import load_framework
from assesslib.readers.instruments import Wishes, instrument_toml, read_instrument, report_text

SHIPPED = ("csit-collaborative-working", "cdrp-dat-partnership")


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def loaded(one, tmp_path):
    (tmp_path / "made.toml").write_text(instrument_toml(one), encoding="utf-8")
    return load_framework(tmp_path / "made.toml")


def wordings(framework):
    return [
        (section.title, [(item.id, item.text) for item in section.items])
        for section in framework.sections
        if section.items
    ]


@pytest.mark.parametrize("id", SHIPPED)
def test_a_shipped_framework_as_a_csv_comes_back_to_the_letter(id, tmp_path):
    framework = load_framework(id)
    with (tmp_path / "tool.csv").open("w", encoding="cp1252", newline="") as file:
        rows = [(section.title, item.id, item.text) for section in framework.sections for item in section.items]
        csv.writer(file, delimiter=";").writerows([("Section", "Ref", "Statement"), *rows])
    made = loaded(read_instrument("tool.csv", Wishes(id="mine", like=id)), tmp_path)
    assert wordings(made) == wordings(framework)
    assert made.levels == framework.levels


@pytest.mark.parametrize("id", SHIPPED)
def test_a_shipped_framework_as_an_xlsform_comes_back_to_the_letter(id, tmp_path):
    framework = load_framework(id)
    survey = [("type", "name", "label")]
    for section in framework.sections:
        items = [
            ("select_one scale", f"q_{item.id.replace('.', '_')}", f"{item.id} {item.text}") for item in section.items
        ]
        survey += [("begin group", section.id, section.title), *items, ("end group", "", "")]
    choices = [
        ("list_name", "name", "label"),
        *(("scale", one.code, f"{one.code} = {one.label}") for one in framework.levels),
    ]
    book("form.xlsx", {"survey": survey, "choices": [*choices, ("scale", "dont_know", "Don’t know")]})
    made = loaded(read_instrument("form.xlsx", Wishes(id="mine", lowest="first")), tmp_path)
    assert wordings(made) == wordings(framework)
    assert made.levels == framework.levels


HOSTILE = 'He said "stop" \\ here\x0b\x7f, <b>=1+1</b> ${x} \u202e ’ \U0001f600 [[items]] # no'


def test_any_wording_is_written_so_that_it_loads(tmp_path):
    with (tmp_path / "tool.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Ref", "Statement"), ("1", HOSTILE), ("2", "x" * 20_000)])
    made = loaded(read_instrument("tool.csv", Wishes(id="mine", scale="a=No;b=Yes", title='"""')), tmp_path)
    assert made.items[0].text == " ".join(HOSTILE.split())
    assert made.items[1].text == "x" * 20_000
    assert made.title == '"""'


def test_a_framework_that_could_not_be_loaded_again_is_not_written():
    rows = "".join(f"{n},{'x' * 2000}\n" for n in range(1000))
    with open("tool.csv", "w", encoding="utf-8") as file:
        file.write(f"Ref,Statement\n{rows}")
    with pytest.raises(FaultsError) as error:
        instrument_toml(read_instrument("tool.csv", Wishes(id="mine", scale="a=No;b=Yes")))
    do = "Take out of the file what is not asked, or make several of it."
    assert str(error.value) == f"tool.csv: The framework would be 2.0 MB, and at most 2 MB is read. {do}"


def test_what_is_made_is_said_and_an_id_must_be_one():
    with open("Our tool.csv", "w", encoding="utf-8") as file:
        file.write("Section,Ref,Statement\nA,1,x\n")
    one = read_instrument("Our tool.csv", Wishes(scale="a=No;b=Yes"))
    assert (one.id, one.title, one.version) == ("our-tool", "Our tool", "1")
    assert [str(fault) for fault in one.faults] == [
        "Our tool.csv: The file says no id; “our-tool” was written. Say another with --to ID.toml.",
        "Our tool.csv: The file says no title; “Our tool” was written. Say another with --title TEXT.",
        "Our tool.csv: The file says no version; “1” was written. Say another with --version TEXT.",
    ]
    bad = read_instrument("Our tool.csv", Wishes(id="Our_Tool", title="t", version="1", scale="a=No;b=Yes"))
    assert [str(fault) for fault in bad.faults] == [
        "“Our_Tool” is not an id: those are lower-case letters, digits and hyphens. Write, say, --to our-tool.toml."
    ]
    taken = read_instrument("Our tool.csv", Wishes(id=SHIPPED[0], title="t", version="1", scale="a=No;b=Yes"))
    assert [str(fault) for fault in taken.faults] == [
        f"“{SHIPPED[0]}” is the id of a framework that comes with the project. "
        "Choose another name for the file: --to NAME.toml."
    ]


def test_the_report_in_short_says_what_was_read_left_out_and_asked():
    with open("tool.csv", "w", encoding="utf-8") as file:
        file.write("Section,Ref,Statement,Owner,Date\nA,1,x,,\nA,2,y,,\n")
    wishes = Wishes(id="mine", title="t", version="1")
    assert report_text(read_instrument("tool.csv", wishes)).splitlines() == [
        "tool.csv was read as a spreadsheet: 2 items in 1 section, no scale yet.",
        "Left out: 2, because it is a column that is not read.",
        'tool.csv: The file holds no scale. Give it, lowest first: --scale "a=Not at all;b=Partly;c=Fully"; '
        "or --like cdrp-dat-partnership.",
    ]


def test_what_cannot_be_read_is_said_and_raises_nothing(tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "noise.xlsx").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "noise.yaml").write_bytes(bytes(range(256)) * 40)
    with zipfile.ZipFile(tmp_path / "half.xlsx", "w") as file:
        file.writestr("xl/workbook.xml", "<workbook>")
    for name in ("empty.csv", "noise.xlsx", "noise.yaml", "half.xlsx"):
        one = read_instrument(name)
        assert (one.kind, one.items, len(one.standing)) == ("", (), 1)
        assert str(one.standing[0]).startswith(f"{name}")
        assert report_text(one) == str(one.standing[0])


def test_what_is_no_instrument_at_all_is_said():
    assert str(*read_instrument("gone.csv").faults) == "gone.csv: there is no such file. Check the name and the folder."
    assert str(*read_instrument(".").faults) == ".: this is a folder, not a file. Name the file inside it."
    with open("own.toml", "w", encoding="utf-8") as file:
        file.write("")
    assert str(*read_instrument("own.toml").faults) == (
        "“own.toml” is a framework file already, or none. Try: assess check own.toml"
    )
