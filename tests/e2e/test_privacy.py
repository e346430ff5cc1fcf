"""What the privacy page says of the browser and of the database, looked at in both."""

from playwright.sync_api import expect

from tests.e2e.browser import Phone
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, records, write

SECRET = "only for me: the blue gate"


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
    assert site.tables_with(SECRET) == []
    assert "checkins_checkin" in site.tables_with("behind_glass")
