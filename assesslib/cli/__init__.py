"""The ``assess`` command. Exit 0: done; 1: the data has faults, all of them listed; 2: wrong usage."""

import argparse
import os
import sys
from collections.abc import Sequence

from assesslib.cli import imports, instruments, packing, paper, plans, start
from assesslib.faults import FaultsError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _say_everything()
    chosen = _parser().parse_args(arguments)
    try:
        code = chosen.run(chosen)
        print(end="", flush=True)
        return code
    except FaultsError as faults:
        print(faults, file=sys.stderr)
        return 1
    except BrokenPipeError:
        _hush()
        return 1
    except OSError as fault:
        print(f"{fault.filename or 'The disk'}: {fault.strerror}. Nothing was changed.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _say_everything() -> None:
    """A letter that a narrow terminal cannot show becomes a question mark rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _hush() -> None:
    """Whoever read the output has gone, as ``head`` does: let Python not complain of it while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="assess", description="Team self-assessment: capture, analyse, compare.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for room in (start, imports, instruments, paper, plans, packing):
        room.add(commands)
    return parser
