"""How Microsoft Forms heads its own columns, in the languages it is used in."""

from assesslib.readers.layouts._exports import RESPONSE_NUMBER, keys
from assesslib.readers.records import DROPPED

ROLES = keys({
    "number": ("ID",),
    "started": ("Start time", "Startzeit", "Heure de début", "Hora de inicio", "Begintijd", "Starttijd",
                "Amser cychwyn", "Amser dechrau", "Ora di inizio", "Ora inizio", "Hora de início",
                "Godzina rozpoczęcia", "Starttid", "Starttidspunkt", "Aloitusaika"),
    "submitted": ("Completion time", "Fertigstellungszeit", "Abschlusszeit", "Heure de fin", "Heure d’achèvement",
                  "Hora de finalización", "Tijd van voltooien", "Voltooiingstijd", "Amser cwblhau", "Amser gorffen",
                  "Ora di completamento", "Ora di fine", "Hora de conclusão", "Hora da conclusão",
                  "Godzina ukończenia", "Godzina zakończenia", "Slutförandetid", "Sluttid", "Fuldførelsestidspunkt",
                  "Fullføringstidspunkt", "Valmistumisaika"),
    "email": ("Email", "Email address", "Adresse de messagerie", "Courrier électronique", "Correo electrónico",
              "Posta elettronica", "Indirizzo di posta elettronica", "Adres e-mail", "E-post", "E-postadress",
              "E-bost", "Cyfeiriad e-bost", "Endereço de email", "Sähköposti"),
    "name": ("Name", "Nom", "Nombre", "Naam", "Enw", "Nome", "Nazwa", "Imię i nazwisko", "Namn", "Navn", "Nimi"),
    "changed": ("Last modified time", "Uhrzeit der letzten Änderung", "Zeitpunkt der letzten Änderung",
                "Letzte Änderung", "Heure de la dernière modification", "Hora de la última modificación",
                "Tijd van laatste wijziging", "Amser addasu diwethaf", "Amser yr addasiad diwethaf",
                "Ora dell’ultima modifica", "Ora ultima modifica", "Hora da última modificação",
                "Hora da última alteração", "Czas ostatniej modyfikacji", "Godzina ostatniej modyfikacji",
                "Senast ändrad", "Tid för senaste ändring", "Senaste ändringstid"),
    "points": ("Total points", "Gesamtpunktzahl", "Punkte gesamt", "Nombre total de points", "Total des points",
               "Total de puntos", "Puntos totales", "Totaal aantal punten", "Cyfanswm pwyntiau", "Punti totali",
               "Punteggio totale", "Total de pontos", "Łączna liczba punktów", "Suma punktów", "Totalpoäng",
               "Totalt antal poäng"),
    "feedback": ("Quiz feedback", "Prüfungsfeedback", "Quizfeedback", "Commentaires sur le questionnaire",
                 "Comentarios del cuestionario", "Feedback over quiz", "Feedback over de quiz", "Adborth cwis",
                 "Feedback sul quiz", "Comentários do teste", "Opinia o teście", "Testfeedback"),
    "released": ("Grade posted time", "Uhrzeit der Notenveröffentlichung"),
    "language": ("Language", "Sprache", "Langue", "Idioma", "Taal", "Iaith", "Lingua", "Język", "Språk"),
})  # fmt: skip
"""By the key of a heading what the column holds."""

POINTS = ("points", "point", "punkte", "puntos", "punten", "punti", "pontos", "punkty", "poäng", "pwyntiau")
FEEDBACK = ("feedback", "kommentare", "commentaires", "comentarios", "opmerkingen", "commenti", "comentários",
            "opinia", "adborth", "återkoppling")  # fmt: skip
"""What stands before a question in the columns that a quiz adds for it."""

USES = {
    "number": (DROPPED, RESPONSE_NUMBER),
    "started": ("started", ""),
    "submitted": ("submitted", ""),
    "email": ("email", ""),
    "name": ("name", ""),
    "changed": (DROPPED, "when the response was last changed"),
    "points": (DROPPED, "the points of a quiz"),
    "feedback": (DROPPED, "the feedback of a quiz"),
    "released": (DROPPED, "when the points of a quiz were given out"),
    "language": (DROPPED, "the language in which the form was shown"),
}
"""By what a column holds its use and, where it is dropped, why."""
