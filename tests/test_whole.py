"""A file is written whole or not at all, and nothing is left beside it."""

import errno

import pytest

from assesslib import whole

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "a.toml"
    found.write_bytes(b"old")
    return found


def fail(*_):
    raise FULL


def half():
    yield b"ne"
    raise FULL


def test_the_old_file_is_replaced_and_nothing_stands_beside_it(path):
    whole.write_whole(path, [b"ne", b"w\r\n"])
    assert path.read_bytes() == b"new\r\n"
    assert list(path.parent.iterdir()) == [path]


def test_it_is_on_the_disk_before_it_takes_its_name(path, monkeypatch):
    seen = []
    monkeypatch.setattr(whole.os, "fsync", lambda _: seen.append(path.read_bytes()))
    whole.write_whole(path, [b"new"])
    assert seen == [b"old"]


@pytest.mark.parametrize("where", ["parts", "sync"])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(path, monkeypatch, where):
    if where == "sync":
        monkeypatch.setattr(whole.os, "fsync", fail)
    with pytest.raises(OSError, match=r"^\[Errno 28\] No space left on device$"):
        whole.write_whole(path, half() if where == "parts" else [b"new"])
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
