"""What the type of a row of an XLSForm says: what is asked, where groups begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

BEGIN, END, SELECT, SCORE_ROW, NOTE_ROW, TEXT_ROW, OTHER = "begin", "end", "select", "score row", "note", "text", ""
_GROUP = re.compile(r"(begin|end)[\s_]*(group|repeat|score|kobomatrix|matrix|rank|loop|table)?\b.*")
_SELECT = re.compile(
    r"select(?:[\s_]*one|1)(?:[\s_]+from(?:[\s_]+file)?)?[\s_]+(\S+)(\s+or[\s_](?:specify[\s_])?other)?"
)
_RECORD = ("start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "phone_number", "username",
           "email", "audit", "background-audio", "start-geopoint", "imei", "uri", "device_id", "csv-external",
           "xml-external", "hidden")  # fmt: skip
_WHYS = (
    (("calculate", "calculated", "calculation", "note_calculate"), "the form computes it"),
    (_RECORD, "it is the tool's own record"),
    (("integer", "int", "decimal", "range", "number"), "it asks for a number, not for a level"),
    (("date", "time", "datetime", "dateTime"), "it asks for a date or time, not for a level"),
    (("image", "photo", "audio", "video", "file", "barcode", "geopoint", "geotrace", "geoshape", "location", "gps"),
     "it asks for a file, a code or a place, not for a level"),
    (("acknowledge", "trigger"), "it asks to acknowledge something"),
)  # fmt: skip


@dataclass(frozen=True)
class Type:
    """What a row is: its kind, the list of answers or the sort of group, whether “other” may be written in."""

    kind: str
    name: str = ""
    other: bool = False


def type_of(text: str) -> Type:
    """What the ``type`` of a row says, in any of its spellings.

    Examples
    --------
    >>> type_of("select one from agree5 or_other")
    Type(kind='select', name='agree5', other=True)
    >>> type_of("Begin Group").name, type_of("end_repeat").kind, type_of("integer").kind
    ('group', 'end', '')
    """
    plain = " ".join(text.split())
    low = plain.lower()
    if group := _GROUP.fullmatch(low) if low != "end" else None:
        return Type(group[1], group[2] or "group")
    if _SELECT.match(low):
        found = re.match(_SELECT.pattern, plain, re.IGNORECASE)
        return Type(SELECT, found[1], bool(found[2]))
    kinds = {"score__row": SCORE_ROW, "note": NOTE_ROW, "text": TEXT_ROW, "string": TEXT_ROW}
    return Type(kinds.get(low, OTHER))


def why_left_out(text: str) -> str:
    """Why a row of another type is no part of a framework, as a clause.

    Examples
    --------
    >>> why_left_out("integer"), why_left_out("select_multiple roles")
    ('it asks for a number, not for a level', 'it takes several answers at once')
    """
    low = text.strip().lower()
    if not low:
        return "it has no type"
    if re.match(r"select[\s_]*(multiple|all)|rank|add select multiple", low):
        return "it takes several answers at once"
    word = low.split()[0]
    return next((why for words, why in _WHYS if word in words), f"“{text.strip()[:40]}” is not a type that is read")
