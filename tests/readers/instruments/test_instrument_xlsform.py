"""An XLSForm becomes a framework: groups, the shared list of answers, languages, tables, and all that is no item."""

import pytest
from readers.raw_kit import raw

from assesslib.readers.instruments import Wishes, read_sheets, report

CHOICES = """list_name,name,label
agree,1,Disagree
agree,2,Neither
agree,3,Agree
agree,99,Don't know
"""


def read(survey, lists=CHOICES, settings="", **wishes):
    sheets = [raw(text, file="form.xlsx", name=name)
              for name, text in (("survey", survey), ("choices", lists), ("settings", settings)) if text]  # fmt: skip
    return read_sheets(sheets, Wishes(**{"id": "mine", "title": "Mine", "version": "1"} | wishes))


def parts(one):
    return [(section.title, section.intro, [(item.id, item.text) for item in section.items])
            for section in one.sections]  # fmt: skip


def became(one, sheet="survey"):
    rows = report(one).query(f"place.str.contains('sheet {sheet}')")
    return [tuple(row)[1:] for row in rows.itertuples(index=False)]


def standing(one):
    return [str(fault) for fault in one.standing]


def handled(one):
    return [str(fault) for fault in one.faults if fault.handled and "rise from" not in str(fault)]


PLAIN = """type,name,label,hint
start,start,,
note,hello,Think of last year.,
text,who,What is your name?,
select_one orgs,org,Which organisation do you work for?,
begin_group,g1,Leadership,
note,n1,About leading.,
select_one agree,q_1,1.1 Partners trust each other,Be frank
text,q_1_comment,Your comment,
select one agree,q_10,1.10 Partners meet,
text,s1,Strengths,
end_group,,,
begin group,g2,People,
select_one agree or_other,q_2,2.1 Trained,
integer,age,How old are you?,
select_multiple agree,many,Which of these?,
text,ask,What is missing?,
end group,,,
text,more,Anything else?,
"""


def test_groups_items_notes_prompts_and_questions_find_their_places():
    one = read(PLAIN, CHOICES + "orgs,p,Police\norgs,c,Council\n")
    assert parts(one) == [
        ("Leadership", "About leading.", [("1.1", "Partners trust each other"), ("1.10", "Partners meet")]),
        ("People", "", [("2.1", "Trained")]),
    ]
    assert [(level.code, level.label) for level in one.levels] == [("a", "Disagree"), ("b", "Neither"), ("c", "Agree")]
    assert [(prompt.kind, prompt.label, prompt.of) for prompt in one.prompts] == [
        ("comment", "Your comment", "item"),
        ("strength", "Strengths", "section"),
    ]
    assert [section.prompts for section in one.sections] == [("strength",), ()]
    assert [question.text for question in one.sections[1].questions] == ["What is missing?"]
    assert [(question.id, question.text) for question in one.closing_questions] == [("more", "Anything else?")]
    assert [passage.text for passage in one.introduction] == [("Think of last year.",)]
    assert standing(one) == []


def test_the_report_has_every_row_with_what_it_became_and_why():
    one = read(PLAIN, CHOICES + "orgs,p,Police\norgs,c,Council\n")
    number = "its number {} was taken from the beginning of its wording"
    assert became(one) == [
        ("start | start", "left out", "it is the tool's own record"),
        ("Think of last year.", "introduction", ""),
        ("What is your name?", "left out", "it asks who answers, which is asked anyway"),
        ("Which organisation do you work for?", "left out", "it asks who answers, which is asked anyway"),
        ("Leadership", "section leadership", ""),
        ("About leading.", "introduction of section leadership", ""),
        ("Partners trust each other", "item 1.1 of section leadership",
         f"its hint was left out; {number.format('1.1')}"),
        ("Your comment", "a prompt for notes, comment, of every item", ""),
        ("Partners meet", "item 1.10 of section leadership", number.format("1.10")),
        ("Strengths", "a prompt for notes, strength, of section leadership", ""),
        ("end_group", "the end of a group", ""),
        ("People", "section people", ""),
        ("Trained", "item 2.1 of section people", f"“other” is no level; {number.format('2.1')}"),
        ("How old are you?", "left out", "it asks for a number, not for a level"),
        ("Which of these?", "left out", "it takes several answers at once"),
        ("What is missing?", "question ask of section people", ""),
        ("end group", "the end of a group", ""),
        ("Anything else?", "closing question more", ""),
    ]  # fmt: skip
    assert became(one, "choices") == [
        ("Disagree", "level a", "“1” is no code: codes are 1 to 3 letters"),
        ("Neither", "level b", "“2” is no code: codes are 1 to 3 letters"),
        ("Agree", "level c", "“3” is no code: codes are 1 to 3 letters"),
        ("Don't know", "left out", "every item can be answered so; it is no level"),
        ("Police", "left out", "the list orgs is not the scale"),
        ("Council", "left out", "the list orgs is not the scale"),
    ]


SEVERAL = "type,name,label\nselect_one agree,a,One\nselect_one agree,b,Two\nselect_one yn,c,Three\n"
YES_NO = CHOICES + "yn,y,Yes\nyn,n,No\n"


def test_several_lists_are_a_question():
    one = read(SEVERAL, YES_NO)
    assert one.levels == ()
    assert standing(one) == [
        "form.xlsx, sheet survey: The questions have 2 different lists of answers: agree (2 questions, “Disagree” to "
        "“Agree”); yn (1 question, “Yes” to “No”). Say which is the scale, e.g. --choices agree; questions with other "
        "answers are then left out, and told."
    ]


def test_the_answer_names_the_list_and_leaves_the_other_questions_out():
    one = read(SEVERAL, YES_NO, choices="agree")
    assert [item.text for item in one.items] == ["One", "Two"]
    assert became(one)[-1] == ("Three", "left out", "its answers, the list yn, are not the scale")
    assert standing(read(SEVERAL, YES_NO, choices="agreed")) == [
        "form.xlsx, sheet survey: “agreed” is not a list of answers of the form. "
        "Allowed: agree, yn; nearest: agree. Name one of these."
    ]


def test_lists_with_the_same_wordings_are_one():
    twin = CHOICES + "twin,x,disagree\ntwin,y,NEITHER\ntwin,z,Agree\n"
    one = read("type,name,label\nselect_one agree,a,One\nselect_one twin,b,Two\n", twin)
    assert [item.text for item in one.items] == ["One", "Two"]
    assert became(one, "choices")[-1] == ("Agree", "left out", "the list twin has the wordings of the scale")


LANGUAGES = """type,name,label::English (en),label::Deutsch (de)
begin group,g,Leading,Leitung
select_one agree,a,Trust,Vertrauen
select_one agree,b,Meet,
end group,,,
"""
BOTH = "list name,name,label::English (en),label::Deutsch (de)\nagree,1,Never,Nie\nagree,2,Always,Immer\n"


@pytest.mark.parametrize("language", ["Deutsch (de)", "de", "deutsch"])
def test_one_of_several_languages_is_read_and_what_it_lacks_is_told(language):
    one = read(LANGUAGES, BOTH, language=language)
    assert parts(one) == [("Leitung", "", [("a", "Vertrauen"), ("b", "Meet")])]
    assert [level.label for level in one.levels] == ["Nie", "Immer"]
    assert handled(one)[0] == (
        "form.xlsx, sheet survey, row 4: “Meet” has no wording in Deutsch (de); that in another language was taken. "
        "Write it in the form, or in the framework."
    )


def test_the_forms_own_language_is_read_and_without_one_it_is_asked():
    assert read(LANGUAGES, BOTH, "default_language\nDeutsch (de)\n").sections[0].title == "Leitung"
    assert standing(read(LANGUAGES, BOTH)) == [
        "form.xlsx, sheet survey: The form is worded in several languages. Allowed: English (en), Deutsch (de). "
        'Say which is read, e.g. --language "English (en)".'
    ]
    assert standing(read(LANGUAGES, BOTH, language="fr")) == [
        "form.xlsx, sheet survey, row 2: “fr” is not a language of the form. "
        "Allowed: English (en), Deutsch (de); nearest: English (en). Name one of these."
    ]


def test_the_question_above_a_table_is_said_in_the_section_and_its_head_is_no_item():
    one = read(
        "type,name,label,appearance\nbegin group,g,Leading,\nbegin group,t,How far?,table-list\n"
        "select_one agree,h,Answers,label\nselect_one agree,a,Trust,list-nolabel\nend group\nend group\n"
    )
    assert parts(one) == [("Leading", "How far?", [("a", "Trust")])]
    assert became(one)[2] == ("Answers", "left out", "it only shows the answers above a table")


def test_the_rows_of_a_rating_and_of_a_matrix_are_items():
    one = read(
        "type,name,label,kobo--score-choices,kobo--matrix_list\n"
        "begin_score,s,How far?,agree,\nscore__row,s1,Trust,,\nscore__row,s2,Meet,,\nend_score,,,,\n"
        "begin_kobomatrix,m,Each partner,,who\nselect_one agree,c,is heard,,\nend_kobomatrix,,,,\n",
        CHOICES + "who,p,Police\nwho,h,Health\n",
    )
    assert parts(one) == [
        ("How far?", "", [("s1", "Trust"), ("s2", "Meet")]),
        ("Each partner", "", [("m-p-c", "Police: is heard"), ("m-h-c", "Health: is heard")]),
    ]
    assert standing(one) == []


def test_a_group_within_a_group_says_the_titles_above_it_and_one_without_a_title_is_none():
    one = read(
        "type,name,label\nbegin group,a,Outer\nbegin group,x,\nbegin repeat,b,Inner\nselect_one agree,q,One\n"
        "end repeat\nend group\nselect_one agree,r,Two\nend group\n"
    )
    assert parts(one) == [("Inner", "Outer", [("q", "One")]), ("Outer", "", [("r", "Two")])]
    assert became(one)[1:3] == [
        ("begin group | x", "left out", "it has no title of its own"),
        ("Inner", "section inner", "a group that the form asks several times is asked once"),
    ]


def test_a_form_that_is_not_whole_is_read_as_far_as_it_goes():
    one = read("type,name,label,disabled\nend group,,,\nbegin group,g,Leading,\nselect_one agree,a,Trust ${who},\n"
               "select_one agree,b,Old,yes\nselect_one agree,c,,\n")  # fmt: skip
    assert parts(one) == [("Leading", "", [("a", "Trust ${who}")])]
    assert standing(one) == [
        "form.xlsx, sheet survey, row 6: The question has no wording. Write its label, or take the row out."
    ]
    assert [said for said in handled(one) if "row 3" in said or "who" in said] == [
        "form.xlsx, sheet survey, row 4: “Trust ${who}” holds a word that the form fills in. "
        "It stays as it is; put it right in the framework.",
        "form.xlsx, sheet survey, row 3: The group is not ended; it was taken to end with the form. "
        "Add the missing row “end group” where it ends.",
    ]
    assert became(one)[0] == ("end group", "left out", "no group is open here")
    assert became(one)[3] == ("Old", "left out", "it is disabled in the form")


def test_a_list_that_is_not_in_the_form_is_a_fault_that_a_given_scale_answers():
    survey = "type,name,label\nselect_one gone,a,One\n"
    assert standing(read(survey)) == [
        "form.xlsx, sheet survey: “gone” is a list of answers that the form does not hold. "
        'Add it to the sheet choices, or give the scale: --scale "a=Not at all;b=Partly".'
    ]
    assert standing(read(survey, scale="a=No;b=Yes")) == []


def test_the_settings_give_title_id_and_version():
    one = read(PLAIN, CHOICES, "form_title,form_id,version,style\nOur form,our_form,2026,pages\n", id="", title="",
               version="")  # fmt: skip
    assert (one.title, one.id, one.version) == ("Our form", "our-form", "2026")
    assert became(one, "settings") == [
        ("style: pages", "left out", "it is a setting of the tool"),
        ("version: 2026", "version", ""),
        ("form_id: our_form", "id", ""),
        ("form_title: Our form", "title", ""),
    ]


def test_groups_without_end_inside_one_another_are_refused_in_bounded_time():
    survey = "type,name,label\n" + "begin group,g,Leading\n" * 5000 + "select_one agree,a,Trust\n"
    assert standing(read(survey))[0] == (
        "form.xlsx, sheet survey, row 42: Groups stand inside one another more than 40 deep. "
        "Check that it is the right file."
    )


def test_a_matrix_that_multiplies_without_end_is_refused():
    survey = "type,name,label,kobo--matrix_list\nbegin_kobomatrix,m,M,who\n" + "select_one agree,c,is heard,\n" * 300
    one = read(survey, CHOICES + "".join(f"who,w{n},Partner {n}\n" for n in range(300)))
    assert standing(one) == [
        "form.xlsx, sheet survey: The form asks more than 40000 things. Check that it is the right file."
    ]
