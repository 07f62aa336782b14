"""LimeSurvey's own columns: told by their codes, or by their names in the languages that are known here."""

import re
from collections.abc import Collection, Iterable

from assesslib.readers.who import plain

_NAMES = {
    "id": ("response id", "antwort id", "id de la réponse", "id de respuesta", "id odpowiedzi", "antwoord id",
           "id risposta", "id da resposta", "id de la respuesta", "svars id", "svar id", "id réponse"),
    "submitdate": ("date submitted", "completed", "datum abgeschickt", "date de soumission", "fecha de envío",
                   "data zakończenia", "data przesłania", "datum verzonden", "datum ingediend", "verzonden op",
                   "data di invio", "data invio", "data de envio", "data de submissão", "inskickat datum"),
    "lastpage": ("last page", "last page seen", "letzte seite", "dernière page", "última página", "ostatnia strona",
                 "laatste pagina", "ultima pagina", "última página vista", "sista sidan", "siste side",
                 "dernière page vue"),
    "startlanguage": ("start language", "start sprache", "startsprache", "langue de départ", "lenguaje inicial",
                      "idioma inicial", "język początkowy", "starttaal", "start taal", "lingua iniziale",
                      "idioma de início", "startspråk", "langue initiale"),
    "seed": ("zufallsstartwert", "tête de série", "semilla", "semente", "ziarno", "startwaarde", "graine"),
    "startdate": ("date started", "datum gestartet", "date de lancement", "date de début", "fecha de inicio",
                  "data rozpoczęcia", "datum gestart", "startdatum", "data di inizio", "data inizio",
                  "data de início"),
    "datestamp": ("date last action", "datum letzte aktivität", "date de la dernière action",
                  "fecha de la última acción", "data ostatniej akcji", "datum laatste actie",
                  "datum laatste handeling", "data ultima azione", "data da última ação"),
    "token": ("access code", "zugangscode", "zugangsschlüssel", "code d accès", "código de acceso", "toegangscode",
              "codice di accesso", "código de acesso", "kod dostępu"),
    "ipaddr": ("ip address", "ip adresse", "adresse ip", "dirección ip", "adres ip", "ip adres", "indirizzo ip",
               "endereço ip"),
    "refurl": ("referrer url", "referring url", "referer url", "weiterleitungs url", "url referente",
               "url de référence", "url de origen"),
    "interviewtime": ("total time", "gesamtzeit", "temps total", "tiempo total", "totale tijd", "tempo totale",
                      "tempo total", "łączny czas"),
    "participant": ("tid", "mpid", "participant_id", "emailstatus", "usesleft", "remindersent", "remindercount",
                    "validfrom", "validuntil", "blacklisted"),
    "first": ("firstname",),
    "last": ("lastname",),
}  # fmt: skip
_UNCODED = ("participant", "first", "last")
_KINDS = {said: kind for kind, names in _NAMES.items() for said in (*names, *([] if kind in _UNCODED else [kind]))}
_SURE = {"submitdate", "lastpage", "startlanguage", "seed", "datestamp", "interviewtime"}
USES = {"submitdate": "submitted", "startdate": "started", "token": "id", "first": "first", "last": "last"}
WHY = {
    "id": "the tool's own number of the response",
    "lastpage": "the last page that was seen",
    "startlanguage": "the language it was answered in",
    "seed": "the number by which the tool shuffled the questions",
    "datestamp": "the time of the last action",
    "ipaddr": "the address of the computer",
    "refurl": "the page that led to the survey",
    "interviewtime": "how long answering took",
    "time": "how long answering took",
    "participant": "the tool's own list of who was invited",
    "count": "how many files were sent",
}
_TIME = re.compile(
    r"(?:group|question|gruppen?|fragen|groeps|vraag)\W*(?:time|zeit|tijd)\s*:"
    r"|(?:temps|tiempo|tempo|czas)\b.{0,12}\b(?:groupe?|question|grupo|pregunta|gruppo|domanda|grupy|pytania)\b.*:",
    re.IGNORECASE,
)


def kind_of(text: str) -> str:
    """Which of the tool's own columns a heading is, by its code or its name or both, or "".

    Examples
    --------
    >>> [kind_of(text) for text in ("submitdate", "Start-Sprache", "lastpage. Last page", "Our last page")]
    ['submitdate', 'startlanguage', 'lastpage', '']
    """
    whole = text.strip().casefold()
    return _KINDS.get(whole) or _KINDS.get(plain(whole)) or _of_code(whole)


def sure_kinds(texts: Iterable[str]) -> set[str]:
    """The kinds of own columns among some headings that hardly anybody else calls so.

    Examples
    --------
    >>> sorted(sure_kinds(["id", "Completed", "lastpage", "Seed"]))
    ['lastpage', 'seed']
    """
    return {kind_of(text) for text in texts if plain(text) != "completed"} & _SURE


def _of_code(text: str) -> str:
    """The kind where a heading gives code and name; both must say it, since a question may have any code."""
    code, _, name = text.partition(" ")
    kind = _KINDS.get(code.rstrip(".:-"), "")
    return kind if kind and _KINDS.get(plain(name)) == kind else ""


def time_or_count(text: str, codes: Collection[str]) -> str:
    """Whether a heading counts: ``time`` (how long a question of these codes or a group took), ``count``, or "".

    Examples
    --------
    >>> [time_or_count(text, {"G01Q01"}) for text in ("G01Q01Time", "groupTime12", "Question time: G01Q01", "OurTime")]
    ['time', 'time', 'time', '']
    """
    code = re.split(r"[.:\s]", text.strip(), maxsplit=1)[0]
    if re.search(r"\[filecount\]", text, re.IGNORECASE):
        return "count"
    timed = code.endswith("Time") and code.removesuffix("Time") in codes
    return "time" if timed or re.match(r"groupTime\d+", code) or _TIME.search(text) else ""
