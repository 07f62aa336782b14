"""Words that survey tools and people write in the place of a rating, by the state that they stand for."""

from __future__ import annotations

import re

UNKNOWN = {"dont know", "don t know", "do not know", "i don t know", "i do not know", "dk", "not sure", "unsure",
           "not known", "unknown", "nk", "no idea", "cannot say", "can t say", "unable to say", "unable to comment",
           "cannot comment", "can t comment", "no opinion", "weiß nicht", "weiss nicht", "kann ich nicht beurteilen",
           "ne sait pas", "ne sais pas", "je ne sais pas", "no sé", "no lo sé", "non so", "non lo so", "não sei",
           "weet niet", "weet ik niet", "vet ej", "vet inte", "vet ikke", "ved ikke", "en tiedä", "nie wiem",
           "ddim yn gwybod", "dont_know"}  # fmt: skip
NOT_APPLICABLE = {"n a", "na", "not applicable", "does not apply", "nicht zutreffend", "nicht anwendbar", "entfällt",
                  "sans objet", "non applicable", "no aplica", "não se aplica", "non applicabile", "n v t", "nvt",
                  "niet van toepassing", "ej tillämpligt", "ikke relevant", "nie dotyczy", "ddim yn berthnasol",
                  "not relevant", "not_applicable"}  # fmt: skip
BLANK = {"no answer", "not answered", "no response", "unanswered", "blank", "skipped", "prefer not to say",
         "prefer not to answer", "rather not say", "keine antwort", "keine angabe", "sans réponse", "sin respuesta",
         "nessuna risposta", "geen antwoord", "inget svar", "brak odpowiedzi", "sem resposta", "dim ateb", "nan",
         "null", "none selected"}  # fmt: skip
_STATES = (("dont_know", UNKNOWN), ("not_applicable", NOT_APPLICABLE), ("blank", BLANK))
_ERROR = re.compile(r"#[¡¿]?[^\W\d_][\w/]*[!?]?$")


def state_of(words: str) -> str:
    """The state that the bare words of an answer stand for, or "".

    Examples
    --------
    >>> state_of("don t know"), state_of("n a"), state_of("partly")
    ('dont_know', 'not_applicable', '')
    """
    return next((state for state, said in _STATES if words in said), "")


def unsaid(text: str) -> str:
    """Why a text is no answer though it may look like one: ``error`` (of a spreadsheet), ``dash`` (a lone one), "".

    Examples
    --------
    >>> unsaid("#N/A"), unsaid("-"), unsaid("n/a")
    ('error', 'dash', '')
    """
    if _ERROR.match(text):
        return "error"
    return "dash" if text in ("-", "–", "—") else ""
