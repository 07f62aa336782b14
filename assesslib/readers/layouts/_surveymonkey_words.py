"""How SurveyMonkey heads its own columns and the second row of its exports, in some of its languages."""

import re

from assesslib.readers.layouts._exports import FIRST, LAST, RESPONSE_NUMBER, key, keys
from assesslib.readers.records import DROPPED

_ROLES = keys({
    "number": ("Respondent ID", "Befragten-ID", "Teilnehmer-ID", "ID du répondant",
               "Identifiant du répondant", "ID del encuestado", "ID de encuestado", "Respondent-ID", "ID intervistato",
               "ID rispondente", "ID do respondente", "ID do entrevistado", "ID respondenta", "Respondent-id"),
    "collector": ("Collector ID", "Collector Name", "Collector", "Collector-ID", "Sammler-ID", "ID du collecteur",
                  "ID del recopilador", "ID raccoglitore", "ID do coletor", "ID kolektora", "Insamlar-ID"),
    "started": ("Start Date", "Date Created", "Startdatum", "Erstellungsdatum", "Date de début", "Date de création",
                "Fecha de inicio", "Fecha de creación", "Begindatum", "Data di inizio", "Data de início"),
    "submitted": ("End Date", "Date Modified", "Enddatum", "Änderungsdatum", "Date de fin", "Date de modification",
                  "Fecha de finalización", "Fecha de modificación", "Einddatum", "Data di fine", "Data de término"),
    "address": ("IP Address", "IP-Adresse", "Adresse IP", "Dirección IP", "IP-adres", "Indirizzo IP", "Endereço IP"),
    "email": ("Email Address", "Email", "E-Mail-Adresse", "Adresse e-mail", "Dirección de correo electrónico",
              "E-mailadres", "Indirizzo e-mail", "Indirizzo email", "Endereço de e-mail"),
    FIRST: ("First Name", "Vorname", "Prénom", "Nombre", "Voornaam", "Nome", "Förnamn"),
    LAST: ("Last Name", "Nachname", "Nom", "Apellido", "Apellidos", "Achternaam", "Cognome", "Sobrenome", "Efternamn"),
    "status": ("Response Status", "Status", "Antwortstatus"),
    "language": ("Language", "Sprache", "Langue", "Idioma", "Taal"),
})  # fmt: skip
_CUSTOM = re.compile("(custom(data|value)?|benutzerdefiniertedaten|donneespersonnalisees|datospersonalizados)\\d*")
USES = {
    "number": (DROPPED, RESPONSE_NUMBER),
    "collector": (DROPPED, "the link by which the response came in"),
    "started": ("started", ""),
    "submitted": ("submitted", ""),
    "address": (DROPPED, "the address of the respondent's computer"),
    "email": ("email", ""),
    FIRST: (FIRST, ""),
    LAST: (LAST, ""),
    "status": (DROPPED, "whether the response was finished"),
    "language": (DROPPED, "the language in which the survey was shown"),
    "custom": (DROPPED, "data of the tool's own list of contacts"),
}
"""By what a column holds its use and, where it is dropped, why."""
_ONLY = set(map(key, (
    "Response", "Open-Ended Response", "Antwort", "Offene Antwort", "Antwort mit offenem Ende", "Beantwortung",
    "Réponse", "Réponse ouverte", "Réponse libre", "Respuesta", "Respuesta abierta", "Antwoord", "Open antwoord",
    "Ymateb", "Ymateb penagored", "Risposta", "Risposta aperta", "Resposta", "Resposta aberta", "Odpowiedź",
    "Odpowiedź otwarta", "Svar", "Öppet svar", "Fritextsvar",
)))  # fmt: skip
_COMMENT = re.compile(
    r"(other|sonstige\w*|andere\w*|autre|otro|anders|altro|outro|inne|annat|arall)\b.*[(\[:].*|"
    r".{0,40}\b(comments?|kommentare?|commentaires?|comentarios?|opmerkingen|commenti|comentários|sylwadau)\b.{0,40}|"
    r"(please )?(explain|say why|give (a )?reasons?)\b.{0,60}",
    re.IGNORECASE,
)


def role_of(heading: str) -> str:
    """What a column of the tool's own holds, by its heading, or "".

    Examples
    --------
    >>> role_of("respondent_id"), role_of("Custom Data 2"), role_of("Our vision is shared")
    ('number', 'custom', '')
    """
    plain = key(heading)
    return _ROLES.get(plain, "custom" if _CUSTOM.fullmatch(plain) else "")


def is_response(heading: str) -> bool:
    """Whether the second row says no more than that an answer stands below.

    Examples
    --------
    >>> is_response("Open-Ended Response"), is_response("Our vision is shared")
    (True, False)
    """
    return key(heading) in _ONLY


def is_comment(heading: str) -> bool:
    """Whether the second row heads the comment that a question allows.

    Examples
    --------
    >>> is_comment("Other (please specify)"), is_comment("Other organisations are consulted")
    (True, False)
    """
    return bool(_COMMENT.fullmatch(heading.strip()))
