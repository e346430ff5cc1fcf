"""The table of screens that pictures, accessibility tests and measurements share: a new screen is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page, expect

from tests.e2e.carry import locked, previewed, unsynced
from tests.e2e.joining import about_to_empty, by_mail, crowded, logged_out, with_codes, with_copy
from tests.e2e.makings import begun, with_makings
from tests.e2e.states import (
    abroad,
    after_a_gap,
    answered,
    as_a_list,
    as_it_is,
    asked,
    asked_about_a_signal,
    closed,
    far_for_a_fortnight,
    first_card_open,
    full,
    habit_noted,
    honest,
    invited,
    kept,
    looked_at,
    marked,
    noticed,
    offline,
    on_the_body,
    practised,
    practising,
    sources_open,
    stopped,
    telling,
    unsafe,
    week,
    with_own_breath,
    with_signals,
    with_sound,
    worded,
    written,
    year,
)
from tests.e2e.steps import QUESTION

Life = Literal["first", "new", "used", "away"]


@dataclass(frozen=True)
class Screen:
    """One screen in one state.

    `heading` is there when it opens; `{check_in}` and the like in `path` stand for a record of the phone.
    `life` is the phone it is seen on: one that never saw Thaw, a new one, one in use for two weeks (life.py), or one
    on which each screen lays out days of its own.
    `reach` brings the opened page into the state that is looked at.
    """

    name: str
    path: str
    heading: str
    life: Life = "new"
    reach: Callable[[Page], Any] = as_it_is


WORDLESS = "If it had no words, what would it be?"
BODY = "Where do you notice anything, or nothing?"
NOWHERE = "/nowhere"  # answered with 404, by the server alone
NO_RECORD = "00000000-0000-4000-8000-000000000000"

# Those that keep something come last, so that the lists before them stay as they were lived.
SCREENS = [
    Screen("welcome", "/", "When feelings seem far away", "first"),
    Screen("welcome-honest", "/", "When feelings seem far away", "first", honest),
    Screen("today", "/", QUESTION),
    Screen("today-used", "/", QUESTION, "used"),
    Screen("check-ins-none", "/check-ins", "Past check-ins"),
    Screen("check-ins", "/check-ins", "Past check-ins", "used"),
    Screen("check-in", "/check-ins/{check_in}", "This check-in", "used"),
    Screen("check-in-missing", f"/check-ins/{NO_RECORD}", "This check-in is not on this phone"),
    Screen("signals-none", "/signals", "My signals"),
    Screen("signals", "/signals", "My signals", "away", with_signals),
    Screen("check-in-earlier", "/check-ins/new", "An earlier moment"),
    Screen("check-in-belongs", "/check-ins/{check_in}/belongs", "Which moment does it belong to?", "used"),
    Screen("step-world", "/check-ins/{check_in}/world", "How near does the world seem?", "used"),
    Screen("step-energy", "/check-ins/{check_in}/energy", "Somewhere around here?", "used"),
    Screen("step-words", "/check-ins/{check_in}/words", WORDLESS, "used", worded),
    Screen("step-body", "/check-ins/{check_in}/body", BODY, "used"),
    Screen("step-body-list", "/check-ins/{check_in}/body", BODY, "used", as_a_list),
    Screen("step-around", "/check-ins/{check_in}/around", "What was around?", "used"),
    Screen("step-experiences", "/check-ins/{check_in}/experiences", "Is it like any of these?", "used"),
    Screen("step-habits", "/check-ins/{check_in}/habits", "Were any of these around?", "used", habit_noted),
    Screen("step-note", "/check-ins/{check_in}/note", "Anything to remember?", "used"),
    Screen("step-missing", f"/check-ins/{NO_RECORD}/body", BODY),
    Screen("way", "/journey", "The way"),
    Screen("way-used", "/journey", "The way", "used"),
    Screen("glimmer", "/glimmer", "A faint moment"),
    Screen("practise", "/practise", "Practise"),
    Screen("practise-narrowed", "/practise?need=flat&minutes=3&place=in_bed", "Practise"),
    Screen("practise-unsafe", "/practise", "Practise", reach=unsafe),
    Screen("exercise", "/practise/longer-out-breath", "Longer out-breath"),
    Screen("player-before", "/practise/one-natural-breath/go", "One natural breath"),
    Screen("player-before-moving", "/practise/short-walk/go", "A short walk"),
    Screen("player-gate", "/practise/box-breath/go", "Box breath"),
    Screen("exercise-missing", "/practise/not-there", "This exercise is not on this phone"),
    Screen("write-none", "/write", "Write"),
    Screen("write", "/write", "Write", "used", written),
    Screen("page-missing", f"/write/{NO_RECORD}", "This page is not on this phone"),
    Screen("made-none", "/made", "Nothing is kept here"),
    Screen("made-missing", f"/made/{NO_RECORD}", "This is not on this phone"),
    Screen("patterns-none", "/patterns", "Patterns"),
    Screen("patterns", "/patterns", "Patterns", "used"),
    Screen("patterns-week", "/patterns", "Patterns", "used", week),
    Screen("patterns-year", "/patterns", "Patterns", "used", year),
    Screen("support", "/support", "Support", reach=first_card_open),
    Screen("understand", "/understand", "About numbness"),
    Screen("understand-card", "/understand/told-not-to-feel", "You may have learned not to feel", reach=sources_open),
    Screen("understand-emergency", "/understand/emergency", "When it is more than numbness"),
    Screen("understand-missing", "/understand/not-there", "This card is not on this phone"),
    Screen("reminders-none", "/reminders", "Reminders"),
    Screen("reminders", "/reminders", "Reminders", "used"),
    Screen("reminder-new", "/reminders/new", "A new reminder"),
    Screen("reminder-crowded", "/reminders/new", "A new reminder", "used", crowded),
    Screen("reminder", "/reminders/{reminder}", "This reminder", "used"),
    Screen("reach-none", "/reminders/reach", "Can this phone be reached?"),
    Screen("reach", "/reminders/reach", "Can this phone be reached?", "used", looked_at),
    Screen("settings", "/settings", "Settings"),
    Screen("settings-used", "/settings", "Settings", "used"),
    Screen("settings-emptying", "/settings", "Settings", "used", about_to_empty),
    Screen("settings-asked", "/settings", "Settings", "new", asked),
    Screen("export-none", "/export", "There is nothing to take along yet", "first"),
    Screen("export", "/export", "Take it with you", "used", locked),
    Screen("import", "/import", "Bring a file in"),
    Screen("import-preview", "/import", "Bring a file in", "used", previewed),
    Screen("unsynced-none", "/unsynced", "All of it is on this phone"),
    Screen("account-none", "/account", "Account and devices"),
    Screen("sign-in", "/sign-in", "Sign in", reach=by_mail),
    Screen("privacy", "/privacy", "Privacy"),
    Screen("licences", "/licences", "Licences"),
    Screen("help", "/help", "You don’t have to hold this alone"),
    Screen("help-no-line", "/help", "You don’t have to hold this alone", "used", abroad),
    Screen("not-found", NOWHERE, "There is nothing at this address."),
    Screen("today-invited", "/", QUESTION, "used", invited),
    Screen("today-gap", "/", QUESTION, "away", after_a_gap),
    Screen("today-flatness", "/", QUESTION, "away", far_for_a_fortnight),
    Screen("today-telling", "/", QUESTION, "away", telling),
    Screen("today-signal", "/", QUESTION, "away", asked_about_a_signal),
    Screen("today-full", "/", QUESTION, "used", full),
    Screen("glimmer-kept", "/glimmer", "A faint moment", "used", kept),
    Screen("today-answered", "/", QUESTION, "used", answered),
    Screen("today-closed", "/", QUESTION, "used", closed),
    Screen("today-offline", "/", QUESTION, "used", offline),
    Screen("understand-card-marked", "/understand/behind-glass", "It is like living behind glass", "used", marked),
    Screen("understand-marked", "/understand", "About numbness", "used"),
    Screen("patterns-all", "/patterns", "Patterns", "used", noticed),
    Screen("practise-used", "/practise", "Practise", "used"),
    Screen("step-body-marked", "/check-ins/{check_in}/body", BODY, "used", on_the_body),
    Screen("player", "/practise/longer-out-breath/go", "Longer out-breath", reach=practising),
    Screen("player-sound", "/practise/five-senses/go", "Five, four, three, two, one", reach=with_sound),
    Screen("player-breath", "/practise/slow-wave/go", "As slow as a wave", reach=with_own_breath),
    Screen("tool-doodle", "/practise/other-hand-scribble/go?dose=2", "Scribble with the other hand", reach=begun),
    Screen("tool-colours", "/practise/two-colours/go?dose=2", "Two colours meet", reach=begun),
    Screen("tool-body", "/practise/colour-a-body/go?dose=2", "Colours for a body", reach=begun),
    Screen("tool-sounds", "/practise/hum-drum-tap/go?dose=2", "Hum, drum or tap", reach=begun),
    Screen("tool-six-words", "/practise/six-word-story/go?dose=2", "A story in six words", reach=begun),
    Screen("tool-textures", "/practise/three-textures/go?dose=2", "Three textures", reach=begun),
    Screen("tool-page", "/practise/keep-the-pen-moving/go?dose=2", "Keep the pen moving", reach=begun),
    Screen("tool-dissolving", "/practise/write-and-let-go/go?dose=2", "Write it and let it go", reach=begun),
    Screen("made", "/made", "What you made", "away", with_makings),
    Screen("unsynced", "/unsynced", "On the way", "away", unsynced),
    Screen("player-too-much", "/practise/push-the-wall/go", "Push the wall", reach=stopped),
    Screen("exercise-tender", "/practise/longer-out-breath", "Longer out-breath"),
    Screen("player-after", "/practise/cyclic-sigh/go", "Double breath and sigh", reach=practised),
    Screen("account", "/account", "Account and devices", "away", with_copy),
    Screen("account-codes", "/account", "Account and devices", "away", with_codes),
    Screen("account-left", "/account", "Account and devices", "away", logged_out),
]


def set_text(page: Page, percent: int) -> None:
    """Set the browser's own text size; return when all of the page has followed, which takes Chromium a frame."""
    page.evaluate(
        """(size) => {
          document.documentElement.style.fontSize = size
          return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))
        }""",
        f"{percent}%",
    )


SETTLED = """
() => new Promise((settled) => {
  let waiting = setTimeout(settled, 150)
  new MutationObserver(() => {
    clearTimeout(waiting)
    waiting = setTimeout(settled, 150)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}).then(() => document.fonts.ready).then(() => true)
"""


def show(page: Page, url: str, screen: Screen, records: dict[str, str]) -> None:
    """Open the screen and bring it into its state; return when nothing changes on it any more."""
    page.context.set_offline(False)
    page.goto(url + screen.path.format(**records))
    # What the shell paints has the same headings; the app puts its own nodes there a moment later.
    expect(page.locator("html:not([data-starting])")).to_be_attached()
    expect(page.get_by_role("heading", name=screen.heading, exact=True)).to_be_visible()
    page.evaluate(SETTLED)
    screen.reach(page)
    page.evaluate(SETTLED)
