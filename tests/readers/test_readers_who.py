"""Who answered: told by headings whatever their politeness, by what stands above a table, else asked; never guessed."""

import pytest
from readers.importing_kit import CDRP, asked, known, wrong

from assesslib.readers import import_ratings
from assesslib.readers.who import column_of, field_of

NAMES = (
    "Team member", "Completed by", "Form completed by", "Rated by", "Your name (optional)", "Q1. What is your name?",
    "Participant name", "Name of respondent", "Name of person completing this form", "Name of lead officer",
    "Please enter your full name: *", "Name (please print)", "1) Name", "Name/Pseudonym", "Staff member",
    "Nombre y apellidos", "Nom et prénom", "Nome e cognome", "Nome completo", "Vor- und Nachname", "Imię i nazwisko",
    "Teilnehmer", "Nama", "Wie heißen Sie?",
)  # fmt: skip


@pytest.mark.parametrize("heading", NAMES)
def test_a_heading_over_names_is_known(heading):
    assert field_of(heading) == "name"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("E-mail address", "email"),
        ("Work email", "email"),
        ("Username", "email"),
        ("Voornaam", "first"),
        ("Org", "organisation"),
        ("Organisation / agency", "organisation"),
        ("Organisation/Einrichtung", "organisation"),
        ("Q2 Your organisation (if any)", "organisation"),
        ("Role / job title", "role"),
    ],
)
def test_so_are_those_over_addresses_organisations_and_roles(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    "heading",
    [
        "Our team name is known", "Name one strength", "Team rating", "Member organisations agree", "1 Partners",
        "Staff are trained", "Organisation and leadership", "Your rating", "Name of standard", "Officers", "Person 1",
    ],
)  # fmt: skip
def test_a_statement_with_such_a_word_is_none(heading):
    assert (field_of(heading), column_of(heading)) == ("", "")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Team", "organisation"),
        ("Your department", "organisation"),
        ("Service", "organisation"),
        ("Initials", "name"),
        ("Reviewer", "name"),
        ("Officer", "name"),
        ("Representative", "name"),
    ],
)
def test_some_tell_it_only_above_a_row_for_each_person(heading, field):
    assert (field_of(heading), column_of(heading)) == ("", field)


@pytest.mark.parametrize("heading", ["Team member", "Initials", "Officer", "E-mail address", "Q1. What is your name?"])
def test_one_person_twice_is_one(read, heading):
    rows = "2026-03-01,ab,G,W\n2026-03-02,ab,S,D\n2026-03-02,cd,S,D\n"
    assert read(f"Date,{heading},1.1,1.2\n{rows}").members["id"].tolist() == ["ab", "cd"]


def test_the_surer_of_two_organisations_counts(read):
    found = read("Name,Team,Organisation,1.1,1.2\nAnn,North,Police,G,W\n")
    assert found.members["organisation"].tolist() == ["Police"]
    assert found.columns["became"].tolist()[1] == "dropped: the organisation stands in column C"


LEADS = "Team lead,1.1,1.2\nAnna Bell,G,W\nBen Carr,S,D\nAnna Bell,W,W\n"
MAYBE = (
    "a.csv, column A (Team lead): “Team lead” may say who answered, and nothing else does: “Anna Bell” stands under "
    "it. If it holds names, say name; if not, (nothing)."
)


def test_where_nobody_is_named_a_column_of_short_texts_is_asked_about(read):
    found = read(LEADS)
    assert (wrong(found), asked(found)) == ([MAYBE], [("column", "Team lead", "name")])


def test_a_mapping_says_what_such_a_column_holds(read):
    text = LEADS.replace("Anna Bell,W", "Cy Dee,W")
    assert read(text, "column,Team lead,name\n").members["name"].tolist() == ["Anna Bell", "Ben Carr", "Cy Dee"]
    found = read(text, "column,Team lead,organisation\n")
    assert (wrong(found), found.members["organisation"].tolist()) == ([], ["Anna Bell", "Ben Carr", "Cy Dee"])
    found = read(text, "column,Team lead,(nothing)\n")
    assert (wrong(found), asked(found), found.members["name"].tolist()) == ([], [], ["", "", ""])


def test_what_is_likely_is_taken_where_that_was_accepted_and_stands_in_the_mapping(read):
    found = read(LEADS.replace("Anna Bell,W", "Cy Dee,W"), accept=True)
    assert (wrong(found), asked(found)) == ([], [("column", "Team lead", "name")])
    assert found.members["id"].tolist() == ["anna-bell", "ben-carr", "cy-dee"]


def test_of_two_such_columns_none_is_likelier(read):
    found = read("Lead,Deputy,1.1,1.2\nAnna,Ben,G,W\nCy,Dan,S,D\n", accept=True)
    assert asked(found) == [("column", "Lead", ""), ("column", "Deputy", "")]
    assert len(wrong(found)) == 2


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Gender", ("Male", "Female", "Female")),
        ("Area covered", ("North", "North", "North")),
        ("Age", ("25", "31", "44")),
        ("Other comments", ("Good", "Fine", "None")),
        ("What could be better?", ("More meetings", "Data", "Nothing much")),
        ("Why", ("It works well and we all agree", "We do not meet often enough", "No")),
        ("Overall", ("Doing well", "Some success", "")),
        ("Lead", ("Anna", "", "")),
    ],
)
def test_columns_of_anything_else_are_not_asked_about(read, heading, texts):
    rows = "".join(f"{text},{code},W\n" for text, code in zip(texts, "GSD", strict=True))
    assert not [text for text in wrong(read(f"{heading},1.1,1.2\n{rows}")) if "may say who answered" in text]


def test_nothing_is_asked_where_somebody_is_named(read):
    assert wrong(read("Name,Team lead,1.1,1.2\nAnn,Cy Dee,G,W\nBob,Ed Fox,S,D\n")) == []


def test_a_mapping_takes_a_column_of_names_for_something_else(read):
    text = "Officer,1.1,1.2\nAnna Bell,G,W\nBen Carr,S,D\n"
    found = read(text, "column,Officer,role\n")
    assert found.members[["name", "role"]].values.tolist() == [["", "Anna Bell"], ["", "Ben Carr"]]
    assert read(text, "column,Officer,(nothing)\n").members["name"].tolist() == ["", ""]
    found = read("Officer,1.1,1.2\nG,G,W\nD,S,D\n", "column,Officer,1.3\n")
    assert found.ratings.loc[found.ratings["item"] == "1.3", "level"].tolist() == ["G", "D"]


OWN = "Ref,Standard,Rating\n1.1,,G\n1.2,,W\n1.3,,S\n"
TAKEN = "“Anna Smith” stands above the answers and was taken for the name of the person who gave them."


@pytest.mark.parametrize(
    "above",
    [
        "Name: Anna Smith,,\nOrganisation: Police,,\n",
        "Name,Anna Smith,\nOrganisation,,Police\n",
        "Our self-assessment,,\nCompleted by:,Anna Smith,\nOrg:,Police,\nDate:,1 March 2026,\n",
        "Surname,Smith,\nFirst name,Anna,\nTeam,Police,\n",
    ],
)
def test_labelled_cells_above_the_table_of_one_person_say_whose_it_is(read, above):
    found = read(above + OWN)
    assert found.members.values.tolist() == [["anna-smith", "Anna Smith", "Police", ""]]
    assert (wrong(found), f"a.csv: {TAKEN}" in known(found)) == ([], True)


def test_they_do_so_above_ticks_and_above_a_single_row(read):
    ticks = "Ref,Gap identified,Working towards,Some success,Doing well\n1.1,x,,,\n1.2,,x,,\n1.3,,,x,\n"
    for text in (f"Name,Anna Smith,,,\n{ticks}", "Name,Anna Smith,\n1.1,1.2,1.3\nG,W,S\n"):
        assert read(text).members["name"].tolist() == ["Anna Smith"]


def test_a_label_without_a_value_says_nothing(read):
    for above in ("Name:,,\n", "Name: please enter your name,,\n", "Name:,Date:,\n"):
        assert read(above + OWN).members["name"].tolist() == [""]


@pytest.mark.parametrize("heading", ["Anna", "A. Smith", "AS"])
def test_a_heading_that_shortens_the_labelled_name_is_the_same_person(read, heading):
    found = read("Name,Anna Smith,\nOrganisation,Police,\n" + OWN.replace("Rating", heading))
    assert found.members[["name", "organisation"]].values.tolist() == [["Anna Smith", "Police"]]
    assert not [text for text in known(found) if "heads the answers" in text]


@pytest.mark.parametrize("heading", ["Wie weit", "Wer", "Fortschritt"])
def test_a_labelled_name_goes_before_a_heading_that_is_none(read, heading):
    found = read("Name,Anna Smith,\n" + OWN.replace("Rating", heading))
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Anna Smith"])
    assert f"a.csv, column C: “{heading}” heads the answers and was not taken for who gave them: the name " \
           "above them is Anna Smith." in known(found)  # fmt: skip


def test_a_labelled_name_above_another_name_is_asked_about(read):
    assert wrong(read("Name,Anna Smith,\n" + OWN.replace("Rating", "Bo Carr"))) == [
        "a.csv, column C: “Bo Carr” heads the answers, and the name that stands above them is Anna Smith. Take the "
        "name of the one who did not give them out of the file."
    ]


OTHERS = pytest.mark.parametrize("label", ["Lead officer", "Reviewed by", "Completed by", "Assessor", "Officer"])


@OTHERS
@pytest.mark.parametrize("heading", ["Anna", "AB", "Anna Bell"])
def test_a_heading_that_is_a_name_goes_before_one_who_led_or_wrote(read, label, heading):
    found = read(f"{label},Zoe Yu,\nTeam,Police,\n" + OWN.replace("Rating", heading))
    assert found.members[["name", "organisation"]].values.tolist() == [[heading, "Police"]]
    assert (wrong(found), known(found)[0]) == (
        [],
        "a.csv: “Zoe Yu” stands above the answers and was not taken for who gave them: they are headed with another "
        "name.",
    )


@OTHERS
@pytest.mark.parametrize("heading", ["Rating", "Wie weit"])
def test_one_who_led_or_wrote_is_taken_where_nothing_else_is_a_name(read, label, heading):
    found = read(f"{label},Zoe Yu,\n" + OWN.replace("Rating", heading))
    assert (wrong(found), found.members["name"].tolist()) == ([], ["Zoe Yu"])


@pytest.mark.parametrize(("label", "name"), [("Reviewed by", "Anna Bell"), ("Completed by", "Zoe Yu")])
def test_a_file_called_like_a_person_goes_before_one_who_reviewed(tmp_path, label, name):
    file = tmp_path / "Anna Bell.csv"
    file.write_text(f"{label},Zoe Yu,\n{OWN}", encoding="utf-8")
    found = import_ratings(file, CDRP)
    assert (wrong(found), found.members["name"].tolist()) == ([], [name])
    another = "Anna Bell.csv: “Zoe Yu” stands above the answers as another’s and was not taken for who gave them: " \
              "the file or sheet is called like a person."  # fmt: skip
    assert (another in known(found)) == (name == "Anna Bell")


@pytest.mark.parametrize("role", ["Officer", "Rater", "Partner", "Respondent", "Member", "Colleague", "Reviewer"])
@pytest.mark.parametrize("body", ["Partner", "Service", "Team", "Agency", "Department", "Your Choice Housing",
                                  "Write Now CIC"])  # fmt: skip
def test_a_role_or_organisation_that_is_a_label_elsewhere_is_one(read, role, body):
    found = read(f"Name,Anna Smith,\nOrganisation,{body},\nRole,{role},\n" + OWN)
    assert found.members[["name", "organisation", "role"]].values.tolist() == [["Anna Smith", body, role]]
    found = read(f"Name: Anna Smith,,\nOrganisation: {body},Role: {role},\n" + OWN)
    assert found.members[["name", "organisation", "role"]].values.tolist() == [["Anna Smith", body, role]]


@pytest.mark.parametrize("name", ["Insert Singh", "Dr Type", "Ms O'Neil-Here"])
def test_names_with_words_of_hints_in_them_are_names(read, name):
    assert read(f"Name,{name},\n" + OWN).members["name"].tolist() == [name]


@pytest.mark.parametrize("hint", ["Insert name here", "TYPE HERE", "Enter your full name", "Write it in capitals"])
def test_hints_on_what_to_write_name_nobody(read, hint):
    assert read(f"Name,{hint},\n" + OWN).members["name"].tolist() == [""]


def test_a_row_of_headings_labels_nothing(read):
    found = read("Role,Officer,\nPolice,Anna,\n" + OWN)
    assert found.members[["organisation", "role"]].values.tolist() == [["", ""]]


def test_names_and_organisations_stand_on_one_line(read):
    found = read('Name,Sector,1.1,1.2\n"Amara\nOkafor",Po\u00a0lice ,G,W\nBo\u00a0Carr,Po  lice,G,S\n')
    assert found.members[["name", "organisation"]].values.tolist() == [["Amara Okafor", "Po lice"],
                                                                       ["Bo Carr", "Po lice"]]  # fmt: skip


ALONE = (
    "a.csv: “Anna” stands alone above the answers, and nothing else says whose they are. If it is the name of who gave "
    "them, say name; if not, (nothing)."
)


def test_a_name_alone_above_the_table_is_asked_about(read):
    found = read("Anna,,\n" + OWN)
    assert (wrong(found), asked(found)) == ([ALONE], [("column", "Anna", "name")])
    assert read("Anna,,\n" + OWN, "column,Anna,name\n").members["name"].tolist() == ["Anna"]
    assert read("Anna,,\n" + OWN, accept=True).members["name"].tolist() == ["Anna"]
    found = read("Police,,\n" + OWN, "column,Police,organisation\n")
    assert (wrong(found), found.members["organisation"].tolist()) == ([], ["Police"])
    found = read("Anna,,\n" + OWN, "column,Anna,(nothing)\n")
    assert (wrong(found), found.members["name"].tolist()) == ([], [""])


@pytest.mark.parametrize(
    "title", ["Partnership self-assessment 2026", "Leadership", "Confidential", "Safer Northtown Partnership", "Draft"]
)
def test_a_title_above_the_table_is_no_name(read, title):
    assert title != "Leadership" or "LEADERSHIP" in {section.title.upper() for section in CDRP.sections}
    assert wrong(read(f"{title},,\n{OWN}")) == []


def beside(above, second="1.1 1.2 1.3"):
    rows = zip(("1.1", "1.2", "1.3"), "GWS", second.split(), "DDG", strict=True)
    return f"{above}\nRef,Rating,,Ref,Rating\n" + "".join(f"{ref},{a},,{other},{b}\n" for ref, a, other, b in rows)


@pytest.mark.parametrize("above", ["Anna,,,Ben,", "Name: Anna,,,Name: Ben,", "Name,Anna,,Name,Ben"])
def test_two_tables_beside_each_other_are_of_those_whose_names_stand_above_them(read, above):
    found = read(beside(above))
    assert wrong(found) == []
    assert sorted((row.member, row.item, row.level) for row in found.ratings.itertuples()) == [
        ("anna", "1.1", "G"), ("anna", "1.2", "W"), ("anna", "1.3", "S"),
        ("ben", "1.1", "D"), ("ben", "1.2", "D"), ("ben", "1.3", "G"),
    ]  # fmt: skip


def test_where_nothing_says_whose_they_are_it_is_to_be_said(read):
    assert wrong(read(beside(",,,,"))) == [
        "a.csv, column B, E: Several columns hold answers, and nothing above them says whose. Write a member’s name "
        "above each of them, or put each table on a sheet of its own."
    ]


def test_tables_beside_each_other_that_name_other_items_in_a_row_are_to_be_put_on_sheets(read):
    found = read(beside("Anna,,,Ben,", "1.2 1.1 1.3"))
    assert wrong(found) == [
        "a.csv, row 3: Two tables stand beside each other, and from this row on they name other standards. The rows in "
        "which they differ are left out: put each table on a sheet of its own."
    ]
    assert sorted((row.member, row.item) for row in found.ratings.itertuples()) == [("anna", "1.3"), ("ben", "1.3")]
