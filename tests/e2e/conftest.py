"""One site for all browser tests; a fresh phone for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.browser import Phone, controlled
from tests.e2e.mailbox import Mailbox
from tests.e2e.screens import SCREENS, Screen
from tests.e2e.site import Site
from tests.notifications.mail_server import MailServer

# They take longest as a whole: begun first, they leave neither of two workers alone at the end.
FIRST = [
    "test_accessibility",
    "test_restore",
    "test_firefox_push",
    "test_offline",
    "test_update",
    "test_ways",
    "test_account",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: (place_of_file(item.path.stem), place_of_screen(item)))


def place_of_file(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def place_of_screen(item: pytest.Item) -> int:
    """Keep screens in their own order, which is not chance: they share phones, and the last ones keep something."""
    screen = (
        item.callspec.params.get("screen") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else None
    )
    return SCREENS.index(screen) if isinstance(screen, Screen) else 0


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture(scope="session")
def mailbox(mail_server: MailServer) -> Mailbox:
    return Mailbox(mail_server)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, mail_server: MailServer) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"), EMAIL_URL=mail_server.url)
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def visited(playwright: Playwright, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a browser keeps after one visit on which nothing was done: the worker, and the files it brought."""
    phone = Phone(playwright, tmp_path_factory.mktemp("visited") / "profile", site.url)
    controlled(phone.open())
    phone.close()
    for records in ("IndexedDB", "Local Storage", "Session Storage"):
        shutil.rmtree(phone.profile / "Default" / records)
    return phone.profile


@pytest.fixture
def new_phone(playwright: Playwright, site: Site, visited: Path, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones; each ends with the test; none may have asked another origin for anything, or thrown anything.

    They have visited Thaw before unless told otherwise: a first visit takes seconds, as it fetches all there is.
    """
    site.forget_limits()
    phones: list[Phone] = []

    def make(*, first_visit: bool = False, **options: Any) -> Phone:
        address, profile = options.pop("url", site.url), tmp_path / f"phone-{len(phones)}"
        if address == site.url and not first_visit and options.get("service_workers") != "block":
            shutil.copytree(visited, profile)
        phones.append(Phone(playwright, profile, address, **options))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()
    assert [url for phone in phones for url in phone.strangers] == []
    assert [thrown for phone in phones for thrown in phone.exceptions] == []


@pytest.fixture
def phone(new_phone: Callable[..., Phone]) -> Phone:
    return new_phone()


@pytest.fixture
def first_phone(new_phone: Callable[..., Phone]) -> Phone:
    return new_phone(first_visit=True)
