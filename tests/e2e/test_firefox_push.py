"""The whole line: a reminder made on the screen is sent by Celery, shown by a real Firefox, and a tap opens it.

Before it is due, a message to try the way comes along it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from selenium.webdriver import Firefox
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.e2e.firefox import click_notification, firefox
from tests.e2e.push_service import PushService
from tests.e2e.site import Site

DECRYPTED = 100
NOTIFICATIONS = """
const done = arguments[0];
navigator.serviceWorker.ready
  .then((registration) => registration.getNotifications())
  .then((list) => done(list.map(({ title, body, tag }) => ({ title, body, tag }))));
"""


@pytest.fixture
def push_service() -> Iterator[PushService]:
    with PushService() as service:
        yield service


@pytest.fixture
def reachable_site(push_service: PushService, tmp_path: Path) -> Iterator[Site]:
    hosts = ",".join(f"{host}:{port}" for host, port in sorted(push_service.hosts))
    site = Site(tmp_path / "site", PUSH_EXTRA_HOSTS=hosts)
    site.start()
    yield site
    site.stop()


@pytest.fixture
def browser(push_service: PushService, tmp_path: Path, noon_zone: str) -> Iterator[Firefox]:
    home = tmp_path / "firefox"
    home.mkdir()
    with firefox(home, f"ws://localhost:{push_service.port}/", noon_zone) as driver:
        yield driver


@pytest.fixture
def noon_zone() -> str:
    """Return a time zone in which it is about noon now, far from the quiet hours."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def soon(zone: str) -> str:
    """Return the next wall time that leaves half a minute to subscribe: what is due before that reaches nobody."""
    return f"{datetime.now(ZoneInfo(zone)) + timedelta(seconds=90):%H:%M}"


def until(browser: Firefox, seen: Any, seconds: float = 60) -> Any:
    return WebDriverWait(browser, seconds, poll_frequency=0.1).until(seen)


def press(browser: Firefox, words: str) -> None:
    path = f"//button[normalize-space(.) = '{words}']"
    click(browser, until(browser, lambda driver: driver.find_element(By.XPATH, path)))


def click(browser: Firefox, element: WebElement) -> None:
    """Scroll as a person does, so that the bar at the bottom does not lie over it."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def make_reminder(browser: Firefox, url: str, at: str) -> None:
    browser.get(f"{url}/reminders/new")
    choice = until(browser, lambda driver: driver.find_element(By.TAG_NAME, "select"))
    Select(choice).select_by_value("cyclic-sigh")
    for day in browser.find_elements(By.CSS_SELECTOR, ".days button[aria-pressed=false]"):
        click(browser, day)
    click(browser, browser.find_element(By.CSS_SELECTOR, "[role=switch]"))
    browser.find_element(By.CSS_SELECTOR, "input[type=time]").send_keys(at)
    click(browser, browser.find_element(By.CSS_SELECTOR, "button[type=submit]"))


def try_it(browser: Firefox) -> None:
    """While the reminder is not due yet: a message at once, followed until the phone says that it showed it."""
    click(browser, until(browser, lambda driver: driver.find_element(By.LINK_TEXT, "Check it")))
    press(browser, "Send me one now")
    said = "//li[normalize-space(.) = 'This phone showed it.']"
    until(browser, lambda driver: driver.find_element(By.XPATH, said))


def two_shown(browser: Firefox) -> Any:
    shown = browser.execute_async_script(NOTIFICATIONS)
    return sorted(shown, key=lambda one: one["tag"] != "test") if len(shown) == 2 else None


@pytest.mark.timeout(600)
def test_a_reminder_that_celery_sent_is_shown_by_firefox_and_a_tap_opens_the_exercise(
    browser: Firefox, push_service: PushService, reachable_site: Site, noon_zone: str
) -> None:
    make_reminder(browser, reachable_site.url, soon(noon_zone))
    press(browser, "Agree and allow reminders")
    (channel,) = push_service.wait_for(lambda: list(push_service.channels.values()))
    try_it(browser)
    push_service.wait_for(lambda: len(push_service.acks) == 2, seconds=120)
    assert [ack["code"] for ack in push_service.acks] == [DECRYPTED] * 2
    assert (channel.posts, push_service.complaints) == (2, [])
    trial, shown = until(browser, two_shown)
    assert (trial["tag"], shown["title"]) == ("test", "A small pause")
    assert shown["body"]
    click_notification(browser)
    until(browser, lambda driver: driver.current_url.startswith(f"{reachable_site.url}/practise/cyclic-sigh"))
    # The page that was open goes there by itself, so the heading before may still stand for a moment.
    heading = "//h1[normalize-space(.) = 'Double breath and sigh']"
    until(browser, lambda driver: driver.find_element(By.XPATH, heading))
