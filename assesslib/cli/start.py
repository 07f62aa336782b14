"""Commands to begin with: JupyterLab, the frameworks, a check, a new assessment, a crosswalk."""

import argparse

from assesslib.cli.command import command


def add(commands) -> None:
    """Declare these commands."""
    _lab(command(commands, "lab", _run_lab, "open JupyterLab on the notebooks"))
    command(commands, "frameworks", _run_frameworks, "list the frameworks that come with the toolkit")
    _check(command(commands, "check", _run_check, "check frameworks, crosswalks, assessments, CSVs; list every fault"))
    _new(command(commands, "new", _run_new, "make the folder of a new assessment"))
    _crosswalk(command(commands, "crosswalk", _run_crosswalk, "draft how the items of two frameworks correspond"))


def _lab(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", help="where the notebooks are or shall be put (default: found by itself)")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    parser.add_argument("--port", type=int, help="the port to serve on (default: the first free one from 8888)")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a .toml, a folder or a .csv")
    parser.add_argument("--framework", metavar="ID", help="what the ratings of a .csv were given on")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="a folder that does not exist yet, e.g. data/our-team-2026")
    parser.add_argument("--framework", required=True, metavar="ID", help="see: assess frameworks")
    parser.add_argument("--partnership", required=True, metavar="NAME", help="who assesses themselves")
    parser.add_argument("--date", default="", help="the day, like 2026-03-01")


def _crosswalk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="BEFORE", help="the earlier framework: its id, or the path of its .toml")
    parser.add_argument("after", metavar="AFTER", help="the later framework, likewise")
    parser.add_argument("--to", required=True, metavar="FILE", help="the .toml file to write")
    parser.add_argument("--force", action="store_true", help="write over the crosswalk that is there")


def _run_lab(chosen: argparse.Namespace) -> int:
    from assesslib.lab import open_lab

    return open_lab(chosen.folder, browser=not chosen.no_browser, port=chosen.port)


def _run_frameworks(chosen: argparse.Namespace) -> int:
    from assesslib.framework import list_frameworks, load_framework

    for id in list_frameworks():
        framework = load_framework(id)
        print(f"{id:30} {framework.title}: {len(framework.items)} {framework.term(len(framework.items))}")
    return 0


def _run_check(chosen: argparse.Namespace) -> int:
    from assesslib.check import check

    faults = [fault for path in chosen.paths for fault in check(path, chosen.framework)]
    wrong = sum(not fault.handled for fault in faults)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(chosen.paths)} checked: {'no faults' if not wrong else f'{wrong} fault' + 's' * (wrong != 1)}.")
    return int(wrong > 0)


def _run_new(chosen: argparse.Namespace) -> int:
    from assesslib.assessment import create_assessment

    asked = {"framework": chosen.framework, "partnership": chosen.partnership, "date": chosen.date}
    made = create_assessment(chosen.folder, **asked)
    print(f"Made {chosen.folder} for {made.framework.title}.")
    print(f"Next: write the members into {chosen.folder}/assessment.toml; an example stands there. Then try:")
    print(f"assess check {chosen.folder}")
    return 0


def _run_crosswalk(chosen: argparse.Namespace) -> int:
    from assesslib.framework.crosswalk_write import next_steps, write_draft

    draft = write_draft(chosen.before, chosen.after, chosen.to, force=chosen.force)
    print(*next_steps(draft, chosen.to), sep="\n")
    return 0
