"""What a person does, in the words of the screens."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

QUESTION = "How near do feelings feel right now?"


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def check_in(page: Page, absence: str = "Behind glass") -> None:
    """Answer with an absence; return once the phone says it is kept."""
    button(page, absence).click()
    expect(page.get_by_role("status").filter(has_text="Kept").first).to_be_visible()


def near(page: Page, nearness: int) -> None:
    """Answer by the slider, from 0 to 10; return once the phone says it is kept."""
    slider = page.get_by_role("slider", name=QUESTION)
    box = slider.bounding_box()
    assert box
    slider.click(position={"x": box["width"] * (nearness + 0.5) / 11, "y": box["height"] / 2})
    expect(page.get_by_role("status").filter(has_text="Kept").first).to_be_visible()


def glimmer(page: Page, url: str) -> None:
    page.goto(f"{url}/glimmer")
    page.get_by_role("button", name="Keep this moment").click()
    expect(page.get_by_role("status").filter(has_text="Kept").first).to_be_visible()


def write(page: Page, note: str) -> None:
    """Write a note for what was just kept; return once the phone says that it lies there."""
    field = page.get_by_role("textbox", name=re.compile("^A (note|few words)"))
    step = page.get_by_role("link", name="A note", exact=True)
    expect(field.or_(step)).to_be_visible()
    if step.is_visible():
        step.click()
    field.fill(note)
    field.blur()
    expect(page.get_by_role("status").filter(has_text="The note is kept, only on this phone.")).to_be_visible()


def make_reminder(page: Page, url: str, kind: str, at: str) -> None:
    """Keep a reminder on this phone, with no word yet about how it can arrive."""
    page.goto(f"{url}/reminders/new")
    page.get_by_role("group", name="What for").get_by_text(kind, exact=True).click()
    page.get_by_label("At about").fill(at)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", level=1, name="Reminders")).to_be_visible()


def agree_to_sync(page: Page, url: str) -> None:
    """Open an account after reading what will go to the server."""
    page.goto(f"{url}/settings")
    page.get_by_role("button", name="Keep a copy on this server").click()
    expect(synced(page)).to_be_visible()


def synced(page: Page) -> Any:
    return page.get_by_text("Synced", exact=True).first


def records(page: Page, url: str, path: str = "check-ins") -> list[dict[str, Any]]:
    """Return what the server has, asked over REST with the phone's own session."""
    answer = page.context.request.get(f"{url}/api/v1/{path}/")
    assert answer.ok, answer.text()
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


def past(page: Page, url: str, count: int) -> list[str]:
    """Return the lines of the list of past check-ins, once there are `count`."""
    page.goto(f"{url}/check-ins")
    expect(page.get_by_role("heading", level=1, name="Past check-ins")).to_be_visible()
    lines = page.locator("main a[href^='/check-ins/']:not([href$=new])")
    expect(lines).to_have_count(count)
    return lines.all_inner_texts()
