"""The filled form printed with the CDRP / DAT self-assessment: what was ticked and written at each standard.

2.1 has two ticks, the second marked "Nat"; 3.2 has none. The watermark over the form is no comment.
"""

import assesslib as al

AT = "2026-11-22T09:00:00Z"
ABOUT = (
    "The filled form printed with the CDRP / DAT self-assessment, as an example. It names no partnership and no date, "
    "and holds what the team agreed; no individual ratings were printed."
)

LEVELS = {
    "1.1": {"": "G"},
    "1.2": {"": "W"},
    "1.3": {"": "W"},
    "1.4": {"": "G"},
    "1.5": {"": "W"},
    "2.1": {"local": "W", "national": "S"},
    "2.2": {"": "W"},
    "2.3": {"": "W"},
    "2.4": {"": "S"},
    "3.1": {"": "W"},
    "3.2": {},
    "3.3": {"": "W"},
    "3.4": {"": "W"},
    "4.1": {"": "S"},
    "4.2": {"": "W"},
    "5.1": {"": "S"},
    "5.2": {"": "S"},
    "5.3": {"": "S"},
    "5.4": {"": "W"},
    "5.5": {"": "D"},
}

COMMENTS = {
    "1.1": (
        "There is a problem with staff gaps. Also existing staff will need to have the terms of reference and detailed actions (with timescales) to be outlined for the whole organisation.",
    ),
    "1.2": ("Sub group with clearly defined remit & timetable working successfully on restructuring.",),
    "1.5": ("Lack of profile in LSP.",),
    "2.2": ("Introduction of new performance management system planned April 2005",),
    "3.1": ("Vacant posts 2002-2003.",),
    "4.1": ("Reviewed staffing resources post CDRP/DAT integration Nov 2003",),
    "5.3": ("Introduction of new performance management system planned April 2005",),
    "5.4": ("Not all partners working in a problem solving fashion",),
}

EVIDENCE = {
    "1.1": (
        "Minutes of meetings show absence of proactive action & lack of agreed actions & deadlines.",
        "Lack of staff in partnership has meant reduced support.",
        "Absence of constitution & terms of reference.",
    ),
    "1.2": (
        "List of membership of Board.",
        "Minutes of partnership meetings.",
    ),
    "1.3": (
        "Decisions & actions agreed without reference to partnership e.g. plans not signed off by partnership.",
        "Minutes of Board meetings.",
        "Examples of joint project work",
    ),
    "1.4": (
        "No formal review process in place.",
        "Absence of terms of reference & business plan.",
    ),
    "1.5": ("Included in Street Crime, BCU, Prison Service Business Plan & PCT local delivery plans.",),
    "2.1": (
        "Response to Street Crime & BCU initiatives.",
        "Each action plan makes reference to needs analysis but absence of co-ordinated local needs assessment.",
        "Lack of research into needs of BME but starting some work.",
    ),
    "2.2": (
        "Systems being put into place re BCU.",
        "Information regularly provided to Street Crime Strategic Board. Minutes of these meetings. Partnership collating information.",
        "IT investment within community safety team",
    ),
    "2.3": (
        "Plans are not SMART, e.g. Treatment Plan, but within community safety strategy effort has been made to align targets",
    ),
    "2.4": ("All strategies follow the legal requirements of CDA 1998, Police Reform Act 2002",),
    "3.1": (
        "Proposed new partnership & team structure.",
        "Further work to be done with health, schools, business, RSLs, courts and CPS",
    ),
    "3.2": (
        "Performance assessment in place and beginning to work effectively",
        "Personal development programmes not yet established",
        "The core local authority community safety team have received appropriate training",
    ),
    "3.3": (
        "Accountable individuals identified",
        "Minutes of Harm reduction meetings eg SLA's covered work with YOT & Youth Services.",
    ),
    "3.4": (
        "Mapping exercises undertaken",
        "Inter-agency training undertaken on several issues",
    ),
    "4.1": (
        "Resources identified for delivery of most of the strategic priorities",
        "Pooled budget for the Racist Incident Co-ordinator",
        "Joint commissioning to be arranged for pooled partnership budgets",
    ),
    "4.2": (
        "Monthly and quarterly monitoring in place",
        "Some evidence of review and assessment, e.g. evaluation of burglary reduction activity",
    ),
    "5.1": ("Council has an agreed process in place which includes distribution of guide to all service managers",),
    "5.2": (
        "Research into views of young people carried University March 2003.",
        "Consultation regularly undertaken at local level through focus groups, and resident meetings",
    ),
    "5.3": (
        "Action Plans in place.",
        "Monitoring and reporting framework through the CDRP / DAT Executive Group and into the Partnership Board",
    ),
    "5.4": ("Some work on hot spots",),
    "5.5": ("Case management process within the DAT/CDRP work within these frameworks",),
}

GOALS = {
    "1.1": (
        "Agree constitution & terms of reference.",
        "Define new role of chair and provide training if needed.",
        "Do more to maximise the potential of new members (both organisational and personal) through the adoption of an induction pack.",
    ),
    "1.2": (
        "Increase level of engagement by partnership agencies.",
        "Identify all key players & seek representation on Board at chief executive level.",
        "Agree strategic remit of new partnership.",
        "Partnership agreement in place that defines roles & responsibilities of partners.",
    ),
    "1.3": (
        "Arrange for all plans to be signed off by partnership. May need special meetings &/or delegated to chair.",
        "Board to be informed of & engage in delivery process.",
        "Closer working relationships with health",
        "Review role of prison service",
        "Invite court representation on to the strategic group",
    ),
    "1.4": (
        "As 1.1.",
        "Agree review process.",
        "Develop business plan for partnership.",
    ),
    "1.5": (
        "As 1.2.",
        "Ensure partnership's agenda included in other statutory plans & vice versa.",
        "Identify other key strategic plans",
    ),
    "2.1": (
        "Identify & include process of ongoing needs assessment in strategy.",
        "Map current research & identify gaps.",
        "Introduce central manipulation of data & analysis of local trends.",
    ),
    "2.2": (
        "Establish protocols & integrated information sharing protocol. Improve transfer of information.",
        "Review information sharing in relation to domestic violence and racial and homophobic crime",
    ),
    "2.3": (
        "Go through Treatment Plan & set milestones for the 4 themes.",
        "Identify risk factors to action plans",
        "Quarterly reviews by GO",
    ),
    "2.4": ("Continue to review strategies in light of forthcoming legislation",),
    "3.1": (
        "Improve staff recruitment.",
        "Develop closer working relationships with mentioned agencies",
        "Undertake joint events to develop networking",
        "Consider establishing joint funded posts",
        "Training events on partnership development",
        "Develop introduction procedures for new members",
    ),
    "3.2": ("Establish personal development programme for all members",),
    "3.3": (
        "Establish SLA for actions identified in plans",
        "Closer partnership through problem solving to use resources more effectively",
        "Reduce abstraction of partnership officers for other duties",
    ),
    "3.4": (
        "Explore options for involvement of other groups",
        "Explore feasibility of core and peripheral agencies and groups",
    ),
    "4.1": (
        "Establish joint commissioning group for partnership funds",
        "Identify contributions from other key agencies in priority areas, e.g. youth provision",
        "Review alignment of resources with targets",
    ),
    "4.2": ("Make available resource information",),
    "5.1": (
        "Community safety team to support probation, health, and fire service in the mainstreaming agenda",
        "Establish joint development seminars on Section 17",
        "Seek clarity on legislation as some agencies unaware of their legal responsibilities",
    ),
    "5.2": (
        "Develop systematic consultation plan",
        "Develop work with hard to reach groups",
    ),
    "5.3": ("Review of reporting framework to assess effectiveness",),
    "5.4": (
        "Adopt partnership problem-solving training",
        "Ensure all agencies contributing relevant and timely data",
    ),
    "5.5": ("Review procedural arrangements with legal services and equalities",),
}


def build(folder):
    """Write the form as an assessment into a new folder."""
    made = al.create_assessment(
        folder, framework="cdrp-dat-partnership", partnership="Worked example (no name on the form)", about=ABOUT
    )
    for item, levels in LEVELS.items():
        for facet, level in levels.items():
            made.agree(item, level, facet=facet, at=AT)
        if not levels:
            made.agree(item, state="blank", at=AT)
    for kind, said in (("comment", COMMENTS), ("evidence", EVIDENCE), ("goal", GOALS)):
        for item, texts in said.items():
            for number, text in enumerate(texts, 1):
                made.add_note(kind, text, id=f"{kind}-{item}-{number}", item=item, at=AT)
    return made
