"""What they said on 5 March 2024: one line an item, one letter a member in the order of the roster.

The gaps part council, health trust, leisure trust, college and community network. Besides the levels: . no answer,
? don't know, - not applicable, / split by facet.
"""

RATINGS = {
    "1": "cddd ecd ddd e d",
    "2": "cccb bcc c?d b c",
    "3": "dced ded ecd e e",
    "4": "bcbb bb. bbb b b",
    "5": "ecdd dcc ccd d c",
    "6": "cddc dcc dcd c b",
    "7": "cbcc dcc cbc c c",
    "8": "dcbb cbb bcb c c",
    "9": "babb bcb bbb b a",
    "10": "cc?c ddc dcc c c",
    "11": "eeeb eeb bbe b b",
    "12": "eeee eee eee e e",
    "13": "bbcb bab bac b b",
    "14": "cccd cdc dcc c a",
    "15": "edd. dec ddd d d",
    "16": "cbbb abc bbc b b",
    "17": "bbbb aba bbb b a",
    "18": "cccc dcd cb/ d c",
    "19": "cdcc ccc add c c",
    "20": "ddde ddd eed d d",
    "21": "bbba bbb bbb b -",
    "22": "ccbc dbd cbc c d",
    "23": "cbbb bbb bcb - b",
    "24": "dcdb cdc c.d c c",
    "25": "ccdc bbb ccc d d",
    "26": "cdcc bbb dcc c c",
    "27": "cdcd bbb ccc c c",
    "28": "cccc dcd ccc d d",
    "29": "dddd ddd ddd d d",
    "30": "eddd ded ddd c d",
    "31": "ddcc cbc cb? c c",
    "32": "cccc bcc ccb b d",
    "33": "dddd ece edd e d",
    "34": "bbab bbb bbb a ?",
    "35": "cddc dbb ccc b c",
    "36": "abba caa bba b a",
    "37": "cc.c cdb dcc d c",
}

SPLITS = {("18", "keiko"): {"Leisure": "d", "Culture": "b"}}

# What stood in the journal first, oldest first, where a member changed their mind before the discussion.
EARLIER = {
    ("3", "bethan"): "d",
    ("6", "leona"): "d",
    ("8", "jonas"): "?",
    ("10", "grace"): "c",
    ("13", "callum"): "d",
    ("20", "dilys"): "dc",
    ("22", "marek"): "c",
    ("26", "jonas"): "d",
    ("31", "callum"): "d",
    ("37", "hamish"): "c",
}

AFTERWARDS = {
    ("9", "bethan"): "b",
    ("13", "jonas"): "b",
    ("14", "marek"): "b",
    ("16", "farid"): "b",
    ("27", "grace"): "c",
    ("36", "farid"): "b",
    ("37", "hamish"): "c",
}

CONSENSUS = {
    "preparing": "d c d b c",
    "establishing": "c c b b c ! e",
    "joined-up": "b c d b b c c d b c b c",
    "delivery": "! c c c",
    "maintaining": "d d c c d",
    "review": "b c a c",
}
WHY = {
    "12": "No discussion needed.",
    "14": "Marek's point stands: see the areas for improvement.",
    "36": "Today is the first time, so it cannot be more than this.",
}
DISSENT = {
    "11": "Half of us hold that we decide within our budget, half that we only recommend. Both readings of the terms "
    "of reference are recorded; the chairs' group will settle it.",
    "25": "Farid, Grace and Hamish: for somebody referred by a health service the doors are still separate. The others "
    "see one system that works for most people.",
}

COMMENTS = {
    ("1", "amara"): "Officers know. I am not sure that all elected members do.",
    ("1", "farid"): "Partnership has been part of our induction for years.",
    ("2", "dilys"): "The budget was set in February; partners heard in March.",
    ("2", "jonas"): "I have never stood close enough to a policy decision to say.",
    ("3", "bethan"): "My team finds the time, but only just.",
    ("3", "leona"): "We give staff half a day a week for it, and it's used.",
    ("4", "marek"): "Nobody has asked what skills our volunteers need for this.",
    ("5", "amara"): "We wrote the vision together in 2021, and we have kept to it.",
    ("5", "grace"): "Shared with us rather than written with us.",
    ("6", "marek"): "Small groups without a website are simply not on the map.",
    ("7", "callum"): "We see who is new in the area & ring them.",
    ("8", "amara"): "I sit on the health and wellbeing board.",
    ("8", "callum"): "Not something one can see from where I work.",
    ("9", "bethan"): "Never done, as far as I know.",
    ("9", "marek"): "Done to us once, not with us.",
    ("10", "callum"): "Above my pay grade, I'm afraid.",
    ("11", "amara"): "The terms of reference are clear: we decide, within the budget.",
    ("11", "dilys"): "I thought that we only make recommendations…",
    ("11", "leona"): "Who decides what? I couldn't say.",
    ("12", "farid"): "The best thing about this partnership 😀",
    ("12", "marek"): "People pick up the phone, always.",
    ("13", "callum"): "Parks and sport did one together, the others did not.",
    ("13", "grace"): "Three surveys landed on the same estate in one month.",
    ("14", "marek"): "=> no community group has been offered a room yet",
    ("15", "leona"): "The Saturday sessions with the schools are a real consortium.",
    ("16", "dilys"): "Residents get four brochures, each lovely, none complete.",
    ("16", "farid"): "Our patients have never seen a leisure leaflet.",
    ("17", "grace"): "We show each other results. We don't challenge each other.",
    ("17", "marek"): "- never been asked\n- would gladly be",
    ("18", "keiko"): "Leisure staff train together; culture staff don't (yet).",
    ("19", "imogen"): "We bid against the council's own team last year, and lost.",
    ("20", "dilys"): "Commissioners meet one team, not five.",
    ("21", "marek"): "We have no offices to share.",
    ("22", "hamish"): "The pool timetable is a good example.",
    ("23", "leona"): "Our purchasing goes through a national college consortium.",
    ("25", "callum"): "Booking is much easier than it was.",
    ("25", "grace"): "From our patients' side: five doors, five forms.",
    ("26", "hamish"): "A referral letter still goes by post.",
    ("27", "grace"): "Callers are passed on at least twice. I've tried it.",
    ("29", "leona"): "Newsletter, phone, coffee: all three work.",
    ("30", "amara"): "Energy is what we have most of.",
    ("31", "keiko"): "I cannot see into the leaders' heads.",
    ("33", "imogen"): "The quarrel about the museum café was settled in a week.",
    ("34", "callum"): 'Three systems count a "visit" in three ways.',
    ("34", "marek"): "We have no system, so I can't compare.",
    ("36", "farid"): "We did one with the council in 2019; does that count?",
}
