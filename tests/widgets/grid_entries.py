"""Entries in the facilitator's grid as the page sends them, and what they leave behind."""

from assesslib.widgets import RatingGrid

MEMBERS = [{"id": "ann", "name": "Ann", "role": "chair", "organisation": "Trust"}, {"id": "bob", "name": "Bob"},
           {"id": "cas"}]  # fmt: skip


def opened(team, **options):
    made = RatingGrid(team, **options)
    made.sent = []
    made.send = lambda message, *_: made.sent.append(message)
    made.count = iter(range(1, 1000))
    return made


def enter(grid, member, item, level="", state="rated"):
    tell(grid, "rate", member=member, item=item, level=level, state=state)


def tell(grid, kind, **said):
    grid.receive({"type": kind, "seq": next(grid.count), **said})


def rows(team, member):
    found = team.history.query("journal == 'ratings' and member == @member")
    return list(found[["subject", "facet", "new", "by"]].itertuples(index=False, name=None))


def shown(grid, member):
    return grid.state["answers"][member]
