"""What every capture screen promises: saved means on the disk; what could not be written is kept and tried again."""

import errno
import sys

import pytest

import assesslib as al
from assesslib.faults import Fault, FaultsError
from assesslib.widgets.capture import OTHER_SETTINGS, Capture, said, stamps


class Line(Capture):
    """A screen with nothing but one line for the progress journal."""

    def act(self, entry):
        self.assessment.record(entry["section"], "opened")

    def shown(self):
        return {"sections": self.assessment.progress["section"].tolist()}


@pytest.fixture
def assessment(tmp_path):
    return al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One")


@pytest.fixture
def line(assessment, monkeypatch):
    screen = Line(assessment)
    screen.told = []
    monkeypatch.setattr(screen, "send", lambda message: screen.told.append(message))
    return screen


def test_saved_is_said_after_the_row_is_in_the_file(line, monkeypatch):
    monkeypatch.setattr(line, "send", lambda message: line.told.append((message, len(line.assessment.progress))))
    line.receive({"seq": 7, "section": "leadership"})
    assert line.told == [({"type": "saved", "seq": 7}, 1)]
    assert line.state == {"sections": ["leadership"]}


def test_what_is_not_allowed_is_refused_and_the_next_is_taken(line):
    line.receive({"seq": 1, "section": "nowhere"})
    line.receive({"seq": 2, "section": "resources"})
    assert [message["type"] for message in line.told] == ["refused", "saved"]
    assert line.told[0]["text"].startswith("column section: “nowhere” is not a section of this framework.")
    assert line.state == {"sections": ["resources"]}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "the folder or file may not be written to"),
        (errno.EROFS, "the folder may only be read"),
        (errno.ENOENT, "the folder is not where it was"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_cannot_be_written_is_kept_in_order_and_tried_again(line, monkeypatch, number, words):
    record = type(line.assessment).record

    def fail(*_, **__):
        raise OSError(number, "Input/output error")

    monkeypatch.setattr(type(line.assessment), "record", fail)
    line.receive({"seq": 1, "section": "leadership"})
    line.receive({"seq": 2, "section": "resources"})
    assert {message["type"] for message in line.told} == {"waiting"}
    assert {message["seq"] for message in line.told} == {1, 2}
    assert line.told[0]["text"] == f"NOT SAVED: {words}. What you entered is kept here and tried again every second."
    monkeypatch.setattr(type(line.assessment), "record", record)
    line.flush()
    assert line.told[-2:] == [{"type": "saved", "seq": 1}, {"type": "saved", "seq": 2}]
    assert line.state == {"sections": ["leadership", "resources"]}


def test_what_others_write_is_seen_on_the_next_look(line):
    al.open_assessment(line.assessment.folder).record("leadership", "opened")
    assert line.state == {"sections": []}
    line._look()
    assert line.state == {"sections": ["leadership"]}


def test_a_look_at_an_unchanged_folder_reads_nothing(line, monkeypatch):
    monkeypatch.setattr(Line, "shown", lambda _: pytest.fail("read"))
    line._look()


def test_a_folder_that_cannot_be_read_is_said_and_the_rest_stays_on_the_screen(line, monkeypatch):
    line.receive({"seq": 1, "section": "leadership"})

    def fail(_):
        raise FaultsError([Fault("is gone", value="ann.csv")])

    monkeypatch.setattr(Line, "shown", fail)
    line.refresh()
    assert line.state == {"sections": ["leadership"], "trouble": "The folder cannot be read: “ann.csv” is gone."}


def test_the_repr_shows_nothing_that_was_entered(line):
    line.receive({"seq": 1, "section": "leadership"})
    assert repr(line) == "Line"


def test_stamps_change_with_every_row(assessment):
    before = stamps(assessment.folder)
    assessment.record("leadership", "opened")
    assert stamps(assessment.folder) != before
    assert stamps(assessment.folder / "gone") == frozenset()


def test_an_unknown_error_is_said_in_its_own_words():
    assert said(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert said(OSError()) == "the file is held by another program"


@pytest.fixture
def gone(line, monkeypatch):
    """A function that takes the folder away from under the screen, or brings it back; entries fail meanwhile."""
    record = type(line.assessment).record

    def fail(*_, **__):
        raise OSError(errno.ENOENT, "No such file")

    return lambda is_gone=True: monkeypatch.setattr(type(line.assessment), "record", fail if is_gone else record)


def test_however_many_wait_each_is_said_once_and_one_timer_tries_again(line, gone, monkeypatch):
    timers = []

    class Timer:
        def __init__(self, *_):
            timers.append(self)
            self.runs = True

        def start(self):
            self.daemon = True

        def cancel(self):
            self.runs = False

    monkeypatch.setattr("assesslib.widgets.capture.threading.Timer", Timer)
    monkeypatch.setitem(sys.modules, "ipykernel.kernelapp", None)
    gone()
    for seq in range(40):
        line.receive({"seq": seq, "section": "leadership"})
    for _ in range(3):
        line.flush()
    assert [message["seq"] for message in line.told] == list(range(40))
    assert sum(timer.runs for timer in timers) == 1
    gone(False)
    line.flush()
    assert [message["type"] for message in line.told[40:]] == ["saved"] * 40
    assert not any(timer.runs for timer in timers)


def test_another_reason_is_said_again(line, monkeypatch):
    for number in (errno.ENOENT, errno.ENOSPC, errno.ENOSPC):

        def fail(*_, number=number, **__):
            raise OSError(number, "")

        monkeypatch.setattr(type(line.assessment), "record", fail)
        line.receive({"seq": 1, "section": "leadership"}) if not line.told else line.flush()
    assert [message["text"].split(".")[0] for message in line.told] == [
        "NOT SAVED: the folder is not where it was", "NOT SAVED: the disk is full"
    ]  # fmt: skip


def test_a_page_that_heard_no_answer_asks_again_and_nothing_is_written_twice(line):
    line.receive({"seq": 1, "section": "leadership"})
    line.receive({"seq": 2, "section": "nowhere"})
    heard, rows = list(line.told), len(line.assessment.progress)
    line.receive({"type": "again", "numbers": [1, 2, 3]})
    assert line.told == [*heard, *heard]
    assert len(line.assessment.progress) == rows


def test_a_page_that_knows_what_waits_hears_of_it_only_once_it_waits_no_more(line, gone):
    gone()
    line.receive({"seq": 1, "section": "leadership"})
    said = line.told[0]
    line.receive({"type": "again", "numbers": [], "waiting": [1]})
    assert line.told == [said]
    line.receive({"type": "again", "numbers": [1], "waiting": []})
    assert line.told == [said, said]
    gone(False)
    line.flush()
    line.receive({"type": "again", "numbers": [], "waiting": [1]})
    assert line.told[2:] == [{"type": "saved", "seq": 1}] * 2


def test_settings_that_were_changed_are_said_until_the_page_is_run_again(line):
    settings = line.assessment.folder / "assessment.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f'{before}\n[[members]]\nid = "ann"\n', encoding="utf-8")
    line._look()
    assert line.state == {"sections": [], "trouble": (
        "assessment.toml was changed after this page was opened, so members and names may be others by now. "
        "To see them, run the page again (Run ▸ Run All Cells)."
    )}  # fmt: skip
    settings.write_text("[[members", encoding="utf-8")
    line._look()
    assert line.state["trouble"] == OTHER_SETTINGS
    settings.write_text(f"# A remark\n{before}", encoding="utf-8")
    line._look()
    assert line.state == {"sections": []}
