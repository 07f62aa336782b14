"""A document is written whole or not at all, never over another without being told; equal content, equal bytes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from every_block import EVERY

from assesslib import documents
from assesslib.documents import write
from assesslib.documents.model import Document, Heading
from assesslib.faults import FaultsError

BEGINS = {"docx": b"PK\x03\x04", "html": b"<!doctype html>", "pdf": b"%PDF-1.7", "xlsx": b"PK\x03\x04"}
PLAN = Document("Plan", (Heading("Goals"),))


def refused(path, document=PLAN, **how):
    with pytest.raises(FaultsError) as error:
        write.write_document(document, path, **how)
    return str(error.value)


@pytest.mark.parametrize("kind", BEGINS)
def test_the_ending_chooses_the_format(tmp_path, kind):
    path = write.write_document(EVERY, tmp_path / f"plan.{kind.upper()}")
    assert path.read_bytes() == write.as_bytes(EVERY, kind)
    assert path.read_bytes().startswith(BEGINS[kind])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["plan.odt", "plan"])
def test_another_ending_is_refused(tmp_path, name):
    path = tmp_path / name
    ending = f"“{path.suffix}”"
    near = "; nearest: .pdf" if path.suffix else ""
    assert refused(path) == (
        f"{path}: {ending} is not the ending of a document. Allowed: .docx, .html, .pdf, .xlsx{near}. "
        "End the name in one of these."
    )


def test_a_file_is_not_replaced_unless_it_is_said_so(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text("old")
    assert refused(path) == f"{path}: A file of this name is there already. Choose another name, or say force."
    assert path.read_text() == "old"
    write.write_document(PLAN, path, force=True)
    assert path.read_bytes() == write.as_bytes(PLAN, "html")


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    path = tmp_path / "no" / "plan.html"
    assert refused(path) == f"{path}: The folder it shall stand in is not there. Make the folder, or choose another."
    assert not path.parent.exists()


def test_a_folder_is_never_replaced(tmp_path):
    path = tmp_path / "plan.html"
    path.mkdir()
    assert refused(path, force=True) == f"{path}: A folder of this name is there already. Choose another name."


def test_a_document_with_faults_leaves_what_was_there(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_text("old")
    assert refused(path, Document("", ()), force=True) == (
        "the document: A document has no title. Give it one; every file is known by its title."
    )
    assert path.read_text() == "old"


def test_a_place_that_cannot_be_written_to_is_said_in_words(tmp_path, monkeypatch):
    def fail(path, parts):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(write, "write_whole", fail)
    path = tmp_path / "plan.html"
    assert refused(path) == (
        f"{path}: The file cannot be written (Permission denied). Close it in other programs, or choose another place."
    )


ASK = """
import hashlib
from every_block import EVERY
from assesslib.documents.write import FORMATS, as_bytes
print(*(hashlib.sha256(as_bytes(EVERY, kind)).hexdigest() for kind in FORMATS))
"""


def test_another_process_at_another_time_writes_the_same_bytes():
    here = [hashlib.sha256(write.as_bytes(EVERY, kind)).hexdigest() for kind in write.FORMATS]
    apart = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1000000000",
             "PYTHONPATH": str(Path(__file__).parent)}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", ASK], env=os.environ | apart, capture_output=True, text=True)
    assert (done.stdout.split(), done.stderr) == (here, "")


def test_no_public_name_is_also_a_module_of_the_room():
    modules = {path.stem for path in Path(documents.__file__).parent.glob("*.py")}
    assert modules.isdisjoint(documents.__all__)
    assert all(callable(getattr(documents, name)) or name == "Block" for name in documents.__all__)
