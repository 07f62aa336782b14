"""Which of a survey's columns say who answered: told by their headings, whole words in any case."""

import re
from collections.abc import Iterable
from functools import lru_cache

_FIELDS = {
    "email": ("email", "e mail", "email address", "e mail address", "mail", "mail address", "work email",
              "work e mail", "work email address", "work e mail address", "contact email", "email id", "username",
              "user name", "user principal name", "courriel", "adresse courriel", "e post", "e postadresse", "correo",
              "correo electrónico", "correo electronico", "adresse e mail", "adresse mail", "e mail adresse",
              "mailadresse", "e mailadres", "emailadres", "indirizzo e mail", "indirizzo email", "adres e mail",
              "ebost"),
    "name": ("name", "names", "full name", "name in full", "first name and surname", "first name and last name",
             "first and last name", "forename and surname", "name and surname", "display name", "who are you",
             "who is answering", "who is completing this", "what are you called", "pseudonym", "name or pseudonym",
             "name or initials", "staff name", "name initials", "nom", "nom complet", "nom et prénom", "nom et prenom",
             "nom prénom", "nom prenom", "prénom et nom", "prenom et nom", "votre nom", "quel est votre nom",
             "comment vous appelez vous", "nombre", "su nombre", "nombre completo", "nombre y apellidos",
             "nombre y apellido", "apellidos y nombre", "apellido y nombre", "cuál es su nombre", "cómo se llama",
             "cómo te llamas", "ihr name", "dein name", "vollständiger name", "vor und nachname", "vor und zuname",
             "vorname und nachname", "name vorname", "vorname nachname", "nachname vorname", "name und vorname",
             "wie heißen sie", "wie heißt du", "wie ist ihr name", "wie ist dein name", "teilnehmer", "teilnehmerin",
             "teilnehmende", "teilnehmer in", "naam", "uw naam", "volledige naam", "voor en achternaam",
             "voornaam en achternaam", "deelnemer", "enw", "eich enw", "enw llawn", "nome", "nome completo",
             "nome e cognome", "cognome e nome", "nome e apelido", "nome e sobrenome", "partecipante", "participante",
             "imię i nazwisko", "imie i nazwisko", "nazwisko i imię", "uczestnik", "namn", "för och efternamn",
             "navn", "fulde navn", "nimi", "nama", "nama lengkap", "jméno", "jméno a příjmení", "név", "ad soyad",
             "adı soyadı", "имя", "фио", "фамилия и имя", "имя и фамилия", "ім я", "όνομα", "ονοματεπώνυμο", "الاسم",
             "姓名", "名前", "氏名", "이름"),
    "first": ("first name", "forename", "given name", "vorname", "prénom", "prenom", "voornaam", "förnamn", "fornavn",
              "imię", "imie"),
    "last": ("last name", "surname", "family name", "nachname", "nom de famille", "achternaam", "apellido",
             "apellidos", "cognome", "sobrenome", "apelido", "nazwisko", "efternamn", "etternavn"),
    "organisation": ("sefydliad", "organisme", "organización", "organizacion", "entidad", "empresa", "institución",
                     "institucion", "organizzazione", "ente", "azienda", "organização", "organizacao", "instituição",
                     "einrichtung", "ihre organisation", "ihre einrichtung", "behörde", "firma", "unternehmen",
                     "votre organisation", "établissement", "entreprise", "organisatie", "instelling",
                     "uw organisatie", "organizacja", "instytucja", "organisaatio", "organisasi", "организация"),
    "role": ("role", "job title", "job", "position", "position held", "job role", "post", "post held", "post title",
             "designation", "function", "rôle", "rolle", "funktion", "fonction", "poste", "cargo", "puesto", "ruolo",
             "stanowisko", "functie", "funzione", "função", "funcao", "ihre funktion", "ihre rolle", "votre fonction",
             "role in the partnership", "role in this partnership", "role in the team", "role in the organisation"),
    "id": ("member id", "rater id", "participant id", "respondent code", "member code", "participant code", "id code",
           "staff number", "staff id", "employee id", "employee number", "code name"),
}  # fmt: skip
_PERSON = (
    "member|team ?member|staff member|member of staff|rater|respondent|participant|person|assessor|attendee|evaluator|"
    "scorer|interviewee"
)
_ANYBODY = f"{_PERSON}|officer|lead officer|representative|partner representative|reviewer|colleague|employee|delegate"
_BODY = "organi[sz]ation|org|agency|company|employer|partner organi[sz]ation|partner agency|partner|body|institution"
_GROUP = "team|department|dept|service|directorate|division|unit|sector"
_PAPER = "(?:this |the )?(?:form|questionnaire|survey|assessment|self assessment|template|sheet|tool)"
_DOING = "(?:completing|filling in|filling out|answering|responding|who (?:is|has|completed|filled|answers)|who s)"
_YOURS = "(?:your |the |my |home )?"
_ASKS = (
    ("name", rf"{_YOURS}(?:{_PERSON})"),
    ("name", rf"{_YOURS}(?:{_ANYBODY})(?: s)? (?:full )?names?"),
    ("name", rf"(?:full )?name of (?:the |this |your )?(?:{_ANYBODY})(?: {_DOING}.*)?"),
    ("name", rf"(?:{_ANYBODY})(?: s name)? {_DOING}.*"),
    ("name", rf"(?:name )?(?:{_PAPER} )?(?:completed|filled in|rated|scored|assessed|answered|evaluated) by(?: name)?"),
    ("organisation", rf"{_YOURS}(?:{_BODY})(?: s)?(?: name)?"),
    ("organisation", rf"name of (?:the |your )?(?:{_BODY})"),
    ("organisation", rf"(?:which|what) (?:{_BODY}|{_GROUP}) (?:are you|do you|did you|is yours)\b.*"),
)  # fmt: skip
"""What a heading asks for, by the words that it has besides politeness."""
_ASKED = tuple((field, re.compile(said)) for field, said in _ASKS)
_ROWS = (
    ("organisation", re.compile(rf"{_YOURS}(?:{_GROUP})(?: name)?|name of (?:the |your )?(?:{_GROUP})")),
    ("name", re.compile(rf"{_YOURS}(?:{_ANYBODY}|(?:rater |member |staff |officer )?initials|who|reviewed by)")),
)
"""What says who answered above a column with a row for each; above a table of items it may say something of the items.
"""
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"\s*(?:(?:q|question|frage|no|nr)\s*)?\d{1,3}\s*(?:[.):–-]+|\s)\s*", re.IGNORECASE)
_ASIDE = re.compile(
    r"[(\[{][^()\[\]{}]*\b(?:optional|required|please|print|capitals|block|voluntary|facultatif|opcional|freiwillig|"
    r"optionnel|mandatory|if|as|e\.?\s?g|and)\b[^()\[\]{}]*[)\]}]",
    re.IGNORECASE,
)
"""What stands in brackets behind a heading and says how to answer it."""
_POLITE = re.compile(
    r"(?:please |kindly |can you |could you |enter |state |give |provide |write |type |tell us |insert |add |print |"
    r"select |choose |record |indicate |fill in |us |what is |what s |whats |what are |(?:your|my) (?=\w)|in )+"
)
_BEHIND = re.compile(r"(?: (?:optional|required|please(?: print)?|here|below|if you wish|bitte))+$")
_SLASH = re.compile(r"\s*[/|]\s*|\s+(?:or|oder|ou|and|und|et)\s+", re.IGNORECASE)
_LONGEST = 200
_NOBODY = {
    "", "anonymous", "anonym", "anonyme", "anonymous user", "anónimo", "anonimo", "anoniem", "di enw", "dienw", "n a",
    "na", "none", "anonymt", "anonyymi", "anonimowy", "anônimo", "anoniman", "not given", "respondent",
}  # fmt: skip
_STARTS = sorted({said[:2].replace(" ", ".") or "$" for said in _NOBODY})
_MAY_BE_NOBODY = re.compile(rf"\W*(?:{'|'.join(_STARTS)})", re.IGNORECASE)
"""How a text of plain letters begins that is nobody's name: most names do not."""


def field_of(heading: str) -> str:
    """Which of ``id, name, first, last, email, organisation, role`` a heading asks for, or "".

    Numbers of questions, politeness, marks of what must be answered and hints in brackets aside, all its words count.

    Examples
    --------
    >>> [field_of(text) for text in ("What is your name?", "Organisation:", "E-Mail", "Our name is known locally")]
    ['name', 'organisation', 'email', '']
    >>> [field_of(text) for text in ("Q1. Your name (please print) *", "Completed by", "Organisation / agency")]
    ['name', 'name', 'organisation']
    >>> field_of("name. Your name or pseudonym")
    'name'
    """
    return _field(heading[:_LONGEST]) if heading else ""


def column_of(heading: str) -> str:
    """As `field_of`, of the heading of a column in which each row is somebody’s: “Team” and “Officer” tell there who.

    Examples
    --------
    >>> [column_of(text) for text in ("Team", "Initials", "Team rating")], field_of("Team")
    (['organisation', 'name', ''], '')
    """
    return field_of(heading) or _of_row(heading[:_LONGEST])


def is_weak(heading: str) -> bool:
    """Whether another column says better what a heading asks for: `column_of` alone finds it.

    Examples
    --------
    >>> is_weak("Your department"), is_weak("Organisation")
    (True, False)
    """
    return not field_of(heading)


@lru_cache(maxsize=4096)
def _of_row(heading: str) -> str:
    return next((field for text in _asked(heading) for field, said in _ROWS if said.fullmatch(text)), "")


@lru_cache(maxsize=4096)
def _field(heading: str) -> str:
    whole = next(filter(None, map(_known, _asked(heading))), "")
    code, _, words = heading.partition(". ")
    behind = "" if whole or not _known(plain(code)) else next(filter(None, map(_known, _asked(words))), "")
    return whole or behind or _of_parts(heading)


def _asked(heading: str) -> tuple[str, ...]:
    """The words of a heading as they stand, and without what is only said besides."""
    bare = plain(_NUMBER.sub("", _ASIDE.sub(" ", heading), count=1))
    short = _BEHIND.sub("", bare)
    return tuple(
        dict.fromkeys((plain(heading), bare, short, _POLITE.sub("", short, count=1) if _polite(short) else ""))
    )


def _polite(text: str) -> bool:
    return _POLITE.match(text) is not None


def _known(said: str) -> str:
    if not said:
        return ""
    return _KNOWN.get(said) or next((field for field, pattern in _ASKED if pattern.fullmatch(said)), "")


def _of_parts(heading: str) -> str:
    """What two words with a slash between them ask for: a name where one of them is one, else what both are."""
    parts = [next(filter(None, map(_known, _asked(part))), "") for part in _SLASH.split(_ASIDE.sub(" ", heading))]
    if not 2 <= len(parts) <= 3 or not all(parts):
        return ""
    return next((field for field in ("name", "organisation") if field in parts), parts[0])


def is_nobody(text: str) -> bool:
    """Whether what stands under a heading for names is no name: “anonymous” for everybody is not one person.

    Examples
    --------
    >>> is_nobody("Anonymous"), is_nobody("N/A"), is_nobody("Ann")
    (True, True, False)
    """
    return plain(text) in _NOBODY


def nobodies(texts: Iterable[str]) -> set[str]:
    """Those of many texts that are no name, as `is_nobody` tells of one.

    Examples
    --------
    >>> nobodies(["Anonymous", "Ann", "N/A", "-"]) == {"Anonymous", "N/A", "-"}
    True
    """
    return {text for text in texts if (_MAY_BE_NOBODY.match(text) or not text.isascii()) and is_nobody(text)}


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a text in small letters, one space between them.

    Examples
    --------
    >>> plain("  What’s your  Name? *")
    'what s your name'
    """
    return " ".join(_WORDS.findall(text.casefold()))


_KNOWN = {plain(said): field for field, texts in _FIELDS.items() for said in texts}
