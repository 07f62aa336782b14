"""Exports of one constructed team in every layout, as the tools write them: what was said is known, cell by cell."""

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass

from assesslib.framework import Framework

NAMES = ("Amara Okafor", "Bethan Rees", "Carlos Díaz", "Dilys O’Brien", "Emeka Eze")
ORGANISATIONS = ("Council", "Police", "Council", "Health Board", "Police")


@dataclass(frozen=True)
class Said:
    """What a constructed team said: by member (from 0) and item the code of a level, or "" for no answer."""

    framework: Framework
    levels: dict[tuple[int, str], str]
    people: int

    def code(self, member: int, item: str) -> str:
        """The code a member gave, or ""."""
        return self.levels[member, item]

    def label(self, member: int, item: str) -> str:
        """The words of the level a member gave, or ""."""
        labels = {level.code: level.label for level in self.framework.levels}
        return labels.get(self.code(member, item), "")

    def rated(self) -> set[tuple[int, str, str]]:
        """Every rating: member, item, level."""
        return {(member, item, code) for (member, item), code in self.levels.items() if code}


def said(framework: Framework, seed: int = 1, people: int = 5) -> Said:
    """A team whose answers are drawn at random; one in twelve is missing, and every level is given by somebody."""
    draw = random.Random(seed)
    codes = list(framework.codes)
    levels = {
        (member, item.id): draw.choice([*codes, *codes, ""]) for member in range(people) for item in framework.items
    }
    first = [item.id for item in framework.items][: len(codes)]
    return Said(framework, levels | {(0, item): code for item, code in zip(first, codes, strict=True)}, people)


def as_csv(rows: list[list[str]], delimiter: str = ",") -> str:
    """Rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _ids(team: Said) -> list[str]:
    return [item.id for item in team.framework.items]


def _texts(team: Said) -> list[str]:
    return [item.text for item in team.framework.items]


def _stamp(member: int) -> str:
    return f"2026-03-{member + 13:02} 09:1{member}:00"


def wide(team: Said) -> list[list[str]]:
    """A row a member, ids as headings, codes as answers."""
    rows = [[NAMES[m], ORGANISATIONS[m], *(team.code(m, id) for id in _ids(team))] for m in range(team.people)]
    return [["rater", "organisation", *_ids(team)], *rows]


def wide_worded(team: Said) -> list[list[str]]:
    """A row a member, whole wordings as headings, labels as answers."""
    rows = [[NAMES[m], *(team.label(m, id) for id in _ids(team))] for m in range(team.people)]
    return [["Your name", *_texts(team)], *rows]


def transposed(team: Said) -> list[list[str]]:
    """A row an item, a column a member."""
    head = ["Ref", "Key Feature", *NAMES[: team.people]]
    return [
        head,
        *([item.id, item.text, *(team.code(m, item.id) for m in range(team.people))] for item in team.framework.items),
    ]


def long(team: Said) -> list[list[str]]:
    """A row a rating."""
    rows = [[NAMES[m], id, team.code(m, id)] for m in range(team.people) for id in _ids(team)]
    return [["member", "item", "level"], *rows]


def microsoft_forms(team: Said) -> list[list[str]]:
    """Statements alone as headings, labels as answers, the tool's own columns before them."""
    head = ["Id", "Start time", "Completion time", "Email", "Name", "Last modified time", *_texts(team)]
    return [
        head,
        *(
            [
                str(m + 1),
                _stamp(m),
                _stamp(m),
                f"m{m}@example.org",
                NAMES[m],
                "",
                *(team.label(m, id) for id in _ids(team)),
            ]
            for m in range(team.people)
        ),
    ]


def microsoft_forms_german(team: Said) -> list[list[str]]:
    """German headings, the question before the statement, everybody anonymous, quiz columns between."""
    head = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Gesamtpunktzahl"]
    head += [f"Wie weit sind wir? Bitte ankreuzen..{text}" for text in _texts(team)]
    return [
        head,
        *(
            [
                str(m + 1),
                _stamp(m),
                _stamp(m),
                "anonymous",
                "",
                "",
                *(team.label(m, id) + (";" if team.label(m, id) else "") for id in _ids(team)),
            ]
            for m in range(team.people)
        ),
    ]


def google_forms(team: Said) -> list[list[str]]:
    """A grid: the question, then the row in brackets."""
    head = ["Timestamp", "Email Address", *(f"How far are we? [{text}]" for text in _texts(team))]
    return [
        head,
        *(
            [
                f"2026/03/{m + 13:02} 9:1{m}:00 AM GMT+1",
                f"{NAMES[m].split()[0].lower()}@example.org",
                *(team.label(m, id) for id in _ids(team)),
            ]
            for m in range(team.people)
        ),
    ]


def limesurvey(team: Said) -> list[list[str]]:
    """Full texts as headings, full answers; one response unfinished."""
    head = [
        "id. Response ID",
        "submitdate. Date submitted",
        "lastpage. Last page",
        "startlanguage. Start language",
        "seed. Seed",
        "name. Your name",
        *(f"G01[{n:03}]. How far are we? [{text}]" for n, text in enumerate(_texts(team))),
    ]
    return [
        head,
        *(
            [str(m + 1), _stamp(m) if m else "", "2", "en", "1234", NAMES[m], *(team.label(m, id) for id in _ids(team))]
            for m in range(team.people)
        ),
    ]


def limesurvey_codes(team: Said) -> list[list[str]]:
    """Codes as headings (the id of the item is in them), codes A1 ... as answers, timings at the end."""
    places = {code: f"A{n}" for n, code in enumerate(team.framework.codes, 1)}
    head = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "name",
        *(f"G01[{id}]" for id in _ids(team)),
        "interviewtime",
    ]
    return [
        head,
        *(
            [
                str(m + 1),
                _stamp(m),
                "2",
                "en",
                "1234",
                NAMES[m],
                *(places.get(team.code(m, id), "") for id in _ids(team)),
                "301.2",
            ]
            for m in range(team.people)
        ),
    ]


def kobo(team: Said) -> list[list[str]]:
    """Names of rows in a group as headings, names of choices as answers, the tool's own columns round them."""
    head = [
        "start",
        "end",
        "who/name",
        *(f"ratings/q_{id.replace('.', '_')}" for id in _ids(team)),
        "_id",
        "_uuid",
        "_submission_time",
        "_index",
    ]
    return [
        head,
        *(
            [
                _stamp(m),
                _stamp(m),
                NAMES[m],
                *(team.code(m, id).lower() for id in _ids(team)),
                str(900 + m),
                f"uuid-{m}",
                _stamp(m),
                str(m + 1),
            ]
            for m in range(team.people)
        ),
    ]


def qualtrics(team: Said) -> list[list[str]]:
    """Three rows of headings, a preview among the responses."""
    own = [
        "StartDate",
        "EndDate",
        "Status",
        "IPAddress",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "RecordedDate",
        "ResponseId",
        "RecipientLastName",
        "RecipientFirstName",
        "RecipientEmail",
        "Q1",
    ]
    words = [
        "Start Date",
        "End Date",
        "Response Type",
        "IP Address",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "Recorded Date",
        "Response ID",
        "Recipient Last Name",
        "Recipient First Name",
        "Recipient Email",
        "Your name",
    ]
    ids = [
        '{"ImportId":"startDate","timeZone":"Europe/London"}',
        *(f'{{"ImportId":"own{n}"}}' for n in range(len(own) - 1)),
    ]
    items = [f"Q2_{n}" for n in range(1, len(_ids(team)) + 1)]
    texts = [f"How far are we? - {text}" for text in _texts(team)]
    three = [[*own, *items], [*words, *texts], [*ids, *(f'{{"ImportId":"QID2_{n}"}}' for n in range(len(items)))]]
    rows = [
        [
            _stamp(m),
            _stamp(m),
            "IP Address",
            "",
            "100",
            "300",
            "True",
            _stamp(m),
            f"R_{m}",
            "",
            "",
            "",
            NAMES[m],
            *(team.label(m, id) for id in _ids(team)),
        ]
        for m in range(team.people)
    ]
    test = [
        _stamp(0),
        _stamp(0),
        "Survey Preview",
        "",
        "100",
        "9",
        "True",
        _stamp(0),
        "R_9",
        "",
        "",
        "",
        "Tester",
        *(team.framework.levels[0].label for _ in items),
    ]
    return [*three, *rows, test]


def surveymonkey(team: Said) -> list[list[str]]:
    """Two rows of headings, the question above its statements once."""
    own = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "Last Name",
        "Custom Data 1",
        "What is your name?",
    ]
    top = [*own, "How far are we?", *[""] * (len(_ids(team)) - 1)]
    below = [*[""] * (len(own) - 1), "Open-Ended Response", *_texts(team)]
    rows = [
        [
            f"1178{m}",
            "44",
            f"03/{m + 13}/2026 09:10:00 AM",
            f"03/{m + 13}/2026 09:1{m}:00 AM",
            "",
            "",
            "",
            "",
            "",
            NAMES[m],
            *(team.label(m, id) for id in _ids(team)),
        ]
        for m in range(team.people)
    ]
    return [top, below, *rows]


LAYOUTS: dict[str, Callable[[Said], list[list[str]]]] = {
    "wide": wide,
    "wide worded": wide_worded,
    "transposed": transposed,
    "long": long,
    "microsoft-forms": microsoft_forms,
    "microsoft-forms German": microsoft_forms_german,
    "google-forms": google_forms,
    "limesurvey": limesurvey,
    "limesurvey codes": limesurvey_codes,
    "kobo": kobo,
    "qualtrics": qualtrics,
    "surveymonkey": surveymonkey,
}
"""Every layout with members, as rows of texts."""
