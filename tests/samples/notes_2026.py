"""What they wrote on 3 March 2026, in the order of 2024."""

STRENGTHS = (
    ("strength-01", "preparing", "5", "The vision has been renewed together every year since 2021."),
    ("strength-02", "preparing", "1", "Even under the cuts nobody asked why we work together."),
    ("strength-03", "establishing", "12", "Whatever else is cut, the trust between us is not."),
    ("strength-04", "establishing", "11", "The one-page remit has settled who decides."),
    ("strength-05", "joined-up", "13", "One consultation a season, all of us in it, and no complaint about surveys."),
    ("strength-06", "joined-up", "16", "People ask for the what's-on guide by name, and surgeries hand it out."),
    ("strength-07", "joined-up", "20", "The joint bid for the health contract carried all our names."),
    ("strength-08", "joined-up", "24", "Partners helped to redraw the timetable after the cuts."),
    ("strength-09", "delivery", "27", "The front desks have each other's numbers and use them."),
    ("strength-10", "delivery", "28", "Six of us run their joint work from the shared workspace."),
    ("strength-11", "maintaining", "29", "Bad news, too, was shared early and openly."),
    ("strength-12", "maintaining", "33", "When we fell out over the contract, colleagues brought us together again."),
    ("strength-13", "review", "37", "We asked which joint schemes to keep before any was cut."),
    ("strength-14", "review", "35", "The calendar and the guide report their figures to everyone."),
    ("strength-15", "results", "", "Nine of twelve partners call us open and reliable."),
    ("strength-16", "results", "", "Twice as many residents as in 2024 answered the consultations."),
)

AREAS = (
    ("area-01", "preparing", "2", "The cuts were decided in four separate rooms."),
    ("area-02", "preparing", "3", "The posts that made room for joint work are gone."),
    ("area-03", "preparing", "4", "What training there was for working with others has ended with the budget."),
    ("area-04", "establishing", "9", "The cuts were made without one options appraisal."),
    ("area-05", "establishing", "8", "We gave up our seat on the health board when the post went."),
    ("area-06", "joined-up", "17", "Challenge happens after hours and not in the plan."),
    ("area-07", "joined-up", "21", "Offices stand half empty and are let to nobody."),
    ("area-08", "joined-up", "19", "We bid against one another for the third time."),
    ("area-09", "joined-up", "14", "No community group has a room in our buildings yet."),
    ("area-10", "delivery", "25", "A referred person still tells their story at every door."),
    ("area-11", "delivery", "26", "The way from referral to first session has lost one step of eleven."),
    ("area-12", "delivery", "28", "Half of us cannot reach the shared workspace, or do not use it."),
    ("area-13", "maintaining", "30", "Willing people are tired, and two link posts are vacant."),
    ("area-14", "maintaining", "31", "We do not know which partners will be cut next."),
    ("area-15", "review", "34", "We type each other's figures in by hand."),
    ("area-16", "review", "36", "The plan slept all winter."),
    ("area-17", "review", "35", "Apart from the calendar and the guide, figures do not reach partners."),
    ("area-18", "results", "", "Partners call us open, and slow to act on what they tell us."),
    ("area-19", "results", "", "Shared outcomes are still told as stories."),
)

EVIDENCE = (
    ("evidence-01", "joined-up", "13", "Consultation calendar 2025-26: four seasons, no ward asked twice."),
    (
        "evidence-02",
        "maintaining",
        "30",
        "Staff lists of March 2025 and March 2026: three of seven joint posts are left.",
    ),
)

ANSWERS = {
    "significant": "Room for joint work: without time and people even the best of it will stop. Next, somebody who "
    "keeps the shared measures and watches over the plan, and one way in for people who are referred.",
    "themes": "Golden thread: relationships, for the third year, through a year of cuts. Fault line: performance, for "
    "the third year: no appraisal, no challenge in the plan, figures typed in by hand.",
    "causes": "Each organisation cut for itself, and joint posts went first. With them went whoever might have kept "
    "the measures. Systems, rooms and rules have stayed separate, and no agreement bridges them.",
}

CAUSES = (
    (
        "cause-01",
        "Each organisation cut for itself, and the joint posts went first.",
        "area-01 area-02 area-03 area-04 area-05 area-08 area-13 cause-02",
    ),
    (
        "cause-02",
        "It is nobody's job to keep shared measures and to watch over the joint plan.",
        "area-06 area-10 area-11 area-15 area-16 area-17 area-18 area-19",
    ),
    (
        "cause-03",
        "Each organisation keeps its own systems and its own rules for them.",
        "area-07 area-09 area-10 area-11 area-12 area-15",
    ),
    ("cause-04", "No agreement says what partners may use of each other's.", "area-07 area-09 area-12 area-13"),
)

ACTIONS = (
    {
        "id": "action-01",
        "text": "Pool what is left of the joint posts into one, hosted by the college.",
        "about": "cause-01 area-02",
        "owner": "Leona",
        "due": "2026-09-30",
        "measure": "One person in post with the backing of all five organisations.",
        "status": "open",
    },
    {
        "id": "action-02",
        "text": "Look at the plan for half an hour in every quarterly meeting.",
        "about": "cause-02 area-16",
        "owner": "Amara",
        "due": "2026-06-30",
        "measure": "Four dated progress notes by next March.",
        "status": "open",
    },
    {
        "id": "action-03",
        "text": "Let the front desks take a referral once for all of us.",
        "about": "cause-03 area-10 area-11",
        "owner": "Grace",
        "due": "2026-12-31",
        "measure": "Seven steps instead of ten; one form.",
        "status": "open",
    },
    {
        "id": "action-04",
        "text": "Open the shared workspace to all laptops, or choose another.",
        "about": "area-12",
        "owner": "Olek",
        "due": "2026-07-31",
        "measure": "All twelve members can open it from their own desks.",
        "status": "open",
    },
    {
        "id": "action-05",
        "text": "Agree on rooms for community groups in two buildings.",
        "about": "cause-04 area-09",
        "owner": "Nadia",
        "due": "2026-10-31",
        "measure": "Six groups meet there by the end of October.",
        "status": "open",
    },
    {
        "id": "action-06",
        "text": "Talk to each other before bidding to the same fund.",
        "about": "area-08",
        "owner": "Imogen",
        "due": "2026-05-31",
        "measure": "No two partners bid alone to one fund.",
        "status": "open",
    },
)
