"""What they wrote on 5 March 2024: (id, section, item, text), then the closing answers, the causes and the actions."""

STRENGTHS = (
    ("strength-01", "preparing", "1", "Everybody in the room can say what the partnership is for."),
    (
        "strength-02",
        "preparing",
        "3",
        "Managers give people the time: half a day a week at the college, more elsewhere.",
    ),
    ("strength-03", "establishing", "12", "We know and like each other; people pick up the phone before they write."),
    ("strength-04", "establishing", "6", "The council and the leisure trust know every sports provider in the area."),
    ("strength-05", "joined-up", "15", "The Saturday sessions with the schools are run by five organisations as one."),
    ("strength-06", "joined-up", "20", "Commissioners meet one team, and say that they value it."),
    ("strength-07", "joined-up", "22", "The pool timetable is drawn up together with the college."),
    ("strength-08", "delivery", "25", "Booking a session is one step for most residents."),
    ("strength-09", "delivery", "28", "Shared calendars work in all five organisations."),
    ("strength-10", "maintaining", "29", "News travels openly: newsletter, phone and coffee all work."),
    ("strength-11", "maintaining", "33", "The quarrel about the museum café was settled in a week."),
    ("strength-12", "maintaining", "30", "Energy and good will are what we have most of."),
    ("strength-13", "review", "37", "We dropped the joint bike scheme when it no longer paid its way."),
    ("strength-14", "review", "35", "The quarterly bulletin reaches every partner, if late."),
    ("strength-15", "results", "", "The three partners we asked call us pleasant to work with and easy to reach."),
    ("strength-16", "results", "", "More children swim than in 2021, and all of us had a part in it."),
)

AREAS = (
    ("area-01", "preparing", "2", "Budgets are set before anyone asks what they mean for the partners."),
    ("area-02", "preparing", "4", "Working with others stands in nobody's training plan."),
    ("area-03", "establishing", "9", "We have never gone through the options for delivering services together."),
    ("area-04", "establishing", "11", "Half of us think that the partnership decides, half that it only recommends."),
    ("area-05", "establishing", "8", "We reach the table where health is commissioned when the plans are finished."),
    ("area-06", "joined-up", "13", "The same residents are surveyed three times in one autumn."),
    ("area-07", "joined-up", "16", "Four brochures and four websites, none of them complete."),
    ("area-08", "joined-up", "17", "We show each other our results but do not challenge each other's plans."),
    ("area-09", "joined-up", "23", "Each organisation buys alone, even where the kit is the same."),
    ("area-10", "delivery", "25", "A person referred by a health service goes through five doors and five forms."),
    ("area-11", "delivery", "27", "Callers are passed on because the desks do not know each other's offer."),
    ("area-12", "maintaining", "31", "We learn what partners need when their plans are already printed."),
    ("area-13", "maintaining", "32", "Partners cannot say what our services do for their own outcomes."),
    ("area-14", "review", "34", "Three systems count a visit in three ways."),
    ("area-15", "review", "35", "The bulletin comes a quarter late and has no shared outcomes in it."),
    ("area-16", "review", "36", "We had no joint self-assessment before today, and no joint plan."),
    ("area-17", "results", "", "We have never asked all our partners what they think of us."),
    ("area-18", "results", "", "We can tell stories about shared outcomes but cannot show them."),
)

EVIDENCE = (
    ("evidence-01", "joined-up", "20", "Letter from the county's commissioners, 12 January 2024."),
    ("evidence-02", "joined-up", "13", "List of the autumn's surveys: nine, three of them on one estate."),
)

ANSWERS = {
    "significant": "Knowing how we do: shared measures, a joint plan, and challenge that people can use. Next, asking "
    "residents together instead of one after another, and telling them in one place what is on.",
    "themes": "Golden thread: relationships. We know each other, we speak openly, we settle quarrels, and others see "
    "it. Fault line: performance. From options to measures to review, we do not look hard at how well things work.",
    "causes": "We plan, each of us, by our own calendar, and nobody's job is to keep shared measures. What the "
    "partnership may decide was never written down, because it grew out of friendships.",
}

CAUSES = (
    (
        "cause-01",
        "Each organisation plans, budgets and communicates by its own calendar.",
        "area-01 area-03 area-06 area-07 area-09 area-10 area-11 area-12",
    ),
    (
        "cause-02",
        "It is nobody's job to keep shared measures and to learn from them.",
        "area-03 area-08 area-14 area-15 area-16 area-17 area-18",
    ),
    ("cause-03", "What the partnership may decide was never written down.", "area-04 area-05 area-10"),
    (
        "cause-04",
        "The partnership grew out of friendships, so what is usual elsewhere was never set up.",
        "area-02 area-05 cause-03",
    ),
)

ACTIONS = (
    {
        "id": "action-01",
        "text": "Repeat the joint self-assessment next March and keep one improvement plan.",
        "about": "cause-02 area-16",
        "owner": "Amara",
        "due": "2025-03-31",
        "measure": "At least ten of the twelve members rate; the plan has an owner for each action.",
        "status": "done",
        "settled": "2025-01-21",
    },
    {
        "id": "action-02",
        "text": "Write a scheme of delegation for the partnership.",
        "about": "cause-03 area-04",
        "owner": "Dilys",
        "due": "2024-10-31",
        "measure": "Adopted by all five boards.",
        "status": "done",
        "settled": "2024-11-19",
    },
    {
        "id": "action-03",
        "text": "Agree on one definition of a visit for all systems.",
        "about": "area-14",
        "owner": "Grace",
        "due": "2024-12-31",
        "measure": "The January figures of all partners use it.",
        "status": "dropped",
        "settled": "2024-12-10",
    },
    {
        "id": "action-04",
        "text": "Print one summer flyer together.",
        "about": "area-07",
        "owner": "Keiko",
        "due": "2024-06-30",
        "measure": "In every library, surgery and leisure centre by the end of June.",
        "status": "done",
        "settled": "2024-06-25",
    },
    {
        "id": "action-05",
        "text": "Lay the five budget timetables side by side and say when partners are to be asked.",
        "about": "cause-01 area-01",
        "owner": "Farid",
        "due": "2024-09-30",
        "measure": "Partners are asked before the first draft in all five organisations.",
        "status": "open",
    },
)
