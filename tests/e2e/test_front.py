"""A reminder that arrives while Thaw is open in front, in a real Chromium with its own service worker."""

import json
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import OPENED, until
from tests.e2e.steps import QUESTION

SHOWN = """
async () => {
  const registration = await navigator.serviceWorker.ready
  const list = await registration.getNotifications()
  return list.map(({ body, silent, actions }) => ({ body, silent, actions: actions.map(({ action }) => action) }))
}
"""
SHOWN_WITHIN = """
async (body) => {
  const registration = await navigator.serviceWorker.ready
  for (const end = Date.now() + 8_000; Date.now() < end; await new Promise((next) => setTimeout(next, 20)))
    if ((await registration.getNotifications()).some((one) => one.body === body)) return true
  return false
}
"""
ANSWERED = f"""
(answers) => new Promise((resolve, reject) => {{ {OPENED}
    const found = asked.result.transaction('responses').objectStore('responses').getAll()
    found.onsuccess = () => {{
      const told = new Set(found.result.map(({{ delivery, response }}) => `${{delivery}} ${{response}}`))
      done([...told].sort().join() === answers.join())
    }}
  }}
}})
"""


def reminder(day: str, body: str) -> dict[str, Any]:
    ours = {"delivery": str(uuid4()), "reminder": "66666666-6666-4666-8666-666666666666", "day": day}
    words = {"title": "A small pause", "body": body, "navigate": "/", "tag": f"r:{day}", "silent": False}
    return {"web_push": 8030, "mutable": True, "notification": {**words, "data": ours}, "thaw": ours}


def quiet(body: str) -> dict[str, Any]:
    return {"body": body, "silent": True, "actions": ["later", "not_today"]}


def without_quiet_hours(phone: Phone) -> None:
    """Whatever the hour is at which this runs."""
    page = phone.open("/settings")
    page.get_by_label("Quiet from").fill("09:00")
    page.get_by_label("Quiet from").blur()
    expect(page.get_by_text("The two times are the same, so there are no quiet hours.")).to_be_visible()


def deliver(phone: Phone, page: Page, message: dict[str, Any]) -> None:
    """Let the browser take a message as from its push service, until it shows just this one.

    Now and then a Chromium without a desktop forgets what a worker has shown; a second try takes its place.
    """
    cdp = phone.cdp(page)
    found: list[str] = []
    cdp.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    cdp.send("ServiceWorker.enable")
    while not found:
        page.wait_for_timeout(10)
    where = {"origin": phone.url, "registrationId": found[0]}
    for _ in range(3):
        cdp.send("ServiceWorker.deliverPushMessage", {**where, "data": json.dumps(message)})
        if page.evaluate(SHOWN_WITHIN, message["notification"]["body"]):
            return
    raise AssertionError(page.evaluate(SHOWN))


def test_a_reminder_that_arrives_while_thaw_is_in_front_is_shown_once_and_makes_no_sound(phone: Phone) -> None:
    without_quiet_hours(phone)
    page = controlled(phone.open())
    page.context.grant_permissions(["notifications"], origin=phone.url)
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    messages = [reminder("2026-11-24", body) for body in ("A minute, if it suits.", "The same one, sent again.")]
    for message in messages:
        deliver(phone, page, message)
        assert page.evaluate(SHOWN) == [quiet(message["notification"]["body"])]
    until(page, ANSWERED, sorted(f"{message['thaw']['delivery']} shown" for message in messages))
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    assert page.url == f"{phone.url}/"
