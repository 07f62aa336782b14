"""What every capture screen does: write at once, say so only then, keep and retry what could not be written."""

import errno
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from assesslib.assessment import Assessment
from assesslib.faults import FaultsError

RETRY, LOOK = 1.0, 1.0
"""Seconds between tries to write what waits, and between looks at the folder for what others wrote."""
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
    ``waiting`` where it could not be written (it is kept and tried again), ``refused`` where it was not allowed.

    Attributes
    ----------
    state : dict
        All that the page shows, worked out from the folder alone.
    """

    state = traitlets.Dict().tag(sync=True)

    def __init__(self, assessment: Assessment, **traits: Any):
        self.assessment = assessment
        self._waiting: list[Mapping[str, Any]] = []
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
            self._waiting = [*self._waiting, entry]
            self.flush()

    def flush(self) -> None:
        """Write what waits, in order, as far as it goes."""
        with self._one_at_a_time:
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
            self.send({"type": "refused", "seq": entry.get("seq"), "text": str(faults)})
        else:
            self.send({"type": "saved", "seq": entry.get("seq")})

    def _hold(self, fault: OSError) -> None:
        text = f"NOT SAVED: {said(fault)}. What you entered is kept here and tried again every second."
        for entry in self._waiting:
            self.send({"type": "waiting", "seq": entry.get("seq"), "text": text})
        once(RETRY, self.flush)

    def refresh(self) -> None:
        """Show what is in the folder now."""
        with self._one_at_a_time:
            self._seen = stamps(self.assessment.folder)
            try:
                self.state = self.shown()
            except (OSError, FaultsError) as fault:
                why = f"{said(fault)}." if isinstance(fault, OSError) else str(fault)
                self.state = dict(self.state) | {"trouble": f"The folder cannot be read: {why}"}

    def _look(self) -> None:
        if stamps(self.assessment.folder) != self._seen:
            self.refresh()


def said(fault: OSError) -> str:
    """Why something could not be written, in words."""
    return _WORDS.get(fault.errno, fault.strerror or "the file is held by another program")


def stamps(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Size and time of every file of an assessment; it changes when anybody writes."""
    try:
        files = [(path, path.stat()) for path in (*folder.glob("*.*"), *folder.glob("ratings/*.csv"))]
    except OSError:
        return frozenset()
    return frozenset((path.name, found.st_size, found.st_mtime_ns) for path, found in files)


def once(seconds: float, call: Callable[[], None]) -> None:
    """Call later, from a thread of its own; only in a kernel, where there is a page to tell."""
    if "ipykernel.kernelapp" in sys.modules:
        timer = threading.Timer(seconds, call)
        timer.daemon = True
        timer.start()


def every(seconds: float, call: Callable[[], None], while_: Callable[[], bool]) -> None:
    """Call again and again, for as long as ``while_`` holds."""

    def again() -> None:
        if while_():
            call()
            once(seconds, again)

    once(seconds, again)
