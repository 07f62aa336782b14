"""What a label above a table labels: “Police” beside “Organisation”, and no other label and no hint."""

from __future__ import annotations

import re

from assesslib.readers.layouts._one_answer import is_nameless
from assesslib.readers.matching.wording import bare
from assesslib.readers.who import column_of, is_nobody

_LONGEST = 60
"""Letters of a name."""
_DO = {"enter", "insert", "write", "type", "your", "here", "click", "tap"}
_HINTS = _DO | {"a", "add", "address", "agency", "an", "and", "answer", "block", "box", "capitals", "cell", "choose",
                "code", "complete", "completing", "date", "department", "details", "email", "fill", "first", "for",
                "forename", "form", "full", "id", "in", "initials", "item", "job", "last", "letters", "member", "my",
                "name", "names", "of", "optional", "or", "organisation", "organization", "partner", "person",
                "position", "post", "print", "role", "select", "service", "state", "surname", "team", "text", "the",
                "this", "title", "to", "who"}  # fmt: skip
_ROLES = {"officer", "lead officer", "rater", "partner", "respondent", "member", "team member", "staff member",
          "colleague", "reviewer", "representative", "partner representative", "participant", "assessor", "delegate",
          "employee", "evaluator", "scorer", "attendee", "interviewee"}  # fmt: skip
_ORGANISATIONS = {"partner", "partner organisation", "partner organization", "partner agency", "service", "team",
                  "agency", "department", "group", "company", "directorate", "division", "unit", "institution",
                  "employer"}  # fmt: skip
_MEASURED = {"status", "rag", "rag rating", "position", "current position", "stage", "maturity", "view"}
"""Headings of answers beside “Officer” or “Partner”, which head a column of their own."""
_ALSO = {"role": _ROLES, "organisation": _ORGANISATIONS}
"""By field what may be labelled and is a label elsewhere."""


def is_hint(text: str) -> bool:
    """Whether a text says what to write: “Please enter your name”, and not “Your Choice Housing” or “Insert Singh”.

    Examples
    --------
    >>> [is_hint(text) for text in ("Enter your name", "INSERT NAME HERE", "write it in capitals", "Please print")]
    [True, True, True, True]
    >>> [is_hint(text) for text in ("Write Now CIC", "Dr Type", "Ms O'Neil-Here", "Anna")]
    [False, False, False, False]
    """
    said = set(bare(text).split())
    if "please" in said:
        return True
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    parts = {word.casefold() for word in words}
    return bool(parts & _DO) and (said <= _HINTS or any(word.islower() and word in said for word in words[1:]))


def is_value(text: str, label: str, below: tuple[str, str] = ("", "")) -> bool:
    """Whether a text beside a label is what it labels: no label itself, and no words on what to write there.

    Parameters
    ----------
    text : str
        The text.
    label : str
        What stands before it.
    below : tuple of str
        What stands below the label and below the text: two headings have values there.

    Examples
    --------
    >>> is_value("Officer", "Role"), is_value("Officer", "Role", ("Manager", "Anna")), is_value("Date:", "Name")
    (True, False, False)
    >>> is_value("Rating", "Officer"), is_value("Status", "Partner"), is_value("Status", "Partner:")
    (False, False, True)
    """
    field = column_of(label)
    if not label.endswith(":") and (is_nameless(text) or bare(text) in _MEASURED):
        return False
    if len(text) > _LONGEST or text.endswith(":") or is_hint(text):
        return False
    if bare(text) in _ALSO.get(field, ()):
        return label.endswith(":") or not all(below) or bool(column_of(below[0].partition(":")[0]))
    return not column_of(text.partition(":")[0]) and not is_nobody(text)
