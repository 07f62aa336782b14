"""When everything happened on the workshop days (UTC)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from . import roster

HOURS = {
    "preparing": ("09:10", "10:00"),
    "establishing": ("10:00", "11:00"),
    "joined-up": ("11:15", "12:40"),
    "delivery": ("13:20", "14:05"),
    "maintaining": ("14:05", "14:55"),
    "review": ("15:10", "15:55"),
    "results": ("15:55", "16:20"),
}
ABSENT = {"2025": {"review": "marek"}}
SECTION_OF = {str(number): section for section, numbers in roster.SECTIONS.items() for number in numbers}


def opened(year: str, section: str) -> datetime:
    """When a section was opened."""
    return datetime.fromisoformat(f"{roster.DATES[year]}T{HOURS[section][0]}")


def closed(year: str, section: str) -> datetime:
    """When a section was closed."""
    return datetime.fromisoformat(f"{roster.DATES[year]}T{HOURS[section][1]}")


def _place(item: str) -> int:
    """The item's place in its section, from 1."""
    return int(item) - roster.SECTIONS[SECTION_OF[item]].start + 1


def rated(year: str, item: str, member: str, turn: int = 0) -> datetime:
    """When a member rated an item alone: each at their own pace; a change of mind comes three minutes later."""
    pace = 35 + 3 * roster.ORDER[year].index(member)
    start = opened(year, SECTION_OF[item]) + timedelta(minutes=1)
    return start + timedelta(seconds=pace * _place(item), minutes=3 * turn)


def rated_again(year: str, item: str, nth: int) -> datetime:
    """When somebody rated an item again after the discussion."""
    return opened(year, SECTION_OF[item]) + timedelta(minutes=22, seconds=15 * nth)


def agreed(year: str, item: str) -> datetime:
    """When the team settled an item."""
    return opened(year, SECTION_OF[item]) + timedelta(minutes=24 + 2 * _place(item))


def noted(year: str, section: str, kind: str, number: int) -> datetime:
    """When a note on a section was made: in its last minutes, strengths first."""
    start = {"strength": 330, "area": 240, "evidence": 60}[kind]
    return closed(year, section) - timedelta(seconds=start - 4 * number)


def concluded(year: str, nth: int) -> datetime:
    """When the team answered a closing question, named a cause or agreed an action."""
    return closed(year, "results") + timedelta(minutes=5 + nth)


def events(year: str) -> Iterator[dict]:
    """Every rated section opened and closed, and who was absent from one."""
    for section in (one for one in HOURS if roster.SECTIONS[one]):
        yield {"section": section, "event": "opened", "at": opened(year, section)}
        yield {"section": section, "event": "closed", "at": closed(year, section)}
    for section, member in ABSENT.get(year, {}).items():
        at = opened(year, section) + timedelta(minutes=1)
        yield {"section": section, "event": "absent", "member": member, "at": at}
