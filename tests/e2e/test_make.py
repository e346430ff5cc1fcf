"""Tools that lie on the screen during an exercise, and what becomes of what was made with them."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.browser import Phone
from tests.e2e.steps import button

CANARY = "thecanarysangatfour"
# What the store `private` holds, read behind what the page is writing.
PRIVATE = """
() => new Promise((resolve) => {
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const asked = opening.result.transaction('private').objectStore('private').getAll()
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result) }
  }
})
"""
# Comes back once the sheet lies on the phone with so many lines.
LINES = f"""
async (count) => {{
  while ((await ({PRIVATE})()).at(-1)?.data.product.strokes.length !== count)
    await new Promise(requestAnimationFrame)
}}
"""
FIRST_PHOTO = f"(await ({PRIVATE})())[0].data.product.textures[0].photo.arrayBuffer()"
# All that the browser keeps for this site, as one text.
EVERYTHING = """
async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)]
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
    })
    for (const store of database.objectStoreNames)
      kept.push(await new Promise((resolve) => {
        const asked = database.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => resolve(store + JSON.stringify(asked.result))
      }))
    database.close()
  }
  return kept.join('\\n')
}
"""
# The app's own instrument, played into a buffer in place of a loudspeaker.
OFFLINE_AUDIO = """
window.opened = []
window.AudioContext = class extends OfflineAudioContext {
  constructor() { super(1, 44100 * 3, 44100); window.opened.push(this) }
  resume() { return Promise.resolve() }
  close() { return Promise.resolve() }
}
"""
PLAYED = """
async () => {
  const samples = (await window.opened[0].startRendering()).getChannelData(0)
  const loudest = (from, to) => samples.subarray(from * 44100, to * 44100).reduce((a, b) => Math.max(a, Math.abs(b)), 0)
  return { first: loudest(0, 0.01), all: loudest(0, 3) }
}
"""


def begin(phone: Phone, slug: str) -> Page:
    """Start the longest dose there is of three: no test is so slow that it would end."""
    page = phone.open(f"/practise/{slug}/go?dose=2")
    button(page, "Start").click()
    return page


def draw(page: Page) -> None:
    """Draw one line with the mouse, from corner to corner."""
    box = sheet(page).bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 20, steps=12)
    page.mouse.up()


def sheet(page: Page) -> Locator:
    return page.get_by_role("application", name="A sheet to draw on")


def test_a_doodle_survives_a_reload_and_is_kept_found_deleted_and_brought_back(phone: Phone) -> None:
    page = begin(phone, "other-hand-scribble")
    draw(page)
    sheet(page).focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_text("Brush lifted, in the middle.")).to_be_visible()
    expect(button(page, "Pause")).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text("1 of 5")
    page.evaluate(LINES, 2)
    page.reload()
    expect(page.get_by_text("Here is what you had begun.")).to_be_visible()
    button(page, "Clear").click()
    button(page, "Undo").click()
    button(page, "Undo").click()
    page.evaluate(LINES, 1)
    button(page, "Keep it").click()
    expect(page.get_by_role("status").filter(has_text="Kept.")).to_be_visible()
    page.goto(f"{phone.url}/made")
    page.get_by_role("link", name="A doodle").click()
    expect(page.get_by_role("img", name="A doodle, 1 line")).to_be_visible()
    button(page, "Delete it").click()
    expect(page.get_by_role("heading", name="Nothing is kept here")).to_be_visible()
    button(page, "Undo").click()
    expect(page.get_by_role("link", name="A doodle")).to_be_visible()


def test_what_is_drawn_can_be_seen_and_turning_the_phone_loses_none_of_it(phone: Phone) -> None:
    page = begin(phone, "other-hand-scribble")
    draw(page)
    ink = """
    () => {
      const canvas = document.querySelector('[role=application] canvas')
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      let drawn = 0
      for (let at = 0; at < data.length; at += 4) if (data[at] < 0xd0) drawn += 1
      return { part: drawn / (canvas.width * canvas.height), side: canvas.width }
    }
    """
    upright = page.evaluate(ink)
    assert upright["part"] > 0.01
    page.set_viewport_size({"width": 844, "height": 390})
    page.wait_for_function(f"(side) => ({ink})().side < side", arg=upright["side"])
    assert page.evaluate(ink)["part"] == pytest.approx(upright["part"], rel=0.2)


def test_what_comes_late_moves_nothing_from_under_a_finger(first_phone: Phone) -> None:
    page = first_phone.page()
    held: list[Route] = []
    page.route("**/assets/Making-*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright can mark only a function of Python
    begin(first_phone, "other-hand-scribble")
    expect(page.get_by_text("One moment.")).to_be_visible()
    expect(button(page, "Leave")).not_to_be_in_viewport()
    expect(button(page, "Too much")).to_be_in_viewport()
    held.pop().continue_()
    expect(sheet(page)).to_be_visible()


def test_when_the_time_is_over_what_was_made_is_asked_about_and_nothing_is_kept_unasked(phone: Phone) -> None:
    page = begin(phone, "six-word-story")
    page.get_by_label("Six words, or near it").fill("Fog again; then a kettle sang")
    expect(page.get_by_text("6 words")).to_be_visible()
    over = page.get_by_role("heading", name="That is all of it.")
    while not over.is_visible():
        button(page, "Next step").click()
    expect(page.get_by_role("heading", name="What you made is still here")).to_be_visible()
    button(page, "Let it go").click()
    button(page, "Undo").click()
    button(page, "Keep it").click()
    expect(page.get_by_role("status").filter(has_text="Kept.")).to_be_visible()
    assert [row["kind"] for row in page.evaluate(PRIVATE)] == ["making"]


def test_a_page_that_dissolves_leaves_no_trace_on_the_phone(phone: Phone) -> None:
    page = begin(phone, "write-and-let-go")
    field = page.get_by_label("A page that does not stay")
    field.press_sequentially(CANARY)
    page.goto(f"{phone.url}/practise")
    page.go_back()
    expect(field).to_have_value("")
    field.press_sequentially(CANARY)
    button(page, "Let it dissolve").click()
    expect(page.get_by_text("Nothing of it was kept.")).to_be_visible()
    expect(field).to_have_value("")
    field.press_sequentially(CANARY)
    page.keyboard.press("Escape")
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    kept: str = page.evaluate(EVERYTHING)
    assert ("write-and-let-go" in kept, CANARY in kept) == (True, False)
    phone.close()
    assert [path for path in phone.profile.rglob("*") if holds(path, CANARY)] == []


def holds(path: Path, text: str) -> bool:
    found = path.read_bytes() if path.is_file() else b""
    return any(text.encode(encoding) in found for encoding in ("utf-8", "utf-16-le"))


def test_the_sounds_are_silent_until_touched_and_then_neither_sudden_nor_loud(phone: Phone) -> None:
    page = phone.page()
    page.add_init_script(OFFLINE_AUDIO)
    begin(phone, "hum-drum-tap")
    expect(page.get_by_text("It is quiet until you do.")).to_be_visible()
    assert page.evaluate("window.opened.length") == 0
    page.keyboard.press("1")
    expect(page.get_by_text("You touched: a low hum")).to_be_visible()
    for key in "23456789":
        page.keyboard.press(key)
    expect(page.get_by_text("You touched: a bowl")).to_be_visible()
    assert page.evaluate("window.opened.length") == 1
    played: dict[str, float] = page.evaluate(PLAYED)
    assert played["first"] < 0.02
    assert 0.1 < played["all"] < 0.6


def with_a_place_in_it() -> bytes:
    """Return a photo as a camera writes it: large, and with where and when it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    photo = io.BytesIO()
    Image.new("RGB", (2600, 1300), "#8aa684").save(photo, "JPEG", exif=exif)
    return photo.getvalue()


def test_a_photo_is_made_small_and_loses_where_it_was_taken(phone: Phone) -> None:
    page = begin(phone, "three-textures")
    photo = with_a_place_in_it()
    assert b"Exif" in photo
    page.get_by_label("Take a photo").first.set_input_files(
        {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo}
    )
    expect(page.get_by_role("img", name="Your photo, 1 of 3")).to_be_visible()
    button(page, "Keep it").click()
    expect(page.get_by_role("status").filter(has_text="Kept.")).to_be_visible()
    kept = bytes(page.evaluate(f"async () => [...new Uint8Array(await {FIRST_PHOTO})]"))
    assert b"Exif" not in kept
    assert Image.open(io.BytesIO(kept)).size == (1280, 640)


def test_a_page_of_an_exercise_lies_under_write_with_its_sentence(phone: Phone) -> None:
    page = begin(phone, "unsent-letter")
    page.get_by_label("Your page").fill("The gate was blue.")
    expect(page.get_by_role("status").filter(has_text="Kept, only on this phone.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your page")).to_have_value("The gate was blue.")
    page.goto(f"{phone.url}/write")
    page.get_by_role("link", name="The gate was blue.").click()
    expect(page.get_by_text("Dear …, there is something I haven't said.")).to_be_visible()
