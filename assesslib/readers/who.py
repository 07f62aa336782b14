"""Which of a survey's columns say who answered: told by their headings, whole words in any case."""

import re
from functools import lru_cache

_FIELDS = {
    "email": ("email", "e mail", "email address", "your email", "your email address", "mail", "courriel", "e post",
              "correo electronico", "correo electrónico", "adresse e mail", "e mail adresse", "ebost"),
    "name": ("name", "your name", "full name", "your full name", "what is your name", "what s your name", "member",
             "member name", "name of member", "rater", "respondent", "participant", "person", "assessor", "who are you",
             "pseudonym", "name or pseudonym", "your name or pseudonym", "display name", "nom", "votre nom", "ihr name",
             "nombre", "su nombre", "naam", "uw naam", "enw", "eich enw", "nome", "namn"),
    "first": ("first name", "forename", "given name", "vorname", "prénom", "prenom"),
    "last": ("last name", "surname", "family name", "nachname", "nom de famille"),
    "organisation": ("organisation", "organization", "your organisation", "your organization", "which organisation",
                     "organisation name", "name of organisation", "agency", "your agency", "company", "employer",
                     "partner organisation", "partner", "body", "sefydliad", "organisme", "organización",
                     "organizacion", "which organisation are you from", "which organisation do you represent",
                     "which organisation do you work for", "what organisation are you from",
                     "what is your organisation", "what organisation do you represent"),
    "role": ("role", "your role", "what is your role", "job title", "your job title", "job", "position", "job role",
             "rôle", "rolle", "funktion", "fonction", "cargo", "role in the partnership",
             "your role in the partnership", "what is your role in the partnership"),
    "id": ("member id", "rater id", "participant id", "respondent code", "member code", "participant code", "id code",
           "staff number", "code name"),
}  # fmt: skip
_WORDS = re.compile(r"\w+")
_KNOWN = {said: field for field, texts in _FIELDS.items() for said in texts}
_NOBODY = {
    "", "anonymous", "anonym", "anonyme", "anonymous user", "anónimo", "anonimo", "anoniem", "di enw", "dienw", "n a",
    "na", "none", "anonymt", "anonyymi", "anonimowy", "anônimo", "anoniman", "not given", "respondent",
}  # fmt: skip


def field_of(heading: str) -> str:
    """Which of ``id, name, first, last, email, organisation, role`` a heading asks for, or "".

    Examples
    --------
    >>> [field_of(text) for text in ("What is your name?", "Organisation:", "E-Mail", "Our name is known locally")]
    ['name', 'organisation', 'email', '']
    >>> field_of("name. Your name or pseudonym")
    'name'
    """
    whole = _KNOWN.get(re.sub(r"^\d+ ", "", plain(heading)), "")
    code, _, words = heading.partition(". ")
    return whole or (_KNOWN.get(plain(words), "") if _KNOWN.get(plain(code)) else "")


def is_nobody(text: str) -> bool:
    """Whether what stands under a heading for names is no name: “anonymous” for everybody is not one person.

    Examples
    --------
    >>> is_nobody("Anonymous"), is_nobody("N/A"), is_nobody("Ann")
    (True, True, False)
    """
    return plain(text) in _NOBODY


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a text in small letters, one space between them.

    Examples
    --------
    >>> plain("  What’s your  Name? *")
    'what s your name'
    """
    return " ".join(_WORDS.findall(text.casefold()))
