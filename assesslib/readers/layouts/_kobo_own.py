"""The columns that KoboToolbox, ODK Central and their relatives add to every form."""

import re
from collections.abc import Iterable, Sequence

_KINDS = {
    "number": ("_id", "_uuid", "_index", "formhub/uuid", "meta/instanceid", "meta/rootuuid", "meta/deprecatedid",
               "meta/instancename", "instanceid", "rootuuid", "deprecatedid", "instancename", "key", "uuid"),
    "form": ("__version__", "_version_", "_version", "_xform_id", "_xform_id_string", "formversion",
             "_bamboo_dataset_id", "formdef_version", "version"),
    "state": ("_status", "_validation_status", "_review_status", "reviewstate", "status", "isvalidated",
              "_deleted_at", "hasissues"),
    "note": ("_notes", "_tags", "_review_comment"),
    "device": ("deviceid", "subscriberid", "simserial", "simid", "phonenumber", "devicephonenum", "audit", "meta/audit",
               "background-audio"),
    "files": ("attachmentspresent", "attachmentsexpected", "_attachments", "_media_count", "_total_media",
              "_media_all_received"),
    "time": ("today", "_date_modified", "_edited", "_duration", "edits", "updatedat",
             "completiondate"),
    "place": ("_geolocation", "start-geopoint", "start_geopoint"),
    "parent": ("_parent_table_name", "_parent_index", "parent_key", "_submission__id"),
    "account": ("_submitted_by", "submittername", "username", "submitterid"),
    "started": ("start", "starttime"),
    "submitted": ("_submission_time", "submissiondate"),
    "ended": ("end", "endtime"),
}  # fmt: skip
_KIND = {name: kind for kind, names in _KINDS.items() for name in names}
_ANYBODYS = {"start", "end", "starttime", "endtime", "completiondate", "key", "status", "today", "username", "edits",
             "version", "uuid", "audit", "updatedat", "deviceid", "phonenumber", "simid", "_index", "_status",
             "_version"}  # fmt: skip
"""Names that tables of other makers have too."""
_BESIDE = {"start", "starttime", "key", "_index", "_status"}
"""Those of them that make it likely enough beside one that no other maker has."""
_IDS = ("_id", "key", "meta/rootuuid", "rootuuid", "_uuid", "meta/instanceid", "instanceid", "uuid")
"""Columns that name a response, those first that stay as they are when it is edited."""
WHY = {
    "number": "the tool's own number of the response",
    "form": "the tool's own number of the form",
    "state": "the state of the response in the tool",
    "note": "a note on the response, made in the tool",
    "device": "the device it was answered on",
    "files": "the files that were sent",
    "time": "a time beside the time of submission",
    "ended": "a time beside the time of submission",
    "place": "the place where it was answered",
    "parent": "the response that a repeated group belongs to",
    "account": "the account that sent the response",
}
_PLACE = re.compile(r"[/._-](?:latitude|longitude|altitude|precision|accuracy)$", re.IGNORECASE)
_META = re.compile(r"(meta|formhub)([/._:-]+)(?=instance(?:id|name)|(?:root)?uuid|deprecatedid|audit)", re.IGNORECASE)


def kind_of(text: str) -> str:
    """Which of the tool's own columns a heading is, whatever separates its groups, or "".

    Examples
    --------
    >>> [kind_of(text) for text in ("_uuid", "X_id", "meta-instanceID", "_submission__notes", "__version___001", "me")]
    ['number', 'number', 'number', 'note', 'form', '']
    """
    name = _plain(text)
    return _KIND.get(name) or ("place" if name.startswith("_") and _PLACE.search(name) else "") or _repeated(name)


def response_ids(texts: Sequence[str]) -> int | None:
    """The place of the column that names the responses, or None.

    Examples
    --------
    >>> response_ids(["_uuid", "q1", "_id", "_index"]), response_ids(["q1", "_index"])
    (2, None)
    """
    names = [_plain(text) for text in texts]
    return next((names.index(name) for name in _IDS if name in names), None)


def _repeated(name: str) -> str:
    return "parent" if name.startswith("set-of-") else ""


def _plain(text: str) -> str:
    name = re.sub(r"^x(?=_)", "", text.strip().casefold())
    name = name if name in _KIND else re.sub(r"^_submission_(?=_|meta|formhub)", "", name)
    name = _META.sub(r"\1/", name)
    return re.sub(r"(?<=_)_\d{3}$", "", name) if name not in _KIND else name


def is_own(texts: Iterable[str]) -> bool:
    """Whether headings are those of such a tool: two that nobody else has, or one beside others of its own.

    Examples
    --------
    >>> is_own(["start", "end", "q1", "_uuid"]), is_own(["SubmissionDate", "KEY"]), is_own(["start", "end", "name"])
    (True, True, False)
    """
    names = {_plain(text) for text in texts if kind_of(text)}
    sure = names - _ANYBODYS
    return len(sure) > 1 or (len(sure) == 1 and bool(names & _BESIDE))


def separator(texts: Iterable[str]) -> str:
    """What stands between a group and a question in these headings, as the tool's own show it; "/" by default.

    Examples
    --------
    >>> separator(["about.name", "meta.instanceID"]), separator(["about/name"])
    ('.', '/')
    """
    found = (_META.search(text) for text in texts)
    return next((match[2] for match in found if match), "/")
