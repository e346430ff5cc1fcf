"""The drill: a server is restored from an older backup, and two phones lose nothing."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import expect
from psycopg.sql import SQL, Identifier

from backend.checkins.models import CheckIn
from tests.e2e.browser import Phone
from tests.e2e.database import HOLDS, until
from tests.e2e.pairs import pair
from tests.e2e.site import ROOT, Site
from tests.e2e.steps import check_in, records, synced
from tests.notifications.processes import until as eventually


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / "data")
    site.start()
    yield site
    site.stop()


def check_ins(site: Site) -> int:
    """Return how many lie on the server."""
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        counted = connection.execute(SQL("SELECT count(*) FROM {}").format(Identifier(CheckIn._meta.db_table)))
        (count,) = counted.fetchone() or (0,)
    return int(count)


def copy(site: Site, source: str, target: str) -> None:
    """Make one database of the site's PostgreSQL a copy of another. Nobody may be connected to either."""
    url = urlsplit(site.environment["DATABASE_URL"])._replace(path="/postgres").geturl()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(target)))
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(target), Identifier(source)))


def test_after_a_restore_both_phones_and_the_server_have_everything(
    new_phone: Callable[..., Phone], own_site: Site
) -> None:
    (first, page), (second, other) = pair(new_phone, url=own_site.url)
    page.goto(first.url)
    check_in(page, "Nothing")
    expect(synced(page)).to_be_visible()
    database = urlsplit(own_site.environment["DATABASE_URL"]).path.removeprefix("/")
    with own_site.away():
        copy(own_site, database, f"{database}_backup")
    page.goto(first.url)
    check_in(page, "Behind glass")
    expect(synced(page)).to_be_visible()
    other.goto(second.url)
    until(other, HOLDS, 2)
    check_in(other, "Too mixed")
    expect(synced(other)).to_be_visible()
    with own_site.away():
        copy(own_site, f"{database}_backup", database)
        command = [sys.executable, "manage.py", "restored"]
        subprocess.run(command, cwd=ROOT, env=own_site.environment, check=True, stdout=subprocess.DEVNULL)
    for phone, opened in ((first, page), (second, other)):
        opened.goto(phone.url)
    eventually(lambda: check_ins(own_site) == 3)
    for phone, opened in ((first, page), (second, other)):
        opened.goto(phone.url)
        until(opened, HOLDS, 3)
        expect(synced(opened)).to_be_visible()
    absences = sorted(record["absence"] for record in records(page, first.url))
    assert absences == ["behind_glass", "nothing", "too_mixed"]
