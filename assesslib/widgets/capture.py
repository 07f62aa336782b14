"""What every capture screen does: write at once, say so only then, keep and retry what could not be written."""

import errno
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from assesslib.assessment import Assessment
from assesslib.assessment.layout import SETTINGS
from assesslib.assessment.settings import read_settings
from assesslib.faults import FaultsError

RETRY, LOOK = 1.0, 1.0
"""Seconds between tries to write what waits, and between looks at the folder for what others wrote."""
_REMEMBERED = 1000
"""Answers that are kept for a page that asks again."""
OTHER_SETTINGS = (
    "assessment.toml was changed after this page was opened, so members and names may be others by now. "
    "To see them, run the page again (Run ▸ Run All Cells)."
)
_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EACCES: "the folder or file may not be written to",
    errno.EPERM: "the folder or file may not be written to",
    errno.EROFS: "the folder may only be read",
    errno.ENOENT: "the folder is not where it was",
}


class Capture(anywidget.AnyWidget):
    """A screen that writes what is entered to an assessment's folder.

    The page sends each entry as a message with a number; the answer ``saved`` goes back once the row is on the disk,
    ``waiting``, once, where it could not be written (it is kept and tried again), ``refused`` where it was not
    allowed. An entry of the type ``again`` has the answers to its ``numbers`` sent again, as far as there are any: a
    page asks for them where none came. Of those it names as ``waiting`` it hears only once they wait no more.

    Attributes
    ----------
    state : dict
        All that the page shows, worked out from the folder alone.
    """

    state = traitlets.Dict().tag(sync=True)

    def __init__(self, assessment: Assessment, **traits: Any):
        self.assessment = assessment
        self._waiting: list[Mapping[str, Any]] = []
        self._told: dict[object, dict[str, Any]] = {}
        self._retry: threading.Timer | None = None
        self._settings_seen: tuple[object, bool] = (None, False)
        self._seen: object = None
        # A kernel may hand over messages from several threads at a time, and the timers have their own.
        self._one_at_a_time = threading.RLock()
        super().__init__(**traits)
        self.on_msg(lambda _, content, __: self.receive(content))
        self.refresh()
        every(LOOK, self._look, lambda: self.comm is not None)

    def __repr__(self) -> str:
        return type(self).__name__

    def act(self, entry: Mapping[str, Any]) -> None:
        """Write one entry; a subclass says how."""
        raise NotImplementedError

    def shown(self) -> dict[str, Any]:
        """The state as the folder has it now; a subclass says what."""
        raise NotImplementedError

    def receive(self, entry: Mapping[str, Any]) -> None:
        """Take one entry from the page, after all that waits."""
        with self._one_at_a_time:
            if entry.get("type") == "again":
                return self._tell_again(entry.get("numbers") or (), entry.get("waiting") or ())
            self._waiting = [*self._waiting, entry]
            self.flush()

    def flush(self) -> None:
        """Write what waits, in order, as far as it goes."""
        with self._one_at_a_time:
            self._stop_retry()
            while self._waiting:
                try:
                    self._write(self._waiting[0])
                except OSError as fault:
                    return self._hold(fault)
                self._waiting = self._waiting[1:]
            self.refresh()

    def _write(self, entry: Mapping[str, Any]) -> None:
        try:
            self.act(entry)
        except FaultsError as faults:
            self._tell(entry, {"type": "refused", "text": str(faults)})
        else:
            self._tell(entry, {"type": "saved"})

    def _hold(self, fault: OSError) -> None:
        text = f"NOT SAVED: {said(fault)}. What you entered is kept here and tried again every second."
        for entry in self._waiting:
            self._tell(entry, {"type": "waiting", "text": text})
        self._retry = once(RETRY, self.flush)

    def _stop_retry(self) -> None:
        """One timer is enough, however many entries wait."""
        if self._retry:
            self._retry.cancel()
        self._retry = None

    def _tell(self, entry: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        """Answer an entry, unless this is what its page was told last."""
        seq = entry.get("seq")
        message = {"type": answer["type"], "seq": seq} | dict(answer)
        if answer["type"] == "waiting" and self._told.get(seq) == message:
            return
        earlier = [one for one in self._told.items() if one[0] != seq]
        self._told = dict([*earlier[-_REMEMBERED:], (seq, message)])
        self.send(message)

    def _tell_again(self, numbers: Iterable[object], waiting: Iterable[object]) -> None:
        known = [self._told[seq] for seq in (*numbers, *waiting) if seq in self._told]
        for message in known:
            if message["type"] != "waiting" or message["seq"] not in waiting:
                self.send(message)

    def refresh(self) -> None:
        """Show what is in the folder now."""
        with self._one_at_a_time:
            self._seen = stamps(self.assessment.folder)
            try:
                self.state = self.shown() | self._settings_trouble()
            except (OSError, FaultsError) as fault:
                why = f"{said(fault)}." if isinstance(fault, OSError) else str(fault)
                self.state = dict(self.state) | {"trouble": f"The folder cannot be read: {why}"}

    def _settings_trouble(self) -> dict[str, str]:
        """What to say where assessment.toml says something else than when the page was opened."""
        stamp = settings_stamp(self.assessment.folder)
        if stamp != self._settings_seen[0]:
            self._settings_seen = stamp, self._other_settings()
        return {"trouble": OTHER_SETTINGS} if self._settings_seen[1] else {}

    def _other_settings(self) -> bool:
        try:
            return read_settings(self.assessment.folder) != self.assessment.settings
        except FaultsError:
            return True

    def _look(self) -> None:
        if stamps(self.assessment.folder) != self._seen:
            self.refresh()


def said(fault: OSError) -> str:
    """Why something could not be written, in words."""
    return _WORDS.get(fault.errno, fault.strerror or "the file is held by another program")


def settings_stamp(folder: Path) -> tuple[int, int]:
    """Size and time of assessment.toml; an OSError where it is gone."""
    found = (folder / SETTINGS).stat()
    return found.st_size, found.st_mtime_ns


def stamps(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Size and time of every file of an assessment; it changes when anybody writes."""
    try:
        files = [(path, path.stat()) for path in (*folder.glob("*.*"), *folder.glob("ratings/*.csv"))]
    except OSError:
        return frozenset()
    return frozenset((path.name, found.st_size, found.st_mtime_ns) for path, found in files)


def once(seconds: float, call: Callable[[], None]) -> threading.Timer | None:
    """Call later, from a thread of its own; only in a kernel, where there is a page to tell. Returns the timer."""
    if "ipykernel.kernelapp" not in sys.modules:
        return None
    timer = threading.Timer(seconds, call)
    timer.daemon = True
    timer.start()
    return timer


def every(seconds: float, call: Callable[[], None], while_: Callable[[], bool]) -> None:
    """Call again and again, for as long as ``while_`` holds."""

    def again() -> None:
        if while_():
            call()
            once(seconds, again)

    once(seconds, again)
