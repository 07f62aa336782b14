"""A library of CISO Assistant becomes a framework: headings, nodes, scores, and all that has no place in one."""

import pytest

from assesslib.readers.instruments import Wishes, read_instrument, report

TOP = """urn: urn:own:risk:library:fw
locale: en
ref_id: FW
name: Library
copyright: Free for all
version: 3
provider: Us
objects:
  framework:
    urn: urn:own:risk:framework:fw
    ref_id: FW
    name: Little framework
    description: What it is.
"""
SCORES = """    min_score: 0
    max_score: 2
    scores_definition:
    - score: 2
      name: Full
      description: null
    - score: 0
      name: None
      description: Nothing is there.
    - {score: 1, name: Half}
"""
NODES = """    requirement_nodes:
    - urn: urn:own:risk:req_node:fw:id
      assessable: false
      depth: 1
      ref_id: ID
      name: Identify
      description: Know what is there.
    - urn: urn:own:risk:req_node:fw:id.am
      assessable: false
      depth: 2
      parent_urn: urn:own:risk:req_node:fw:id
      ref_id: ID.AM
      name: Assets
      translations:
        fr: {name: Actifs}
    - urn: urn:own:risk:req_node:fw:id.am-1.10
      assessable: true
      depth: 3
      parent_urn: urn:own:risk:req_node:fw:id.am
      ref_id: 1.10
      description: A list is kept.
      annotation: See page 3.
      implementation_groups: &id001
      - B
    - urn: urn:own:risk:req_node:fw:node5
      assessable: true
      depth: 3
      parent_urn: urn:own:risk:req_node:fw:id.am
      name: No
      description: Short for no.
      implementation_groups: *id001
      weight: 2
    - urn: urn:own:risk:req_node:fw:node6
      assessable: false
      depth: 1
      description: A heading without a name
    - urn: urn:own:risk:req_node:fw:b_1
      assessable: true
      depth: 2
      ref_id: BASIC_B.1
      name: Why?
      description: Because.
    - urn: urn:own:risk:req_node:fw:c
      assessable: false
      depth: 1
      name: Empty
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    def of(text, **wishes):
        (tmp_path / "fw.yaml").write_text(text, encoding="utf-8")
        return read_instrument("fw.yaml", Wishes(**wishes))

    monkeypatch.chdir(tmp_path)
    return of


def parts(one):
    return [(section.number, section.title, section.intro, [(item.id, item.text) for item in section.items])
            for section in one.sections]  # fmt: skip


def standing(one):
    return [str(fault) for fault in one.standing]


def became(one):
    return [tuple(row) for row in report(one).itertuples(index=False)]


def test_nodes_that_can_be_assessed_are_items_and_the_headings_above_them_sections(read):
    one = read(TOP + SCORES + NODES)
    assert parts(one) == [
        (
            "ID.AM",
            "Assets",
            "Identify · Know what is there.",
            [("1.10", "A list is kept."), ("node5", "No: Short for no.")],
        ),
        ("", "A heading without a name", "", [("BASIC-B.1", "Why? Because.")]),
    ]
    assert [(level.code, level.label) for level in one.levels] == [
        ("a", "None: Nothing is there."),
        ("b", "Half"),
        ("c", "Full"),
    ]
    assert (one.id, one.title, one.version, one.item_term) == ("fw", "Little framework", "3", "requirement")
    assert one.source == "Us; Free for all; urn:own:risk:framework:fw"
    assert one.introduction[0].text == ("What it is.",)
    assert standing(one) == []


def test_the_report_says_what_each_node_became_and_what_was_left_out(read):
    rows = became(read(TOP + SCORES + NODES))
    assert rows[0] == ("fw.yaml, line 4", "Library", "left out", "the framework has a name of its own")
    assert [row[1:] for row in rows if int(row[0].split()[-1]) > 23] == [
        ("Identify", "introduction of section assets", ""),
        ("Assets", "section assets", ""),
        ("A list is kept.", "item 1.10 of section assets", ""),
        ("annotation of 1 node", "left out", "a framework has no place for it"),
        ("implementation_groups of 2 nodes", "left out", "a framework has no place for it"),
        ("No: Short for no.", "item node5 of section assets",
         "its name and its description; it has no number; its id was made"),
        ("weight of 1 node", "left out", "levels are not counted up, so nothing is weighed"),
        ("A heading without a name", "section a-heading-without-a-name", "its description, for it has no name"),
        ("Why? Because.", "item BASIC-B.1 of section a-heading-without-a-name",
         "its name and its description; “BASIC_B.1” was changed: an id is letters, digits, dots and hyphens, "
         "and used once"),
        ("Empty", "left out", "nothing that is rated or asked stands under it"),
    ]  # fmt: skip


def test_a_library_without_scores_asks_for_the_scale(read):
    assert standing(read(TOP + NODES)) == [
        'fw.yaml: The file holds no scale. Give it, lowest first: --scale "a=Not at all;b=Partly;c=Fully"; '
        "or --like cdrp-dat-partnership."
    ]
    assert len(read(TOP + NODES, like="cdrp-dat-partnership").levels) == 4


def test_scores_may_stand_under_a_key_of_their_own(read):
    scores = "    scores_definition:\n      scale: [{score: 1, name: One}, {score: 0, name: Nought}]\n"
    assert [level.label for level in read(TOP + scores + NODES).levels] == ["Nought", "One"]


def test_scores_without_numbers_do_not_tell_their_direction(read):
    scores = "    scores_definition: [{score: x, name: One}, {score: y, name: Two}]\n"
    assert standing(read(TOP + scores + NODES)) == [
        "fw.yaml, line 14: The scale, “One” to “Two”, does not tell which end is the lowest. "
        "Say --lowest first or --lowest last."
    ]


def test_another_language_is_read_and_what_it_lacks_keeps_its_own(read):
    one = read(TOP + SCORES + NODES, language="fr")
    assert one.sections[0].title == "Actifs"
    assert str(one.faults[0]) == (
        "fw.yaml, line 25: 6 nodes of the library without a wording in fr kept their own. "
        "Translate them in the framework."
    )
    assert standing(read(TOP + SCORES + NODES, language="de")) == [
        "fw.yaml: “de” is not a language of the library. Allowed: en, fr; nearest: en. Name one of these."
    ]


def test_nodes_nine_deep_keep_all_titles_above_them(read):
    nodes = "".join(
        f"    - {{urn: 'u:a:b:c:fw:{at}', depth: {at}, assessable: {str(at == 9).lower()}, name: N{at}}}\n"
        for at in range(1, 10)
    )
    one = read(TOP + SCORES + "    requirement_nodes:\n" + nodes)
    assert parts(one) == [("", "N8", "N1 › N2 › N3 › N4 › N5 › N6 › N7", [("9", "N9")])]


def test_a_parent_that_is_named_goes_before_depth_and_a_rated_parent_is_no_heading(read):
    nodes = """    requirement_nodes:
    - {urn: 'u:1', depth: 1, assessable: false, name: A}
    - {urn: 'u:2', depth: 1, assessable: false, name: B}
    - {urn: 'u:3', depth: 2, assessable: true, name: a1, parent_urn: 'u:1', ref_id: '1'}
    - {urn: 'u:4', depth: 3, assessable: true, name: a2, parent_urn: 'u:3', ref_id: '2'}
    - {urn: 'u:5', depth: 2, assessable: true, name: b1, parent_urn: 'u:gone', ref_id: '2'}
"""
    one = read(TOP + SCORES + nodes)
    assert [(title, items) for _, title, _, items in parts(one)] == [
        ("A", [("1.1", "a1"), ("1.2", "a2")]),
        ("B", [("2.2", "b1")]),
    ]


def test_several_frameworks_are_a_question(read):
    two = TOP.replace("  framework:\n", "  frameworks:\n  - framework: x\n") + SCORES + NODES
    two += "  - {urn: 'urn:second', ref_id: SECOND, name: Second, requirement_nodes: [{name: x, assessable: true}]}\n"
    asks = "The library holds several frameworks. Allowed: FW, SECOND. Say which is read, e.g. --part FW."
    assert standing(read(two)) == [f"fw.yaml: {asks}"]
    assert read(two, part="FW").title == "Little framework"
    assert [item.text for item in read(two, part="urn:second", scale="a=No;b=Yes").items] == ["x"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("objects: {risk_matrix: [], threats: []}\n", "The library holds no framework, only risk_matrix, threats"),
        ("a: b\n", "This is no library of CISO Assistant: it holds no objects"),
        ("", "This is no library of CISO Assistant: it holds no objects"),
        ("- 1\n- 2\n", "This is no library of CISO Assistant: it holds no objects"),
    ],
)
def test_a_library_without_a_framework_is_refused(read, text, what):
    do = "Choose a library with a framework: it has objects, framework, requirement_nodes."
    assert standing(read(text)) == [f"fw.yaml: {what}. {do}"]


def test_a_framework_without_nodes_or_with_strange_ones_is_a_fault(read):
    nothing = "The file holds nothing that can be rated. Check that it is the right file, and that its wordings stand where they belong."  # noqa: E501
    assert standing(read(TOP + SCORES)) == [f"fw.yaml: {nothing}"]
    strange = read(TOP + SCORES + "    requirement_nodes: [x, [y], {name: z, assessable: true}]\n")
    assert standing(strange) == [
        "fw.yaml, line 24: 2 parts of requirement_nodes cannot be read: a node has keys such as name. "
        "Put it right, or take it out."
    ]


def test_a_library_of_ten_thousand_nodes_is_read_and_more_are_refused(read):
    node = "    - {name: n, depth: 1, assessable: true}\n"
    head = TOP + SCORES + "    requirement_nodes:\n"
    assert standing(read(head + node * 10_001)) == [
        "fw.yaml: The framework has 10001 nodes, and at most 10000 are read. Check that it is the right file."
    ]


def test_a_reference_that_stands_twice_gets_a_number_behind_it(read):
    nodes = "    requirement_nodes:\n" + "".join(
        f"    - {{urn: 'u:{at}', depth: 1, assessable: true, name: n{at}, ref_id: {ref}}}\n"
        for at, ref in enumerate(("ID.1", "ID.2", "ID.2"))
    )
    assert [item.id for item in read(TOP + SCORES + nodes).items] == ["ID.1", "ID.2", "ID.2-2"]
