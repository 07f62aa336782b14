"""Tables that name their items in a way of their own: below each other, in two columns, by a mapping, with commas."""

import pytest
from readers.importing_kit import CDRP, known, said, wrong

IDS = [item.id for item in CDRP.items]
WORDING = {item.id: item.text for item in CDRP.items}


def test_two_tables_below_each_other_are_two_people_s(read):
    first, second = ("\n".join(f"{id},x,{level}" for id in IDS) for level in "GW")
    found = read(f"Ref,Standard,Anna\n{first}\n,,\nRef,Standard,Ben\n{second}\n")
    assert wrong(found) == []
    assert said(found) == [(name, id, level) for name, level in (("anna", "G"), ("ben", "W")) for id in IDS]


@pytest.mark.parametrize("titles", [False, True])
def test_the_number_of_a_section_and_that_of_an_item_in_it_make_its_id(read, titles):
    lines = []
    for section in CDRP.sections:
        for place, item in enumerate(section.items):
            number, last = item.id.split(".")
            called = number if not titles else section.title if place == 0 else ""
            lines.append(f'"{called}",{last},G,W')
    found = read("Section,No,Anna,Ben\n" + "\n".join(lines) + "\n")
    assert wrong(found) == []
    assert sorted(said(found)) == [(name, id, level) for name, level in (("anna", "G"), ("ben", "W")) for id in IDS]


def test_ids_with_a_decimal_comma_are_ids(read):
    found = read(f"Name;{';'.join(id.replace('.', ',') for id in IDS)}\nAnna{';G' * 20}\n")
    assert (wrong(found), said(found)) == ([], [("anna", id, "G") for id in IDS])
    found = read("Ref;Anna\n" + "".join(f"{id.replace('.', ',')};G\n" for id in IDS))
    assert (wrong(found), said(found)) == ([], [("anna", id, "G") for id in IDS])


MAPPED = "\n".join(f"column,Frage {place},{id}" for place, id in enumerate(IDS, 1)) + "\n"
ASKED = "Name," + ",".join(f"Frage {place}" for place in range(1, 21)) + "\nAnna" + ",G" * 20 + "\n"


@pytest.mark.parametrize("layout", ["", "wide"])
def test_headings_that_the_mapping_names_name_items(read, layout):
    found = read(ASKED, MAPPED, layout=layout)
    assert (wrong(found), said(found)) == ([], [("anna", id, "G") for id in IDS])


def test_without_a_mapping_they_tell_no_layout(read):
    assert wrong(read(ASKED))[0].startswith("a.csv: The headings “Name, Frage 1, Frage 2,")


@pytest.mark.parametrize(
    ("own", "comment"),
    [
        ("{text}", "Please give evidence for: {text}"),
        ("{id} {text}", "{id} Please explain"),
        ("{text}", "Comment: {text}"),
        ("{id}", "Comment: {text}"),
        ("{id}", "{id} Why?"),
    ],
)
def test_columns_that_ask_for_an_explanation_are_comments(read, own, comment):
    pairs = [form.format(id=id, text=WORDING[id]) for id in IDS for form in (own, comment)]
    found = read("Name," + ",".join(f'"{text}"' for text in pairs) + "\nAnna" + ",G,as we saw" * 20 + "\n")
    assert (wrong(found), said(found)) == ([], [("anna", id, "G") for id in IDS])
    assert set(found.ratings["comment"]) == {"as we saw"}


def test_what_is_now_is_asked_about_with_the_item_and_what_was_before_is_left_out(read):
    heads = ",".join(f"{id} now,{id} before" for id in IDS[:2])
    found = read(f"Name,{heads}\nAnna,G,W,S,D\n")
    assert [fault.split(": ", 1)[1] for fault in wrong(found)] == [
        f"“{id} now” bears the number, with other words, of standard {id}. If that is right, accept it; if not, say "
        "what it is." for id in IDS[:2]
    ]  # fmt: skip
    assert known(found) == [
        "a.csv, column C, E: “1.1 before” and 1 more like it were left out: it is of another time."
    ]  # fmt: skip
    assert said(read(f"Name,{heads}\nAnna,G,W,S,D\n", accept=True)) == [("anna", "1.1", "G"), ("anna", "1.2", "S")]
