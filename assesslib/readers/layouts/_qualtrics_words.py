"""How Qualtrics heads its own columns, what it writes in them, and how it builds the headings of its questions."""

import re

from assesslib.readers.layouts._exports import FIRST, LAST, RESPONSE_NUMBER, key, keys
from assesslib.readers.records import DROPPED

_ROLES = keys({
    "started": ("StartDate",),
    "submitted": ("EndDate",),
    "recorded": ("RecordedDate",),
    "status": ("Status", "Response Type"),
    "address": ("IPAddress",),
    "progress": ("Progress",),
    "duration": ("Duration (in seconds)", "Duration"),
    "finished": ("Finished",),
    "number": ("ResponseId", "_recordId", "ResponseSet"),
    LAST: ("RecipientLastName",),
    FIRST: ("RecipientFirstName",),
    "email": ("RecipientEmail", "EmailAddress"),
    "id": ("ExternalReference", "External Data Reference", "ExternalDataReference"),
    "place": ("LocationLatitude", "LocationLongitude", "LocationAccuracy"),
    "channel": ("DistributionChannel",),
    "language": ("UserLanguage",),
})  # fmt: skip
SURE = {"recorded", "channel", "language", "finished", LAST, FIRST, "id"}
"""Columns of which one at least no other tool heads alike."""
USES = {
    "started": ("started", ""),
    "submitted": ("submitted", ""),
    "recorded": ("submitted", ""),
    "status": (DROPPED, "whether the response is a preview"),
    "address": (DROPPED, "the address of the respondent's computer"),
    "progress": (DROPPED, "how far the response came"),
    "duration": (DROPPED, "how long the response took"),
    "finished": (DROPPED, "whether the response was finished"),
    "number": (DROPPED, RESPONSE_NUMBER),
    LAST: (LAST, ""),
    FIRST: (FIRST, ""),
    "email": ("email", ""),
    "id": ("id", ""),
    "place": (DROPPED, "where the respondent's computer stood"),
    "channel": (DROPPED, "the way the survey was sent out"),
    "language": (DROPPED, "the language in which the survey was shown"),
}
"""By what a column holds its use and, where it is dropped, why."""
_DROPPED = (
    (re.compile(r".*_?(First Click|Last Click|Page Submit|Click Count)|Q_TotalDuration"), "how long a page took"),
    (re.compile(r".+_DO(_.+)?"), "the order in which something was shown"),
    (re.compile(r"SC\d+|SC_\w{10,}"), "a score of the tool's own"),
    (re.compile(r"Q\S*_(Browser|Version|Operating System|Resolution)"), "what the respondent's computer was"),
    (
        re.compile(
            r"Q_(Recaptcha|RelevantID|Ballot|Duplicate|Populate|Terminate|Straightlining|Ambiguous|Unanswered|"
            r"DataPolicy|Language|Device|URL|CHL|RD?$)\w*"
        ),
        "data of the tool's own",
    ),
)
FINISHED = re.compile(r"false|0|no|falsch|nein|faux|non|falso|nao|onwaar|nee|falsz|nie|falskt|nej")
"""What says that a response was not finished, by its key."""
PREVIEW = re.compile(r".*(preview|vorschau|apercu|vistaprevia|previsualiza|voorbeeld|anteprima|podglad|"
                     r"forhandsgransk|test).*|1|2|9|17")  # fmt: skip
"""The kinds of response that nobody meant, by their words or the tool's numbers."""
SPAM = re.compile(r".*spam.*|8|12|40")
_DEFAULT = re.compile(r"(Q|QID)\d+([._#]\d+)*(_TEXT)?|V\d+", re.IGNORECASE)
_CHOICE = re.compile(r"\s+-\s+(selected choice|ausgewählte auswahl|choix sélectionné|opción seleccionada|text)$",
                     re.IGNORECASE)  # fmt: skip


def role_of(heading: str) -> str:
    """What a column of the tool's own holds, by its name, its import id or its question, or "".

    Examples
    --------
    >>> role_of("RecordedDate"), role_of("Recorded Date"), role_of("_recordId"), role_of("Q1_1")
    ('recorded', 'recorded', 'number', '')
    """
    return _ROLES.get(key(heading), "")


def dropped_as(name: str) -> str:
    """Why a column that the survey's author asked the tool for is dropped, or "".

    Examples
    --------
    >>> dropped_as("Q12_Page Submit"), dropped_as("Q1_1")
    ('how long a page took', '')
    """
    return next((why for pattern, why in _DROPPED if pattern.fullmatch(name.strip())), "")


def is_default(name: str) -> bool:
    """Whether a name is the one that the tool gives by itself.

    Examples
    --------
    >>> is_default("Q2.1_3"), is_default("item 2.1")
    (True, False)
    """
    return bool(_DEFAULT.fullmatch(name.strip()))


def pieces(question: str) -> tuple[tuple[str, ...], str]:
    """What may be the statement in ``question - statement``, where both may hold dashes; and the question.

    Examples
    --------
    >>> pieces("How far? - Partners trust - mostly - each other")[0][:2]
    ('Partners trust - mostly - each other', 'mostly - each other')
    >>> pieces("Partners trust each other - Selected Choice")
    (('Partners trust each other',), '')
    """
    text = _CHOICE.sub("", question)
    dashes = [found.end() for found in re.finditer(r"\s-\s", text)]
    section = re.split(r"\s-\s", text, maxsplit=1)[0] if dashes else ""
    return tuple(part for part in (*(text[at:].strip() for at in dashes), text) if part), section
