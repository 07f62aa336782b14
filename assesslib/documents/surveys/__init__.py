"""Questionnaires for other tools' surveys: the end of a file's name chooses the tool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assesslib.documents.surveys.limesurvey import as_limesurvey
from assesslib.documents.surveys.pasting import as_gforms, as_msforms
from assesslib.documents.surveys.xlsform import as_xlsform
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework

SURVEYS: dict[str, Callable[[Framework], bytes]] = {
    ".xlsform.xlsx": as_xlsform,
    ".limesurvey.txt": as_limesurvey,
    ".msforms.docx": as_msforms,
    ".gforms.csv": as_gforms,
}
"""What writes the questionnaire, by the end of the file's name."""


def survey_ending(path: str | Path) -> str:
    """Which of the endings of `SURVEYS` a file's name has, in any case; "" where it has none.

    Examples
    --------
    >>> survey_ending("out/2026.XLSForm.xlsx"), survey_ending("out/2026.xlsx")
    ('.xlsform.xlsx', '')
    """
    name = Path(path).name.lower()
    return next((ending for ending in SURVEYS if name.endswith(ending)), "")


def as_survey(framework: Framework, path: str | Path) -> bytes:
    """The questionnaire of a framework for the tool that the name of a file ends with; the file is not written.

    Parameters
    ----------
    framework : Framework
        What is asked.
    path : str or Path
        A name that ends in one of `SURVEYS`.

    Raises
    ------
    FaultsError
        The name ends in none of them.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> as_survey(load_framework("cdrp-dat-partnership"), "2026.gforms.csv")[:14].decode("utf-8-sig")
    '# What it i'
    """
    ending = survey_ending(path)
    if not ending:
        raise FaultsError([Fault("names no survey tool", value=Path(path).name, allowed=tuple(SURVEYS),
                                 do="End the name of the file in one of these.")])  # fmt: skip
    return SURVEYS[ending](framework)


__all__ = ["SURVEYS", "as_gforms", "as_limesurvey", "as_msforms", "as_survey", "as_xlsform", "survey_ending"]
