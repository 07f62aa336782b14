"""The frameworks that come with the project: complete, and worded as printed."""

import tomllib
from hashlib import sha256

import pytest

from assesslib.framework import list_frameworks, load_framework, load_themes
from assesslib.framework.check import check_framework
from assesslib.places import shipped

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"


def raw(name):
    return tomllib.loads((shipped("frameworks") / f"{name}.toml").read_text(encoding="utf-8"))


def wording(node):
    """Every text of a file, in order."""
    if isinstance(node, (dict, list)):
        for part in node.values() if isinstance(node, dict) else node:
            yield from wording(part)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize("name", list_frameworks())
def test_the_file_has_no_fault_and_is_called_what_it_is(name):
    assert check_framework(shipped("frameworks") / f"{name}.toml") == ()
    assert load_framework(name).id == name


@pytest.mark.parametrize(
    ("name", "fingerprint"),
    [
        (CSIT, "13953dadba6716ca6a78bae1533524c8f06b8c31ceb028e92c7ed5bde1ea2026"),
        (CDRP, "4668e3122cf31ea0675403c5a9602793bdc7ae0e42971f8efe6813a2259f7523"),
    ],
)
def test_no_word_was_changed_by_accident(name, fingerprint):
    """Where a change is meant, put the new fingerprint here, and raise the framework's version."""
    assert sha256("\n".join(wording(raw(name))).encode()).hexdigest() == fingerprint


@pytest.mark.parametrize("name", list_frameworks())
def test_white_space_is_single_and_no_markup_is_left(name):
    for text in wording(raw(name)):
        assert text == " ".join(text.split())
        assert not set(text) & set("<>_\\✓•#|")


def test_sections_and_items_of_csit():
    framework = load_framework(CSIT)
    assert [(section.id, len(section.items)) for section in framework.sections] == [
        ("preparing", 5),
        ("establishing", 7),
        ("joined-up", 12),
        ("delivery", 4),
        ("maintaining", 5),
        ("review", 4),
        ("results", 0),
    ]
    assert [item.id for item in framework.items] == [str(n) for n in range(1, 38)]
    assert {section.prompts for section in framework.sections} == {("strength", "area")}
    assert [len(section.questions) for section in framework.sections] == [0, 0, 0, 0, 0, 0, 2]


def test_sections_and_items_of_cdrp():
    framework = load_framework(CDRP)
    assert [(section.id, section.number, len(section.items)) for section in framework.sections] == [
        ("leadership", "1", 5),
        ("audit-strategies", "2", 4),
        ("people-partners", "3", 4),
        ("resources", "4", 2),
        ("processes", "5", 5),
    ]
    assert all(item.id.startswith(f"{section.number}.") for section in framework.sections for item in section.items)
    assert all(section.intro for section in framework.sections)


def test_levels():
    assert [(level.code, level.label) for level in load_framework(CSIT).levels] == [
        ("a", "Not yet"),
        ("b", "We are in the early stages of developing this"),
        ("c", "We partly do this"),
        ("d", "We do all of this, most of the time"),
        (
            "e",
            "We have been doing all of this for a few years - we have assessed & refined our behaviour in this area",
        ),
    ]
    assert [(level.code, level.label) for level in load_framework(CDRP).levels] == [
        ("G", "Gap identified"),
        ("W", "Working towards"),
        ("S", "Some success"),
        ("D", "Doing well"),
    ]


def test_the_rest_of_csit():
    framework = load_framework(CSIT)
    assert framework.version == "3.7"
    assert framework.motto == "“He who asks the questions cannot avoid the answers”"
    assert [len(passage.text) for passage in framework.introduction] == [1, 1]
    assert (len(framework.method.text), len(framework.method.steps)) == (2, 5)
    assert framework.health_warning.text[0].startswith(
        "Remember that self-assessment is not a competition, a points-scoring exercise, a ‘blame game’"
    )
    assert [question.id for question in framework.closing_questions] == ["significant", "themes", "causes"]
    assert (framework.process, framework.signatories, framework.guidance, framework.facets) == (None, None, None, ())


def test_the_rest_of_cdrp():
    framework = load_framework(CDRP)
    assert [(facet.id, facet.mark) for facet in framework.facets] == [("local", ""), ("national", "Nat")]
    assert [(prompt.kind, prompt.label, prompt.of) for prompt in framework.prompts] == [
        ("comment", "COMMENTS", "item"),
        ("evidence", "SUPPORTING EVIDENCE", "item"),
        ("goal", "IMPROVEMENT GOALS", "item"),
    ]
    assert [row.id for row in framework.process.rows][-1] == "existing-meetings"
    assert len(framework.process.rows) == 6
    assert [(example.item, example.level, len(example.evidence)) for example in framework.guidance.examples] == [
        ("4.1", "D", 2),
        ("5.1", "S", 3),
        ("4.1", "S", 1),
    ]


def test_the_lines_that_are_signed():
    signatories = load_framework(CDRP).signatories
    assert [len(role.asks) for role in signatories.roles] == [3, 3, 2, 2, 2, 2, 2, 2]
    assert signatories.lines(signatories.roles[0]) == (
        ("name", "Form completed by"),
        ("organisation", "Organisation/role"),
        ("signature", "* Signature"),
    )
    assert signatories.lines(signatories.roles[1])[1] == ("organisation", "Organisation")


@pytest.mark.parametrize(
    ("name", "item", "start", "end"),
    [
        (CSIT, "5", "Leaders establish", "with public, sector, commercial sector & civil society organisations"),
        (CSIT, "8", "Leaders are actively involved", "adult social care & children’s services), and work with other"
         " innovators in local problem solving exercises"),
        (CSIT, "9", "Leaders conduct cyclical", "in the most effective, efficient & economic way"),
        (CSIT, "20", "Organisations works together", "build relevant relationships with these bodies"),
        (CSIT, "26", "Leaders identify", "minimise non-value adding activity and remove waste"),
        (CDRP, "1.2", "Partners have established", "for the delivery of the partnerships aims and its targets."),
        (CDRP, "2.1", "Strategic priorities", "national priorities. (As identified within the National Drugs Strategy"
         " and the National Crime Reduction Strategy)."),
        (CDRP, "4.1", "The partnership has agreed", "'joint commissioning' of services between agencies and the"
         " creation of 'pooled budgets' where appropriate."),
        (CDRP, "5.5", "All activities,", "(for example, the Race Relations (Amendment) Act 2000)."),
    ],
)  # fmt: skip
def test_awkward_wordings(name, item, start, end):
    text = load_framework(name).item(item).text
    assert text.startswith(start)
    assert text.endswith(end)


def test_more_awkward_wordings():
    assert load_framework(CDRP).section("audit-strategies").intro.endswith("and drugs audits and strategies for.")
    assert load_framework(CDRP).guidance.examples[0].lead == "Some partnership's made brief assertions;"
    assert load_framework(CSIT).method.text[1] == (
        "The following process is recommended (adjust this to suit your specific needs & style – it is your "
        "Self-Assessment!):"
    )
    significant = load_framework(CSIT).closing_questions[0]
    assert (
        significant.text
        == f"{significant.short[:-1]} (bearing in mind what is required to survive & thrive in the future?)"
    )


@pytest.mark.parametrize("name", list_frameworks())
def test_every_item_has_one_to_three_themes(name):
    assert {len(item.themes) for item in load_framework(name).items} <= {1, 2, 3}


@pytest.mark.parametrize("theme", [theme.id for theme in load_themes()])
def test_a_shared_theme_runs_through_at_least_three_sections_of_some_framework(theme):
    reach = [
        {item.section for item in load_framework(name).items if theme in item.themes} for name in list_frameworks()
    ]
    assert max(map(len, reach)) >= 3
