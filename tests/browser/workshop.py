"""What the people of a workshop do on the screens, in a real browser: set up, rate alone, lead the day."""

from notebook_pages import choose, until
from samples import roster

BOARD, TALK, FORM = ".assess-board", ".assess-talk:not(.assess-board)", ".assess-form"


def set_up(page, home, year):
    """Carry on from the year before, with whoever left taken out and whoever came added; returns the folder."""
    before = str(int(year) - 1)
    page.locator(".set-up .earlier").select_option(f"collaboration-{before}")
    page.locator(".set-up .message", has_text="members copied").wait_for()
    _step(page, "Who and when")
    page.locator(".set-up input.date").fill(roster.DATES[year])
    page.locator(".set-up input.folder").fill(f"captured-{year}")
    page.locator(".set-up .about").fill(roster.ABOUT)
    _step(page, "The team")
    for id in set(roster.ORDER[before]) - set(roster.ORDER[year]):
        page.get_by_role("button", name=f", {roster.PEOPLE[id][0]}").click()
    for id in set(roster.ORDER[year]) - set(roster.ORDER[before]):
        row = page.locator(".set-up .row[data-place]").nth(len(roster.ORDER[year]) - 1)
        for key, words in zip(("name", "organisation", "role"), roster.PEOPLE[id], strict=True):
            row.locator(f".{key}").fill(words)
    _step(page, "Check and make")
    page.locator(".set-up .make").click()
    page.locator(".set-up .made").wait_for()
    return home / "data" / f"captured-{year}"


def set_up_anew(page, home, framework, partnership, folder, member):
    """A new assessment of one member; returns the folder."""
    page.locator(f'.set-up input[type=radio][value="{framework}"]').check()
    _step(page, "Who and when")
    for key, words in {"partnership": partnership, "date": "2026-11-22", "folder": folder}.items():
        page.locator(f".set-up input.{key}").fill(words)
    _step(page, "The team")
    page.locator(".set-up .row[data-place] .name").first.fill(member)
    _step(page, "Check and make")
    page.locator(".set-up .make").click()
    page.locator(".set-up .made").wait_for()
    return home / "data" / folder


def _step(page, title):
    page.locator(".set-up .step", has_text=title).click()
    page.locator(f'.set-up .step[aria-current="step"]:has-text("{title}")').wait_for()


class Rater:
    """The page on which members rate, one after the other."""

    def __init__(self, page, assessment):
        self.page, self.assessment = page, assessment
        self.names = dict(zip(assessment.members["id"], assessment.members["name"], strict=True))
        choose(page, 0, f"({assessment.name})")

    def rate(self, member, section, rows):
        """One member's answers to one section, in the order they were given."""
        self._sit_down(member, section)
        split = {row["item"]: {} for row in rows if row.get("facet")}
        for row in rows:
            if row.get("facet"):
                split[row["item"]][row["facet"]] = row["level"]
            self._answer(row, split.get(row["item"], {}))
        answered = len({row["item"] for row in rows})
        marks = f"[...document.querySelectorAll('{FORM} .mark')]"
        self.page.wait_for_function(f"{marks}.filter(one => one.textContent.includes('✓ saved')).length === {answered}")

    def _sit_down(self, member, section):
        who = self.page.locator(".jupyter-widgets select", has=self.page.locator("option", has_text=self.names[member]))
        label = who.last.locator("option", has_text=self.names[member]).text_content()
        who.last.select_option(label=label)
        own = self.page.locator(f"{FORM} .who b:text-is('{self.names[member]}')")
        begun = self.page.get_by_role("button", name=f"Yes, I am {self.names[member]}", exact=True)
        own.or_(begun).wait_for()
        if begun.count():
            begun.press("Enter")
        own.wait_for()
        self.page.locator(f"{FORM} .top select").select_option(section)
        first = self.assessment.framework.section(section).items[0].id
        self.page.wait_for_selector(f'{FORM} .item[data-item="{first}"]')

    def _answer(self, row, sides):
        item, keys = f'{FORM} .item[data-item="{row["item"]}"]', self.page.keyboard
        if row.get("facet") and len(sides) < 2:
            return
        self.page.locator(item).focus()
        if sides:
            self._split(sides)
        else:
            keys.press({"rated": row["level"] if row["state"] == "rated" else "", "dont_know": "?",
                        "not_applicable": "-"}[row["state"]])  # fmt: skip
        if row.get("comment"):
            self.page.locator(item).focus()
            keys.press('"')
            keys.type(row["comment"])
            keys.press("Escape")

    def _split(self, sides):
        self.page.keyboard.press("/")
        for name, level in sides.items():
            self.page.keyboard.type(name)
            self.page.keyboard.press("Tab")
            self.page.keyboard.press(level)
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")


class Facilitator:
    """The page on which a facilitator opens and closes sections and leads the talk."""

    def __init__(self, page, assessment):
        self.page, self.assessment = page, assessment
        choose(page, 0, f"({assessment.name})")

    def open(self, section):
        """Open a section on the board."""
        self.page.locator(f'{BOARD} [data-key="section {section}"]').click()
        self.page.wait_for_selector(f'{BOARD} [data-key="section {section}"][aria-pressed="true"]')
        self._press(BOARD, "Open this section")
        until(self.page, lambda: self._last() == [section, "opened"])

    def close(self, section):
        """Close a section, although somebody may have left something out, and go to the talk."""
        self._press(BOARD, "Close and show the ratings")
        sure = self.page.locator(BOARD).get_by_role("button", name="Yes, close and show")
        until(self.page, lambda: sure.count() or self._last() == [section, "closed"])
        if sure.count():
            sure.press("Enter")
        until(self.page, lambda: self._last() == [section, "closed"])
        self._press(BOARD, "Go to the talk")
        self.page.wait_for_function(f"document.activeElement === document.querySelector('{TALK} .card')")

    def settle(self, rows):
        """Agree on each item, with its note and dissent."""
        for row in rows:
            self._turn(row["item"])
            self.page.keyboard.press("u" if row["state"] == "unresolved" else row["level"])
            self.page.wait_for_selector(f"{TALK} .agreed:has-text('✓')")
            for name in ("note", "dissent"):
                if row[name]:
                    self._fill(f"{name} {row['item']}", row[name])
        items = [row["item"] for row in rows]
        until(self.page, lambda: self._notes_stand(items, rows))

    def _notes_stand(self, items, rows):
        kept = self.assessment.consensus.set_index("item").loc[items, ["note", "dissent"]].values.tolist()
        return kept == [[row["note"], row["dissent"]] for row in rows]

    def split(self, item, levels):
        """Agree on a level for each of the framework's facets."""
        self._turn(item)
        self.page.keyboard.press("/")
        lists = self.page.locator(f"{TALK} .split select")
        for place, level in enumerate(levels):
            lists.nth(place).select_option(level)
        self.page.locator(f'{TALK} [data-key="save split"]').press("Enter")
        self.page.wait_for_selector(f"{TALK} .agreed:has-text('✓ Agreed, split.')")

    def rate_again(self, ratings):
        """Second ratings, after the talk."""
        for member, item, level in ratings:
            self._turn(item)
            again = self.page.locator(f'{TALK} [data-key="again"]')
            if again.locator("xpath=..").get_attribute("open") is None:
                again.press("Enter")
            self.page.locator(f'{TALK} [data-key="again {member}"]').select_option(level)
            until(self.page, lambda m=member, i=item, given=level: self._second(m, i) == [given])

    def _second(self, member, item):
        rows = self.assessment.ratings_of(member).query("round == 2 and item == @item")
        return rows["level"].astype("str").tolist()

    def write(self, notes):
        """Strengths, areas for improvement and evidence, each begun with the number of its item."""
        for kind, item, text in notes:
            self._turn(item)
            place = f"{TALK} [data-kind={kind}]"
            self._unfold(kind)
            box = self.page.locator(f"{place} .new")
            box.focus()
            before = len(self.assessment.notes)
            self.page.keyboard.type(f"{item}: {text}" if kind in ("strength", "area") else text)
            self.page.keyboard.press("Enter")
            until(self.page, lambda before=before: len(self.assessment.notes) > before)

    def _unfold(self, kind):
        fold = self.page.locator(f'{TALK} [data-key="fold {kind}"]')
        if fold.count() and fold.locator("xpath=..").get_attribute("open") is None:
            fold.press("Enter")
            self.page.wait_for_selector(f"{TALK} [data-kind={kind}] .new", state="visible")

    def _turn(self, item):
        self.page.locator(f'{TALK} [data-key="go {item}"]').press("Enter")
        self.page.wait_for_function(f"document.activeElement === document.querySelector('{TALK} .card')")

    def _fill(self, key, text):
        field = self.page.locator(f'{TALK} [data-key="{key}"]')
        field.focus()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def _last(self):
        return next(iter(self.assessment.progress[["section", "event"]].values.tolist()[::-1]), None)

    def _press(self, where, name):
        self.page.locator(where).get_by_role("button", name=name).first.press("Enter")
