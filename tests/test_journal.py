"""Journals: nothing acknowledged is ever lost, whoever dies while writing."""

import multiprocessing
import os
import random
import signal
import time
from datetime import UTC, datetime

import pytest

from assesslib import csvfile, journal

COLUMNS = ("at", "item", "comment", "by")


def add(path, item, **cells):
    return journal.append(path, COLUMNS, [{"item": item, **cells}])[0]


def items(path, *more):
    return [entry.cells["item"] for entry in journal.read([path, *more], COLUMNS, path.parent).entries]


def faults(path):
    return [str(fault) for fault in journal.read([path], COLUMNS, path.parent).faults]


def test_rows_come_back_as_they_went_in(tmp_path):
    path = tmp_path / "ann.csv"
    texts = ["plain", "a, b", 'so "b"', "two\nlines", "=1+1", "-", "'=x", "é ü 🙂", "", "  ", "\r\n", "x" * 200_000]
    for text in texts:
        add(path, "1", comment=text)
    assert [entry.cells["comment"] for entry in journal.read([path], COLUMNS, tmp_path).entries] == texts
    assert faults(path) == []


def test_a_spreadsheet_can_open_it(tmp_path):
    add(tmp_path / "ann.csv", "1", comment="=cmd", at="2026-03-03T09:15:00Z")
    assert (tmp_path / "ann.csv").read_bytes() == (
        '\ufeffat,item,comment,by\n2026-03-03T09:15:00.000000Z,1,\'=cmd,""\n'.encode()
    )


def test_time_only_goes_forward_even_where_the_clock_does_not(tmp_path, monkeypatch):
    path = tmp_path / "ann.csv"
    add(path, "1")
    monkeypatch.setattr(journal, "now", lambda: "2001-01-01T00:00:00.000000Z")
    late = add(path, "2")["at"]
    assert items(path) == ["1", "2"]
    assert late > journal.stamp(datetime(2026, 1, 1, tzinfo=UTC))


def test_time_goes_forward_in_a_file_whose_columns_a_spreadsheet_put_in_another_order(tmp_path):
    path = tmp_path / "ann.csv"
    path.write_text("item,at,comment,by\n1,2999-01-01T00:00:00Z,,\n2,soon,,\n3,2998-13-01T00:00:00.000000Z,,\n4\n")
    assert add(path, "5")["at"] == "2999-01-01T00:00:00.000001Z"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_saved_by_a_spreadsheet_is_added_to_in_its_own_way(tmp_path, delimiter, encoding):
    path = tmp_path / "ann.csv"
    text = "by,item,at,comment\r\nañ,1,2026-01-01T00:00:00Z,café\r\n"
    path.write_bytes(text.replace(",", delimiter).encode(encoding))
    add(path, "2", comment="thé")
    rows = journal.read([path], COLUMNS, tmp_path).entries
    assert [(row.cells["item"], row.cells["comment"]) for row in rows] == [("1", "café"), ("2", "thé")]


@pytest.mark.parametrize(
    "data", ["at,item,comment,by\n".encode("utf-16"), b"at,item,note\n", b"\x00\x01", b"at,item,comment,by,Item\n"]
)
def test_a_file_that_can_no_longer_hold_the_row_gets_a_sibling(tmp_path, data):
    path = tmp_path / "ann.csv"
    path.write_bytes(data)
    add(path, "2")
    add(path, "3")
    assert path.read_bytes() == data
    assert items(tmp_path / "ann (2).csv") == ["2", "3"]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_journal_that_lacks_a_column_is_set_aside_whole_and_says_so(tmp_path, column):
    path = tmp_path / "ann.csv"
    add(path, "1", comment="c", at="2026-01-01T00:00:00Z")
    path.write_text(path.read_text("utf-8-sig").replace(column, "mine", 1))
    assert items(path) == []
    names = ", ".join("mine" if name == column else name for name in COLUMNS)
    missing, *unread = faults(path)
    assert missing == (
        f"ann.csv, row 1: “{column}” is a column this file must have and does not. It has: {names}. "
        "Add the column or put its name right."
    )
    assert len(unread) == (column != "by")


def test_when_append_returns_the_last_of_it_is_on_the_disk(tmp_path, monkeypatch):
    path, synced, sync = tmp_path / "ann.csv", [], os.fsync

    def noted(descriptor):
        synced.append((os.fstat(descriptor).st_ino, os.fstat(descriptor).st_size))
        sync(descriptor)

    monkeypatch.setattr(journal.os, "fsync", noted)
    for item in "12":
        add(path, item)
        found = path.stat()
        assert (found.st_ino, found.st_size) in synced


def test_wherever_a_writer_dies_the_rows_before_and_after_stand(tmp_path):
    path = tmp_path / "ann.csv"
    add(path, "1", comment='so "b",\nand', by='Ann "A"')
    whole = path.read_bytes()
    add(path, "2", comment='torn "x",\nhere ☕', by="facilitator")
    last = path.read_bytes()[len(whole) :]
    for cut in range(len(last)):
        path.write_bytes(whole + last[:cut])
        assert items(path) in (["1"], ["1", "2"]), cut
        add(path, "3", comment="after")
        assert items(path) in (["1", "3"], ["1", "2", "3"]), cut
        finished = cut == len(last) - 1
        assert ("2" in items(path)) == finished, cut
        torn = [fault for fault in faults(path) if "never finished" in fault]
        assert len(torn) == (0 < cut < len(last) - 1), (cut, torn)


def test_an_unfinished_row_is_reported_and_needs_nothing_doing(tmp_path):
    path = tmp_path / "ann.csv"
    path.write_text("at,item,comment,by\n2026-01-01T00:00:00Z,1,lo")
    [fault] = journal.read([path], COLUMNS, tmp_path).faults
    assert fault.handled
    assert str(fault) == (
        "ann.csv, row 2: “2026-01-01T00:00:00Z,1,lo” was never finished "
        "(the program was stopped while writing it) and is left out."
    )


def test_a_row_without_a_time_is_set_aside_and_reported(tmp_path):
    path = tmp_path / "ann.csv"
    path.write_text("at,item,comment,by\nyesterday,1,,\n2026-01-01T00:00:00Z,2,,\n")
    assert items(path) == ["2"]
    assert faults(path) == [
        "ann.csv, row 2, column at: “yesterday” is not a time. "
        "Write it like 2026-03-03T09:15:00Z; the row was set aside."
    ]


def test_copies_are_merged_by_time_and_rows_in_both_taken_once(tmp_path):
    ours, copy = tmp_path / "ann.csv", tmp_path / "ann (conflicted copy).csv"
    add(ours, "1", at="2026-01-01T00:00:01Z")
    copy.write_bytes(ours.read_bytes())
    add(copy, "2", at="2026-01-01T00:00:02Z")
    add(ours, "3", at="2026-01-01T00:00:03Z")
    assert items(ours, copy) == ["1", "2", "3"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_an_error_not_a_silence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        add(tmp_path / "ann.csv", "1")


def test_a_folder_that_is_gone_is_an_error_not_a_new_folder(tmp_path):
    with pytest.raises(FileNotFoundError):
        add(tmp_path / "gone" / "ann.csv", "1")
    assert not (tmp_path / "gone").exists()


def test_a_full_disk_is_an_error_and_what_stood_stands(tmp_path, monkeypatch):
    path = tmp_path / "ann.csv"
    add(path, "1")

    def half(file, text):
        file.write(csvfile.encode(text)[:9])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "_write", half)
    with pytest.raises(OSError, match="No space left on device"):
        add(path, "2")
    monkeypatch.undo()
    add(path, "3")
    assert items(path) == ["1", "3"]


def write_slowly(file, text):
    """As a slow drive does it: a little at a time, so that a kill finds rows half written."""
    data = csvfile.encode(text)
    for place in range(0, len(data), 1000):
        file.write(data[place : place + 1000])
        time.sleep(0.0002)
    os.fsync(file.fileno())


def write_many(path, acknowledged, name, count, size, write=journal._write):
    journal._write = write
    for number in range(count):
        add(path, f"{name}{number}", comment="x\n" * random.randrange(size))
        acknowledged.send(f"{name}{number}")


def drain(pipe):
    """What a writer acknowledged; the last message of a killed one may be cut, and then it was never heard."""
    heard = []
    try:
        while pipe.poll():
            heard.append(pipe.recv())
    except (EOFError, OSError):
        pass
    return heard


def start(path, name, count, size, *write):
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    process = context.Process(target=write_many, args=(path, theirs, name, count, size, *write))
    process.start()
    theirs.close()
    return process, ours


def test_two_processes_writing_one_journal_lose_nothing(tmp_path):
    path = tmp_path / "consensus.csv"
    writers = [start(path, name, 100, 50) for name in "ab"]
    for process, _ in writers:
        process.join(60)
    heard = [item for _, pipe in writers for item in drain(pipe)]
    assert len(heard) == 200
    assert sorted(items(path)) == sorted(heard)
    assert faults(path) == []


def kill_while_writing(path, name, chance):
    """Start a writer of long rows, kill it soon after its first row; returns what it acknowledged."""
    process, pipe = start(path, name, 10**6, 5_000, write_slowly)
    assert pipe.poll(20)
    time.sleep(chance.uniform(0, 0.01))
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    return drain(pipe)


def test_every_acknowledged_row_survives_three_hundred_kills(tmp_path):
    """On each journal one writer keeps going while others are killed, some of them in the middle of a row."""
    chance, torn = random.Random(7), 0
    for round_ in range(25):
        path = tmp_path / f"consensus-{round_}.csv"
        survivor, told = start(path, "s", 12, 10)
        heard = [item for kill in range(12) for item in kill_while_writing(path, f"k{kill}-", chance)]
        survivor.join(60)
        heard += drain(told)
        assert set(heard) <= set(items(path))
        assert all("never finished" in fault for fault in faults(path))
        torn += len(faults(path))
    assert torn > 20
