"""One site for all browser tests; a fresh phone for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.browser import Phone
from tests.e2e.site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"))
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture
def new_phone(playwright: Playwright, site: Site, tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Make phones; each ends with the test, and none may have asked another origin for anything."""
    phones: list[Phone] = []

    def make(**options: Any) -> Phone:
        address = options.pop("url", site.url)
        phones.append(Phone(playwright, tmp_path / f"phone-{len(phones)}", address, **options))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()
    assert [url for phone in phones for url in phone.strangers] == []


@pytest.fixture
def phone(new_phone: Callable[..., Phone]) -> Phone:
    return new_phone()
