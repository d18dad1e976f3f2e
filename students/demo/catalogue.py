"""The catalogues of the two universities: programmes, and the case studies of each."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

# Rows of the documented examples, with their ids.
MPH_ID = "6651a1b2c3d4e5f6a7b8c9d0"
FUEL_SUBSIDY_ID = "6650c3d4e5f6a7b8c9d0e1f2"
ETHIOPIAN_AIRLINES_ID = "6650e5f6a7b8c9d0e1f2a3b4"


class ProgrammeEntry(NamedTuple):
    code: str
    name: str
    description: str | None = None
    is_active: bool = True
    id: str | None = None
    created_at: datetime | None = None


class CaseStudyEntry(NamedTuple):
    """A case study; ``codes`` are those of its programmes, separated by blanks, or "" for all."""

    title: str
    codes: str
    description: str | None
    is_active: bool = True
    id: str | None = None
    created_at: datetime | None = None


DEMO_PROGRAMMES = (
    ProgrammeEntry(
        "MBA1234",
        "Masters in Business Administration",
        "Two years beside a job, taught online; a case study every fortnight.",
    ),
    ProgrammeEntry("MBA", "Executive Master of Business Administration", "For those who lead."),
    ProgrammeEntry("MIT", "Master of Information Technology", "Eighteen months, two projects."),
    ProgrammeEntry("BSC-ECO", "BSc Economics", "Three-year undergraduate programme."),
    ProgrammeEntry("BSC-NUR", "BSc Nursing Science", "Four years, with placements on the wards."),
    ProgrammeEntry("MPA", "Master of Public Administration"),
    ProgrammeEntry("PGD_EDU", "Postgraduate Diploma in Education", "For teachers in service."),
    ProgrammeEntry(
        "HND-ACC", "Higher National Diploma in Accounting", "Admits nobody since 2025.", False
    ),
    ProgrammeEntry(
        "MPH",
        "Master of Public Health",
        "Two-year graduate programme.",
        id=MPH_ID,
        created_at=datetime(2026, 4, 29, 10, tzinfo=UTC),
    ),
)

# Three codes are also the other university's: equal codes are not equal programmes.
STATE_PROGRAMMES = (
    ProgrammeEntry("MBA1234", "Master of Business Administration (Weekend)", "Saturdays only."),
    ProgrammeEntry("MBA", "Master of Business Administration", None),
    ProgrammeEntry("MPH", "Master of Public Health", "One year, full time."),
    ProgrammeEntry("LLM", "Master of Laws", "Commercial law and arbitration."),
    ProgrammeEntry("MENG", "Master of Engineering", None),
    ProgrammeEntry("DIP-IT", "Diploma in Office Technology", "Superseded.", False),
)

DEMO_CASE_STUDIES = (
    # Exactly ten active ones belong to MBA1234: the documented student has them assigned.
    CaseStudyEntry(
        "Fuel Subsidy removal in Nigeria: Economic impact and social impact",
        "MBA1234",
        "You advise the minister of finance in the week after the subsidy's end. Prices at the "
        "pump have tripled, transport workers threaten a strike, and the states want their share "
        "of the savings. Defend a plan, and say who pays for it.",
        id=FUEL_SUBSIDY_ID,
    ),
    CaseStudyEntry(
        "Ethiopian Airlines Case Study",
        "MBA MBA1234",
        "A national carrier grows while its neighbours fold. Explain to its board how long the "
        "hub strategy will carry, and what to do about revenue that cannot leave its country.",
        id=ETHIOPIAN_AIRLINES_ID,
        created_at=datetime(2025, 6, 1, 14, tzinfo=UTC),
    ),
    CaseStudyEntry(
        "Negotiating a Supplier Contract in Lagos",
        "MBA1234 MBA",
        "The packaging supplier asks for a third more. You have one call, and no second source.",
    ),
    CaseStudyEntry(
        "Launching Mobile Money in Rural Ghana",
        "MBA1234 MIT",
        "Agents want commission, farmers want trust. Convince the regional manager of your pilot.",
    ),
    CaseStudyEntry(
        "Turning Around a Family-Owned Textile Mill",
        "MBA1234",
        "Three siblings, two opinions, one bank that has lost patience.",
    ),
    CaseStudyEntry(
        "Crisis Communication after a Product Recall",
        "MBA1234 MBA MPH",
        "A batch of infant formula is contaminated. The press conference begins in ten minutes.",
    ),
    CaseStudyEntry(
        "Pricing Solar Home Systems",
        "MBA1234 BSC-ECO",
        "Pay as you go, lease or cash? Argue with a finance director who has seen defaults.",
    ),
    CaseStudyEntry(
        "Merging Two Microfinance Banks",
        "MBA1234 BSC-ECO",
        "Two branch networks, one licence, and a workforce that reads the newspapers.",
    ),
    CaseStudyEntry(
        "Succession at Okpara & Daughters",
        "MBA1234",
        "The founder will not retire. The eldest daughter has an offer from a competitor.",
    ),
    CaseStudyEntry(
        "Port Congestion at Apapa: A Logistics Decision",
        "MBA1234 MPA",
        "Forty ships at anchor. Choose between the road, the rail and the river.",
    ),
    CaseStudyEntry(
        "Entering the Kenyan Tea Market (2023 edition)", "MBA1234", "Superseded figures.", False
    ),
    CaseStudyEntry("Cash-Flow Planning for a Start-up", "MBA1234 MBA", "Being rewritten.", False),
    CaseStudyEntry(
        "Board Meeting: Acquiring a Competitor", "MBA", "Five directors, one of them undecided."
    ),
    CaseStudyEntry("Leading a Remote Team across Five Time Zones", "MBA MIT", None),
    CaseStudyEntry(
        "Cholera Outbreak in a Border Town",
        "MPH BSC-NUR",
        "The well is shared by two countries. Agree on measures with your counterpart.",
    ),
    CaseStudyEntry(
        "Vaccine Hesitancy: Talking to Parents",
        "MPH BSC-NUR PGD_EDU",
        "A mother has read something on the internet. Listen first.",
    ),
    CaseStudyEntry("Clean Water for Kisumu", "MPH MPA", "Whose pipe is it?"),
    CaseStudyEntry(
        "Data Breach at a University Hospital", "MIT MPH", "Whom do you tell first, and what?"
    ),
    CaseStudyEntry(
        "Migrating Payroll to the Cloud", "MIT", "The vendor calls it a weekend's work."
    ),
    CaseStudyEntry("An Outage on Registration Day", "MIT", None),
    CaseStudyEntry("Central Bank Press Conference", "BSC-ECO", "Inflation is at 31 per cent."),
    CaseStudyEntry("Minimum Wage Negotiations", "BSC-ECO MPA", "Three parties, one number."),
    CaseStudyEntry("Breaking Bad News", "BSC-NUR", "A father waits in the corridor."),
    CaseStudyEntry("Handover on the Night Shift", "BSC-NUR", "What must not be forgotten."),
    CaseStudyEntry("Budget Hearing before the State Assembly", "MPA", None),
    CaseStudyEntry("Parents' Evening", "PGD_EDU", "The marks are bad, the father is angry."),
    CaseStudyEntry("Auditing a Petty-Cash Fraud", "HND-ACC", "The receipts are too tidy."),
    CaseStudyEntry("A First Conversation", "", "Learn how to speak with a simulation."),
    CaseStudyEntry("Academic Integrity: A Difficult Conversation", "", "A friend asks for help."),
    CaseStudyEntry("Job Interview Practice", "", None),
    CaseStudyEntry("Orientation 2024", "", "Last year's welcome.", False),
)

STATE_CASE_STUDIES = (
    CaseStudyEntry(
        "Ethiopian Airlines Case Study", "MBA MBA1234", "The board wants a second hub. Where?"
    ),
    CaseStudyEntry("Hostile Takeover of a Brewery", "MBA1234 MBA LLM", "An offer at noon."),
    CaseStudyEntry("Restructuring a Cocoa Cooperative", "MBA1234", None),
    CaseStudyEntry("Breaking Bad News", "MPH", "A mother waits in the corridor."),
    CaseStudyEntry("Cholera Outbreak in a Border Town", "MPH", None),
    CaseStudyEntry("Arbitration under Time Pressure", "LLM", "The panel rises at five."),
    CaseStudyEntry("Cross-Examining an Expert", "LLM", None),
    CaseStudyEntry("Bridge Inspection: Close the Road?", "MENG", "A crack, and a bank holiday."),
    CaseStudyEntry("Explaining a Design Error to the Client", "MENG MBA", None),
    CaseStudyEntry("Typing Pool to Word Processor", "DIP-IT", "Of historical interest.", False),
    CaseStudyEntry("First Steps with the Simulation", "", "Ten minutes to get used to it."),
)

# Rows without a date of their own follow each other at this pace from the university's start.
_PACE = timedelta(hours=7, minutes=10)


def nth_creation(start: datetime, position: int) -> datetime:
    """Return the time at which the ``position``-th row of a university's catalogue was created."""
    return start + timedelta(days=1) + _PACE * position
