"""A new build is offered quietly; a page of the old one goes on working until the person agrees."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.site import ROOT, Site

FRONTEND = ROOT / "frontend"


@pytest.fixture(scope="module")
def next_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the app as a later version of itself: every file that names its version differs."""
    copy = tmp_path_factory.mktemp("next") / "frontend"
    shutil.copytree(FRONTEND, copy, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (copy / "node_modules").symlink_to(FRONTEND / "node_modules")
    words = copy / "src" / "lib" / "i18n" / "en.ts"
    words.write_text(words.read_text().replace("How near do feelings feel right now?", "How near do feelings seem?"))
    subprocess.run(["npm", "run", "--silent", "build"], cwd=copy, check=True, env=os.environ)
    return copy / "dist"


@pytest.fixture
def updated_site(tmp_path: Path) -> Iterator[Site]:
    dist = tmp_path / "dist"
    shutil.copytree(FRONTEND / "dist", dist)
    site = Site(tmp_path / "data", FRONTEND_DIST=str(dist))
    site.start()
    yield site
    site.stop()


def test_a_new_build_is_offered_and_never_breaks_an_open_page(
    new_phone: Callable[..., Phone], updated_site: Site, next_build: Path
) -> None:
    phone = new_phone(url=updated_site.url)
    page = controlled(phone.open())
    expect(page.get_by_role("heading", name="How near do feelings feel right now?")).to_be_visible()
    with updated_site.away():
        dist = Path(updated_site.environment["FRONTEND_DIST"])
        shutil.rmtree(dist)
        shutil.copytree(next_build, dist)
    page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.update())")
    expect(page.get_by_text("A new version is ready.")).to_be_visible()
    page.get_by_role("link", name="Practise", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Practise")).to_be_visible()
    page.goto(phone.url)
    expect(page.get_by_role("heading", name="How near do feelings feel right now?")).to_be_visible()
    with updated_site.silent():
        # Browsers ask for it by themselves. A worker that waits for an answer keeps the next one from taking over.
        page.evaluate("void fetch('/manifest.json')")
        page.get_by_role("button", name="Use it now").click()
        expect(page.get_by_role("heading", name="How near do feelings seem?")).to_be_visible()
    assert phone.failures == []
