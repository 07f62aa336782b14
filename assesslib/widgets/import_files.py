"""Bring answers in from files of other tools: choose them, read what was found, settle the doubts, take them in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import ipywidgets as w
import pandas as pd

from assesslib.assessment.layout import MAPPING
from assesslib.faults import FaultsError
from assesslib.intake import Changes, import_into, take_in
from assesslib.intake.take_in import Into, keep_rejects
from assesslib.readers.choosing import LAYOUTS, module
from assesslib.readers.mapping import EMPTY, Line, write_mapping
from assesslib.readers.result import ImportResult
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.controls import button, show_if
from assesslib.widgets.import_doubts import asked, options_of
from assesslib.words import many

ACCEPT = ".csv,.tsv,.xlsx,.xlsm,.txt,.md"
FIRST = "Choose one file or several: what they hold is shown here before anything is written."
SAY = "Say here what each of these is, then read again. Or correct the file, and choose it again."
AGAIN = "What was written until then stands; press “Take it in” again for the rest."
MOST = 60
"""Doubts that are asked about at a time."""
_LISTED = 40
_LONGEST = 60
"""Signs of a file's name that are kept, with its ending."""


class ImportFiles(w.VBox):
    """Files to choose, what was found in them, a list for each doubt, and a button that takes it all in.

    Parameters
    ----------
    choice : ChooseAssessment
    """

    def __init__(self, choice: ChooseAssessment):
        self._choice = choice
        self._result, self._changes, self._asked = None, Changes(), ()
        self._files = w.FileUpload(accept=ACCEPT, multiple=True, description="Choose files", icon="folder-open")
        self._layout = w.Dropdown(description="Written by", options=_layouts(), layout=w.Layout(width="420px"))
        self._new = _switch("Take in people who are not in the team yet")
        self._rest = _switch("Take what can be taken; the rest goes into a file beside the data")
        self._over = _switch("Write over what stands in the folder, and what people gave or changed there themselves")
        self._report, self._done = w.HTML(page.page(page.paragraph(FIRST))), w.HTML()
        self._lead, self._doubts = w.HTML(page.page(page.paragraph(SAY, "notice"))), w.VBox()
        self._again = button("Read again with these answers", self._read, icon="refresh", layout=_WIDE)
        self._take = button("Take it in", self._write, icon="check", button_style="primary")
        super().__init__([w.HBox([self._files, self._layout]), self._new, self._rest, self._over, self._report,
                          self._lead, self._doubts, self._again, self._take, self._done])  # fmt: skip
        for control in (self._files, self._layout, self._new, self._rest, self._over):
            control.observe(self._read, "value")
        choice.observe(self._other, "assessment")
        self._settle()

    @property
    def table(self) -> pd.DataFrame:
        """The answers that were read: ``member, item, facet, state, level, comment, at``; empty before any file."""
        return pd.DataFrame() if self._result is None else self._result.answers

    def _other(self, _) -> None:
        """Another assessment: what was answered for the one before is not told to it."""
        self._asked, self._doubts.children = (), ()
        self._read()

    def _read(self, _=None) -> None:
        self._done.value = ""
        self._report.value = page.safely(self._found)
        self._doubts.children = tuple(self._doubt(line, said) for line, said in self._questions())
        self._settle()

    def _found(self) -> str:
        self._result, self._changes = None, Changes()
        if not (self._files.value and self._choice.assessment):
            return page.paragraph(FIRST)
        with TemporaryDirectory() as folder:
            paths = [_kept(Path(folder, str(n)), file) for n, file in enumerate(self._files.value, 1)]
            mapping = Path(folder, MAPPING)
            self._tell(mapping)
            self._result, self._changes = import_into(paths, self._into(), layout=self._layout.value,
                                                      add_members=self._new.value, mapping=mapping,
                                                      replacing=self._over.value)  # fmt: skip
        return report_in_html(self._result)

    def _into(self) -> Into:
        return Into(self._choice.assessment.folder)

    def _tell(self, path: Path) -> None:
        """Write what was said before, and what the lists say now, as a mapping."""
        own = self._choice.assessment.folder / MAPPING
        if own.is_file():
            path.write_bytes(own.read_bytes())
        write_mapping(path, self._said(), accepted=True)

    def _answered(self) -> dict[Line, str]:
        """What the lists say now."""
        rows = zip(self._asked, self._doubts.children, strict=False)
        return {line: row.children[1].value for line, row in rows if row.children[1].value}

    def _said(self) -> list[Line]:
        """The same as lines of a mapping."""
        return [Line(line.kind, line.found, said, line.why) for line, said in self._answered().items()]

    def _questions(self) -> list[tuple[Line, str]]:
        """What was asked before and has an answer stays with it, and what is asked now stands below."""
        answered = {} if self._result is None else self._answered()
        known = {(line.kind, line.found) for line in answered}
        new = () if self._result is None else self._result.questions
        self._asked = (*answered, *(line for line in new if (line.kind, line.found) not in known))[:MOST]
        return [(line, answered.get(line, "")) for line in self._asked]

    def _doubt(self, line: Line, said: str) -> w.HBox:
        """What is in doubt, and a list to say what it is."""
        options = options_of(line, self._choice.assessment)
        value = said if said in {value for _, value in options} else ""
        words = w.HTML(page.page(page.paragraph(asked(line))), layout=_WORDS)
        return w.HBox([words, w.Dropdown(options=options, value=value, layout=_WIDE)], layout=_ROW)

    def _settle(self) -> None:
        """What can be pressed now."""
        wrong = self._result is not None and bool(self._result.wrong)
        show_if(len(self._asked) > 0, self._lead, self._doubts, self._again)
        self._take.disabled = not self._changes or (wrong and not self._rest.value)

    def _write(self, _) -> None:
        try:
            self._done.value = page.page(self._taken())
            self._take.disabled = True
        except FaultsError as error:
            said = page.listing(map(str, error.faults))
            self._done.value = page.page(page.paragraph("This cannot be taken in:", "notice"), said)
        except OSError as error:
            why = error.strerror or "the disk failed"
            self._done.value = page.page(
                page.paragraph(f"It could not be written to the end: {why}. {AGAIN}", "notice")
            )

    def _taken(self) -> str:
        into = self._into()
        take_in(self._changes, into)
        if said := self._said():
            write_mapping(into.folder / MAPPING, said, accepted=True)
        left = keep_rejects(self._result, into.folder)
        self._choice.look_again()
        rest = f" {many(left, 'cell')} not taken: they stand in import-rejects.csv there." if left else ""
        return page.paragraph(
            f"Taken in: {self._changes.in_words()}. It stands in the folder {into.folder.name} now.{rest}"
        )


_WIDE = w.Layout(width="420px", flex="0 0 auto")
_WORDS = w.Layout(flex="1 1 0")
_ROW = w.Layout(width="100%", align_items="center", margin="0 0 4px 0")


def _switch(words: str) -> w.Checkbox:
    return w.Checkbox(description=words, indent=False, layout=w.Layout(width="640px"))


def _layouts() -> list[tuple[str, str]]:
    known = [(module(name).TITLE, name) for name in LAYOUTS]
    return [("told by the headings", ""), *((title[:1].upper() + title[1:], name) for title, name in known)]


def _kept(folder: Path, file) -> Path:
    """An uploaded file on the disk, in a folder of its own, under its own name or what a disk can hold of it."""
    said = re.split(r"[/\\]", file["name"])[-1].encode("utf-8", "replace").decode()
    name = re.sub(r"[\x00-\x1f]", "", said).strip(". ")[-_LONGEST:]
    folder.mkdir()
    path = folder / (name or "file.csv")
    path.write_bytes(bytes(file["content"]))
    return path


_COLUMNS = {"column": "Column", "heading": "Heading", "became": "Became"}
_ANSWERS = {"text": "In the file", "became": "Read as", "times": "Times"}
_MEMBERS = {"name": "Name", "id": "Id", "organisation": "Organisation", "role": "Role", "answers": "Answers"}


def report_in_html(result: ImportResult) -> str:
    """The report of an import: sentences, what is to be settled, what each column and answer became."""
    report = result.report
    wrong = [str(fault) for fault in report.faults if not fault.handled]
    known = [str(fault) for fault in report.faults if fault.handled]
    answers = report.levels.assign(text=report.levels["text"].astype("str").replace("", EMPTY))
    return "".join([
        *map(page.paragraph, report.sentences),
        page.paragraph("To settle:", "notice") + page.listing(_few(wrong)) if wrong else "",
        page.unfolding("Good to know", page.listing(_few(known))) if known else "",
        _unfolded("What each column became", report.columns, _COLUMNS, ["heading", "became"]),
        _unfolded("What each answer was read as", answers, _ANSWERS, ["text"]),
        _unfolded("Whose answers they are", report.members, _MEMBERS, ["name"]),
    ])  # fmt: skip


def _unfolded(title: str, frame: pd.DataFrame, headings: Mapping[str, str], wide: Sequence[str]) -> str:
    return page.unfolding(title, page.table(frame, headings, title, wide=wide)) if len(frame) else ""


def _few(texts: Sequence[str]) -> list[str]:
    """The first of many sentences, and how many more there are."""
    more = len(texts) - _LISTED
    return [*texts[:_LISTED], *([f"and {more} more"] if more > 0 else [])]
