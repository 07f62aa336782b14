"""The filled form: what is in the folder is what was printed, traps and all."""

import pytest

import assesslib as al

from . import worked_example
from .counting import ROOT
from .test_sample_build import content

FOLDER = ROOT / "data" / "cdrp-worked-example"


@pytest.fixture(scope="module")
def form():
    return al.open_assessment(FOLDER)


def test_the_shipped_folder_is_a_fresh_one(tmp_path):
    assert content(FOLDER) == content(worked_example.build(tmp_path / FOLDER.name).folder)


def test_it_has_no_faults_and_no_ratings(form):
    assert form.faults == ()
    assert form.ratings.empty
    assert list(form.ratings["level"].cat.categories) == ["G", "W", "S", "D"]


def test_every_standard_has_the_level_that_was_ticked(form):
    agreed = {item: "".join(rows["level"].astype("object").fillna(".")) for item, rows in form.consensus.groupby("item")}
    assert " ".join(f"{item}{levels}" for item, levels in agreed.items()) == (
        "1.1G 1.2W 1.3W 1.4G 1.5W 2.1WS 2.2W 2.3W 2.4S 3.1W 3.2. 3.3W 3.4W 4.1S 4.2W 5.1S 5.2S 5.3S 5.4W 5.5D"
    )


def test_2_1_is_split_between_local_and_national(form):
    rows = form.consensus.query("item == '2.1'")
    assert list(zip(rows["facet"], rows["state"], rows["level"], strict=True)) == [
        ("local", "split", "W"),
        ("national", "split", "S"),
    ]


def test_3_2_was_left_blank_and_still_has_evidence_and_a_goal(form):
    assert form.consensus.query("item == '3.2'")["state"].tolist() == ["blank"]
    kinds = form.notes.query("item == '3.2'")["kind"].value_counts().to_dict()
    assert kinds == {"evidence": 3, "goal": 1}


def test_the_watermark_is_no_comment(form):
    comments = form.notes.query("kind == 'comment'")
    assert comments["item"].tolist() == ["1.1", "1.2", "1.5", "2.2", "3.1", "4.1", "5.3", "5.4"]
    assert not form.notes["text"].str.contains(r"\bExample\b").any()


def test_every_bullet_is_a_note_of_its_own(form):
    assert form.notes["kind"].value_counts().to_dict() == {"goal": 52, "evidence": 40, "comment": 8}
    assert form.notes.query("id == 'goal-1.5-1'")["text"].item() == "As 1.2."
    assert not form.notes["text"].str.contains("[<>•]").any()
    assert not form.notes.duplicated("id").any()


def test_columns_that_were_shifted_are_put_right(form):
    said = form.notes.set_index("id")["text"]
    assert said["comment-3.1-1"] == "Vacant posts 2002-2003."
    assert said["evidence-3.1-1"] == "Proposed new partnership & team structure."
    assert said["comment-5.4-1"] == "Not all partners working in a problem solving fashion"
    assert said["evidence-5.5-1"] == "Case management process within the DAT/CDRP work within these frameworks"
