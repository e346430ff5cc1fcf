"""What the privacy page says of the browser and of the database, looked at in both."""

import psycopg
from playwright.sync_api import expect
from psycopg.sql import SQL, Identifier

from tests.e2e.browser import Phone
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, records, write

SECRET = "only for me: the blue gate"


def told(database: str, text: str) -> list[str]:
    """Return the tables in which any row holds the text."""
    found = []
    with psycopg.connect(database) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        assert len(names) > 10
        for (name,) in names:
            query = SQL("SELECT 1 FROM {} AS line WHERE strpos(line::text, %s) > 0").format(Identifier(name))
            if connection.execute(query, [text]).fetchone():
                found.append(name)
    return found


def test_without_a_copy_there_is_no_cookie_and_nothing_is_sent(phone: Phone) -> None:
    page = phone.page()
    sent: list[str] = []
    page.context.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    page.goto(phone.url)
    check_in(page)
    write(page, SECRET)
    page.goto(f"{phone.url}/privacy")
    expect(page.get_by_role("heading", level=1, name="Privacy")).to_be_visible()
    assert (page.context.cookies(), sent) == ([], [])


def test_with_a_copy_there_is_one_cookie_and_the_note_stays_on_the_phone(phone: Phone, site: Site) -> None:
    page = phone.open()
    check_in(page)
    write(page, SECRET)
    agree_to_sync(page, phone.url)
    assert [record["absence"] for record in records(page, phone.url)] == ["behind_glass"]
    (cookie,) = page.context.cookies()
    assert (cookie["name"], cookie["httpOnly"]) == ("sessionid", True)
    database = site.environment["DATABASE_URL"]
    assert told(database, SECRET) == []
    assert "checkins_checkin" in told(database, "behind_glass")
