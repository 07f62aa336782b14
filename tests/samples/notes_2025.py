"""What they wrote on 4 March 2025, in the order of 2024."""

STRENGTHS = (
    ("strength-01", "preparing", "1", "The lunchtime talks have made partnership everybody's business."),
    ("strength-02", "preparing", "3", "Time for partners stands in work plans now, also on the front line."),
    ("strength-03", "preparing", "5", "People can quote the shared vision."),
    ("strength-04", "establishing", "12", "Trust and humour: a newcomer feels at home within months."),
    ("strength-05", "establishing", "6", "The map of providers is nearly complete."),
    ("strength-06", "joined-up", "15", "The Saturday sessions have grown to four schools."),
    ("strength-07", "joined-up", "20", "We went to the commissioners together, and it showed."),
    ("strength-08", "joined-up", "16", "The summer flyer hung in every waiting room."),
    ("strength-09", "delivery", "25", "Families tell us that it feels like one service."),
    ("strength-10", "delivery", "28", "Those who use the shared workspace need nothing else."),
    ("strength-11", "maintaining", "29", "Nobody says that they were not told."),
    ("strength-12", "maintaining", "33", "Disagreements are aired early and settled between the people concerned."),
    ("strength-13", "maintaining", "30", "Good people, well led, still willing."),
    ("strength-14", "review", "36", "We did come back after a year, and half of the plan is carried out."),
    ("strength-15", "review", "37", "We asked of each joint scheme whether it should go on."),
    ("strength-16", "results", "", "Commissioners would work with us again: all four said so."),
    ("strength-17", "results", "", "Seven hundred families came to the Saturday sessions."),
)

AREAS = (
    ("area-01", "preparing", "2", "Partners read about the closure of the annexe in the newspaper."),
    ("area-02", "preparing", "4", "There is still no training for working with others."),
    ("area-03", "establishing", "9", "Nobody could find an options appraisal, because there is none."),
    ("area-04", "establishing", "11", "Who may decide is clearer on paper than in practice."),
    ("area-05", "establishing", "7", "We welcome whoever comes to us, and seldom look for anyone."),
    ("area-06", "joined-up", "13", "We share the questions beforehand, but the dates of our surveys still collide."),
    ("area-07", "joined-up", "16", "One flyer is not a campaign: the rest of the year each of us advertises alone."),
    ("area-08", "joined-up", "17", "Each of us improves alone."),
    ("area-09", "joined-up", "19", "We were rivals for the same fund again."),
    ("area-10", "delivery", "26", "Eleven steps from referral to first session, and nobody owns them."),
    ("area-11", "delivery", "27", "It takes three calls to find out who runs a class."),
    ("area-12", "delivery", "28", "Some laptops cannot open the shared workspace."),
    ("area-13", "maintaining", "31", "We guess at what partners will need next year."),
    ("area-14", "maintaining", "32", "Partners speak up for us when asked, and do not think of it otherwise."),
    ("area-15", "review", "34", "Figures are still collected three times over."),
    ("area-16", "review", "36", "Nobody watched over the plan between the two workshops."),
    ("area-17", "review", "35", "Figures go upwards to boards and not across to partners."),
    ("area-18", "results", "", "Only a third of our partners returned the survey."),
    ("area-19", "results", "", "We count who comes, not what changes for them."),
)

EVIDENCE = (
    ("evidence-01", "delivery", "26", "Walk-through of a falls referral, 6 February 2025: eleven steps, five forms."),
    ("evidence-02", "joined-up", "16", "Print run of the summer flyer: 12,000."),
)

ANSWERS = {
    "significant": "Measures that we share, and somebody who keeps them. Then one calendar for asking residents and "
    "one guide to what is on, so that the summer flyer does not stay the exception.",
    "themes": "Golden thread: relationships, as last year; newcomers feel it at once. Fault line: performance, as last "
    "year; we neither appraise options nor compare ourselves nor watch over our plan.",
    "causes": "Separate calendars are behind most of what residents notice, the lack of shared measures behind most of "
    "what we ourselves do not notice. We rely on good will where an agreement would help.",
}

CAUSES = (
    (
        "cause-01",
        "Each organisation plans, budgets and communicates by its own calendar.",
        "area-01 area-05 area-06 area-07 area-09 area-10 area-11 area-13",
    ),
    (
        "cause-02",
        "It is nobody's job to keep shared measures and to watch over the joint plan.",
        "area-03 area-08 area-15 area-16 area-17 area-18 area-19",
    ),
    ("cause-03", "Decisions that cross organisations belong to nobody.", "area-04 area-10"),
    ("cause-04", "We rely on good will where an agreement would help.", "area-02 area-04 area-12 cause-03"),
)

ACTIONS = (
    {
        "id": "action-01",
        "text": "Keep one joint calendar of consultations, agreed each season.",
        "about": "cause-01 area-06",
        "owner": "Callum",
        "due": "2025-09-30",
        "measure": "No ward is asked twice within six weeks.",
        "status": "done",
        "settled": "2025-09-16",
    },
    {
        "id": "action-02",
        "text": "Publish one shared what's-on guide for the whole year, with one budget line.",
        "about": "cause-01 area-07",
        "owner": "Imogen",
        "due": "2025-10-31",
        "measure": "The separate brochures stop; the guide lies in every surgery, library and leisure centre.",
        "status": "done",
        "settled": "2025-10-21",
    },
    {
        "id": "action-03",
        "text": "Put on one page what the partnership decides, recommends and only hears about.",
        "about": "cause-03 area-04",
        "owner": "Dilys",
        "due": "2025-06-30",
        "measure": "Any member can say who decides three everyday matters.",
        "status": "done",
        "settled": "2025-06-10",
    },
    {
        "id": "action-04",
        "text": "Give the way from referral to first session one owner.",
        "about": "area-10",
        "owner": "Farid",
        "due": "2025-12-31",
        "measure": "Seven steps instead of eleven.",
        "status": "open",
    },
    {
        "id": "action-05",
        "text": "Free one person for a day a week to keep the shared measures.",
        "about": "cause-02 area-15",
        "owner": "Amara",
        "due": "2025-09-30",
        "measure": "One page of shared figures each quarter.",
        "status": "dropped",
        "settled": "2025-11-18",
    },
)
