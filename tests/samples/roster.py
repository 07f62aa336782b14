"""Who took part: invented people of invented organisations, in the order of the letters in the rating tables."""

FRAMEWORK = "csit-collaborative-working"
PARTNERSHIP = "Northvale Active & Creative Partnership"
ABOUT = "Constructed: the organisations, the people and every answer are invented."
CHAIR = "amara"

COUNCIL = "Northvale Council"
HEALTH = "Northvale Health Trust"
LEISURE = "Alderbeck Leisure Trust"
COLLEGE = "Northvale College"
NETWORK = "Northvale Community Network"

DATES = {"2024": "2024-03-05", "2025": "2025-03-04", "2026": "2026-03-03"}

PEOPLE = {
    "amara": ("Amara", COUNCIL, "chief officer"),
    "bethan": ("Bethan", COUNCIL, "manager"),
    "olek": ("Olek", COUNCIL, "manager"),
    "callum": ("Callum", COUNCIL, "practitioner"),
    "dilys": ("Dilys", COUNCIL, "board member"),
    "farid": ("Farid", HEALTH, "chief officer"),
    "grace": ("Grace", HEALTH, "manager"),
    "hamish": ("Hamish", HEALTH, "practitioner"),
    "imogen": ("Imogen", LEISURE, "chief officer"),
    "jonas": ("Jonas", LEISURE, "practitioner"),
    "nadia": ("Nadia", LEISURE, "practitioner"),
    "keiko": ("Keiko", LEISURE, "board member"),
    "leona": ("Leona", COLLEGE, "manager"),
    "marek": ("Marek", NETWORK, "board member"),
}

_2024 = "amara bethan callum dilys  farid grace hamish  imogen jonas keiko  leona  marek"
_2025 = "amara olek   callum dilys  farid grace hamish  imogen jonas keiko  leona  marek"
_2026 = "amara olek   callum dilys  farid grace hamish  imogen nadia keiko  leona  marek"
ORDER = {"2024": tuple(_2024.split()), "2025": tuple(_2025.split()), "2026": tuple(_2026.split())}

SECTIONS = {
    "preparing": range(1, 6),
    "establishing": range(6, 13),
    "joined-up": range(13, 25),
    "delivery": range(25, 29),
    "maintaining": range(29, 34),
    "review": range(34, 38),
    "results": range(0),
}
