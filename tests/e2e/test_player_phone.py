"""What goes along with a practice: the screen kept awake, sounds, the lock screen, a breath of one's own."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import REMEMBERED, until
from tests.e2e.practice import begin, left, seconds_left
from tests.e2e.steps import button

# What the platform is asked for, written down where the app meets it; it is given all the same.
ASKED = """
window.asked = { locks: [], sounds: [], lockScreen: {}, buzzes: [] }
Navigator.prototype.vibrate = (pattern) => asked.buzzes.push(pattern.join())
const ask = WakeLock.prototype.request
WakeLock.prototype.request = async function (type) {
  const lock = await ask.call(this, type)
  asked.locks.push(lock)
  return lock
}
const Sounding = AudioContext
window.AudioContext = class extends Sounding {
  constructor(options) {
    super(options)
    asked.sounds.push(this)
  }
}
const handle = MediaSession.prototype.setActionHandler
MediaSession.prototype.setActionHandler = function (action, deed) {
  asked.lockScreen[action] = deed
  handle.call(this, action, deed)
}
"""
# What a browser does to a page whose screen goes off or whose tab is left: it lets go of the lock and tells the page.
TURNED = """
async (state) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  if (state === 'hidden') await asked.locks.at(-1).release()
  document.dispatchEvent(new Event('visibilitychange'))
}
"""
# The place that a reload goes on from, once it lies on the phone.
STILL_AT_THE_START = f"""
async (key) => {{
  const place = await ({REMEMBERED})(key)
  return place?.course.since === null && place.course.position === 0
}}
"""
AWAKE = "asked.locks.filter(({ released }) => !released).length"
SOUNDING = "asked.sounds.map(({ state }) => state)"


@pytest.fixture
def page(phone: Phone) -> Page:
    page = controlled(phone.open())
    page.clock.install()
    page.add_init_script(ASKED)
    return page


def test_the_screen_is_kept_awake_again_once_it_is_seen_again(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    page.wait_for_function(f"() => {AWAKE} === 1")
    page.evaluate(TURNED, "hidden")
    assert page.evaluate(AWAKE) == 0
    page.evaluate(TURNED, "visible")
    page.wait_for_function(f"() => {AWAKE} === 1")
    button(page, "Pause").click()
    page.wait_for_function(f"() => {AWAKE} === 0")
    page.evaluate(TURNED, "visible")
    button(page, "Go on").click()
    page.wait_for_function(f"() => {AWAKE} === 1")
    button(page, "Screen").click()
    page.wait_for_function(f"() => {AWAKE} === 0")
    assert page.evaluate("asked.locks.length") == 3


def test_after_a_reload_the_sound_waits_for_a_tap_and_the_lock_screen_can_pause_it(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    assert page.evaluate(SOUNDING) == []
    button(page, "Sound Off").click()
    button(page, "Rain").click()
    page.get_by_role("switch", name="A tone with each breath").click()
    expect(page.get_by_text("Sound: rain and a tone with each breath.")).to_be_visible()
    page.wait_for_function(f"() => {SOUNDING}.join() === 'running'")
    page.reload()
    expect(button(page, "Sound Tap to start")).to_be_visible()
    expect(left(page)).to_contain_text("of 5")
    assert page.evaluate(SOUNDING) == []
    button(page, "Sound Tap to start").click()
    expect(button(page, "Sound Rain")).to_be_visible()
    assert page.evaluate(SOUNDING) == ["running"]
    assert page.evaluate("navigator.mediaSession.metadata.title") == "A quiet moment"
    page.evaluate("asked.lockScreen.pause()")
    expect(button(page, "Go on")).to_be_visible()
    assert page.evaluate("navigator.mediaSession.playbackState") == "paused"
    page.evaluate("asked.lockScreen.play()")
    expect(button(page, "Pause")).to_be_visible()


def test_a_phone_that_was_silent_with_its_screen_off_is_known_for_it(phone: Phone, page: Page) -> None:
    page.goto(f"{phone.url}/practise/short-walk/go")
    page.get_by_role("switch", name="A sound at each step").click()
    expect(page.get_by_text("With the screen off most phones play on.")).to_be_visible()
    button(page, "Start").click()
    page.wait_for_function(f"() => {SOUNDING}.join() === 'running'")
    page.evaluate(TURNED, "hidden")
    # The wall clock goes on; the clock of the sound does not.
    page.clock.fast_forward(20_000)
    page.evaluate(TURNED, "visible")
    button(page, "Sound On").click()
    expect(page.get_by_text("With the screen off this phone stays silent.")).to_be_visible()
    expect(left(page)).to_contain_text("1 of 3 · 3")


def test_a_breath_in_and_a_breath_out_are_told_apart_by_the_hand(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    button(page, "Vibration").click()
    expect(button(page, "Vibration")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(10_000)
    expect(left(page)).to_contain_text("3 of 5")
    assert page.evaluate("asked.buzzes.slice(-3)") == ["60", "40,80,40", "60"]


def test_a_breath_can_be_made_longer_within_its_bounds_and_be_as_it_was(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    button(page, "Pause").click()
    paused = seconds_left(page)
    button(page, "Breath 4 · 6").click()
    for _ in range(4):
        button(page, "In: longer").click()
    expect(button(page, "Breath 6 · 6")).to_be_visible()
    expect(button(page, "In: longer")).to_have_attribute("aria-disabled", "true")
    # Fifty seconds become five breaths of twelve.
    assert seconds_left(page) == paused + 10
    longer = left(page).inner_text()
    until(page, STILL_AT_THE_START, "player")
    page.reload()
    expect(left(page)).to_have_text(longer)
    button(page, "Breath 6 · 6").click()
    button(page, "As it was").click()
    expect(button(page, "Breath 4 · 6")).to_be_visible()
    assert seconds_left(page) == paused
