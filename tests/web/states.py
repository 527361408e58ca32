"""Every page that the program serves, in the states in which people meet it: one line each.

The tests of all pages, in Chromium and without it, go through this list; a new page or state is added here alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Act = Callable[[Page], None]
"""What somebody does once the page is there."""
TOO_MUCH = 100_000
"""More bytes than are read of a request."""


@dataclass(frozen=True, slots=True)
class State:
    """A page at an address, after what is done there; `status` is what the server answers.

    `site` is which app serves it: `small` holds `small_graph`, `empty` nothing, `damaged` a file that cannot be read,
    `faulty` answers `/about` with a fault of its own. `sends` is how many bytes are sent instead of asking for the
    page, none for -1. It is `drawn` where a picture must be in it, and `fails` where a step within the page is refused.
    """

    name: str
    address: str
    do: Act | None = None
    status: int = 200
    site: str = "small"
    sends: int = -1
    drawn: bool = False
    fails: bool = False

    @property
    def plain(self) -> bool:
        """Whether the address alone gives it, and the small graph."""
        return self.status == 200 and self.site == "small" and self.do is None


def pressed(name: str) -> Act:
    """The button of that name is pressed."""
    return lambda page: page.get_by_role("button", name=name, exact=True).click()


def followed(selector: str) -> Act:
    """The first link there is followed within the page: what it leads to has come when nothing is fetched any more."""

    def follow(page: Page) -> None:
        page.locator(selector).first.click()
        page.wait_for_load_state("networkidle")

    return follow


def typed(selector: str, text: str) -> Act:
    """A text is typed into a field, and what is suggested is open."""

    def write(page: Page) -> None:
        page.locator(selector).press_sequentially(text)
        page.locator(".suggestions").get_by_role("option").first.wait_for()

    return write


def key_pressed(selector: str, key: str) -> Act:
    """A key is pressed on the first of what is there."""
    return lambda page: page.locator(selector).first.press(key)


def refused(page: Page) -> None:
    """The form of days is sent with one that means nothing."""
    page.locator(".filters summary").click()
    page.locator("#limit_at").fill("the day after")
    page.locator("#explorer_limits [type=submit]").click()
    page.get_by_role("alert").get_by_role("button", name="Leave it").wait_for()


def waiting(page: Page) -> None:
    """A step takes long: what it is waiting for is said, and can be stopped."""
    page.route("**/explore/*parts=*", lambda _: None)
    page.locator("#tree .twig-name").nth(1).click()
    page.get_by_role("button", name="Stop").wait_for()


def saved(page: Page) -> None:
    """What the form holds is saved, with a title and a note, and the page of the view is there."""
    page.locator("#kind_live").check()
    page.locator("#view_title").fill("Who answers to the Mayor? " * 7)
    page.locator("#view_note").fill("For the board of the third. " * 9 + "x" * 300)
    page.get_by_role("button", name="Save it").click()
    page.locator("#saved").wait_for()


def not_saved(page: Page) -> None:
    """The form is sent with a site that is none."""
    page.locator("#frames_these").check()
    page.locator("#view_sites").fill("example")
    page.get_by_role("button", name="Save it").click()
    page.get_by_role("alert").wait_for()


def saved_then(*links: str) -> Act:
    """A view is saved, and these links are followed from its page, one after the other."""

    def follow(page: Page) -> None:
        saved(page)
        for link in links:
            page.get_by_role("link", name=link).first.click()
            page.wait_for_load_state("networkidle")

    return follow


def withdrawn(page: Page) -> None:
    """A view is saved and withdrawn."""
    saved_then("Withdraw this view")(page)
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_text("Status 410").wait_for()


SAVE = "/views/new?address=/ask?q%3Dbetween%26subject%3DHEDG%26object%3DMayor%2Bof%2BLondon"
OPENED_UP = "up=hedg&up=heg&up=lhb&members=lhb"
MAYOR = "mayor-of-london"
STATES = (
    State("first page", "/", drawn=True),
    State("first page, suggestions open", "/", typed("#ask_subject", "lond"), drawn=True),
    State("first page, another question", "/", lambda page: page.get_by_role("radio").nth(3).check(), drawn=True),
    State("nothing is loaded", "/", site="empty"),
    State("about the data", "/about/data"),
    State("about the data, nothing is loaded", "/about/data", site="empty"),
    State("how to read the answers", "/about"),
    State("how to read the pictures", "/about/pictures", drawn=True),
    State("accessibility statement", "/accessibility"),
    State("entities", "/entities"),
    State("entities found by name", "/entities?text=health"),
    State("entities of one kind", "/entities?kind=group"),
    State("entities, none found", "/entities?text=qqqq"),
    State("an entity", "/entity/lhb", drawn=True),
    State("an entity in dispute", "/entity/heg", drawn=True),
    State("an entity with a hostile name", "/entity/evil", drawn=True),
    State("an entity without a tie", "/entity/alone"),
    State("documents", "/sources"),
    State("a document with an address", "/source/2021-12"),
    State("a document with a hostile address", "/source/2024-11"),
    State("a document without a date", "/source/undated-paper"),
    State("explorer", "/explore/lhb", drawn=True),
    State("explorer of one without a tie", "/explore/alone", drawn=True),
    State("explorer opened up", f"/explore/hedg?{OPENED_UP}", drawn=True),
    State(
        "explorer, filters set",
        f"/explore/hedg?{OPENED_UP}&lens=line&sure=possible&kind=reports_to&kind=subgroup_of&source=2021-12",
        lambda page: page.locator(".filters summary").click(),
        drawn=True,
    ),
    State("explorer, all filtered away", "/explore/lhb?kind=funds", drawn=True),
    State(
        "explorer, a day and its list of dates",
        f"/explore/hedg?{OPENED_UP}&at=2021-12-09",
        lambda page: page.locator(".dates summary").click(),
        drawn=True,
    ),
    State("explorer, two days compared", f"/explore/hedg?{OPENED_UP}&at=2015&until=2024-11", drawn=True),
    State(
        "explorer, two days, filters, a line and another order",
        f"/explore/hedg?{OPENED_UP}&at=2015&until=2024-11&sure=firm&line=heg.reports_to.lhb&sort=when",
        drawn=True,
    ),
    State("explorer, tree closed", "/explore/lhb", key_pressed("[role=treeitem]", "ArrowLeft"), drawn=True),
    State("explorer, panel closed", "/explore/lhb", pressed("Close the evidence"), drawn=True),
    State("explorer, table filtered", "/explore/lhb", lambda page: page.fill("#table_filter", "mayor"), drawn=True),
    State("explorer, no row left", "/explore/lhb", lambda page: page.fill("#table_filter", "qqqq"), drawn=True),
    State("explorer, what was asked for is refused", "/explore/lhb", refused, drawn=True, fails=True),
    State("explorer, a step takes long", "/explore/lhb", waiting, drawn=True),
    State(
        "explorer, boxes folded",
        f"/explore/{MAYOR}?{'&'.join(f'{way}={MAYOR}' for way in ('up', 'down', 'members', 'money', 'ties'))}"
        "&ties=health-inequalities-strategy&ties=greater-london-authority",
        site="london",
        drawn=True,
    ),
    State("explorer, a hostile name suggested", "/explore/lhb", typed("#explore_name", "script"), drawn=True),
    State("explorer opened on all sides", "/explore/heg?up=heg&down=heg&ties=heg&members=lhb&money=heg", drawn=True),
    State("explorer, a box on a day", "/explore/evil?ties=evil&at=2024&box=ledu&sort=when", drawn=True),
    State("explorer, a line", "/explore/lhb", followed("#table td a"), drawn=True),
    State("explorer, a box selected there", "/explore/lhb", followed("#tree .twig-name >> nth=1"), drawn=True),
    State("explorer as a drawing", "/explore/lhb", pressed("As a drawing"), drawn=True),
    State("explorer, suggestions open", "/explore/lhb", typed("#explore_name", "health"), drawn=True),
    State("between, indirectly", "/ask?q=between&subject=HEDG&object=Mayor+of+London", drawn=True),
    State("between, on a day", "/ask?q=between&subject=HEDG&object=LHB&at=9+December+2021", drawn=True),
    State("between, other ties", "/ask?q=between&subject=HEDG&object=boroughs", drawn=True),
    State("between, in dispute", "/ask?q=between&subject=LHCP&object=HEG", drawn=True),
    State("between, denied", "/ask?q=between&subject=heg&object=assembly&lens=line", drawn=True),
    State("between, nothing found", "/ask?q=between&subject=boroughs&object=assembly", drawn=True),
    State("between, by another name", "/ask?q=between&subject=nhs&object=lhb&same=1"),
    State(
        "between, with limits",
        "/ask?q=between&subject=hedg&object=evil&steps=3&kind=reports_to&kind=subgroup_of&source=2021-12&source=2024-11",
        drawn=True,
    ),
    State("up", "/ask?q=up&subject=hedg&lens=leadership", drawn=True),
    State("up, nobody", "/ask?q=up&subject=alone"),
    State("down", "/ask?q=down&subject=lhb&lens=leadership&at=2021", drawn=True),
    State("members", "/ask?q=members&subject=lhb", drawn=True),
    State("members, as typed", "/ask?q=members&subject=lhb&typed=who+sits+on+the+board", drawn=True),
    State("seats", "/ask?q=seats&subject=khan", drawn=True),
    State("shared of two", "/ask?q=shared&subject=lhb&object=heg", drawn=True),
    State("shared of all", "/ask?q=shared"),
    State("money", "/ask?q=money"),
    State("gaps", "/ask?q=gaps", drawn=True),
    State("changes", "/ask?q=changes&subject=heg&at=2015&until=2025", drawn=True),
    State("list", "/ask?q=list&entity_kind=board&at=2021"),
    State("profile", "/ask?q=profile&subject=heg"),
    State("no saved view", "/views"),
    State("a view to be saved", SAVE, site="saving"),
    State("a view to be saved, with an error", SAVE, not_saved, site="saving", fails=True),
    State("a saved view", SAVE, saved, site="saving", drawn=True),
    State("saved views", SAVE, saved_then("Saved views"), site="saving"),
    State("a saved view for other pages", SAVE, saved_then("Put it into a web page"), site="saving"),
    State("a view to be withdrawn", SAVE, saved_then("Withdraw this view"), site="saving"),
    State("a view that was withdrawn", SAVE, withdrawn, site="saving", fails=True),
    State("saving is not allowed", SAVE, status=403),
    State("typed, not understood", "/typed?text=the+board"),
    State("asked again", "/ask?q=between&subject=Helth+Equ&object=nobody+at+all&at=2021", status=404),
    State("a parameter without meaning", "/ask?q=up&subject=HEDG&hops=1", status=400),
    State("a page that cannot be", "/entities?page=0", status=400),
    State("no such page", "/hedgg", status=404),
    State("no such entity", "/entity/hedgg", status=404),
    State("no such entity to explore", "/explore/hedgg", status=404),
    State("no such document", "/source/nothing", status=404),
    State("nothing can be sent", "/ask", status=405, sends=0),
    State("too much is sent", "/ask", status=413, sends=TOO_MUCH),
    State("too long an address", f"/ask?subject={'x' * 9000}", status=414),
    State("a fault", "/about", status=500, site="faulty"),
    State("the data is away", "/entities", status=503, site="damaged"),
)
ADDRESSES = tuple(state.address for state in STATES if state.plain)
"""The addresses that answer with the small graph by themselves."""
