"""Installing, and a first visit that is quiet."""

from playwright.sync_api import expect

from tests.e2e.browser import Phone, controlled


def test_chromium_finds_nothing_in_the_way_of_installing(phone: Phone) -> None:
    page = controlled(phone.open())
    cdp = phone.cdp(page)
    assert cdp.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest = cdp.send("Page.getAppManifest")
    assert (manifest["errors"], manifest["url"]) == ([], f"{phone.url}/manifest.json")


def test_a_first_visit_asks_for_nothing_that_fails_and_nothing_of_the_api(first_phone: Phone) -> None:
    answers: list[tuple[str, int]] = []
    page = first_phone.open("/healthz")
    page.context.on("response", lambda answer: answers.append((answer.url, answer.status)))
    page.goto(first_phone.url)
    expect(page.get_by_role("heading", name="How near do feelings feel right now?")).to_be_visible()
    controlled(page)
    assert [answer for answer in answers if answer[1] >= 400] == []
    assert [url for url, _ in answers if "/api/" in url] == []
    assert first_phone.failures == []


def test_each_shortcut_opens_its_screen(phone: Phone) -> None:
    page = phone.open()
    shortcuts = page.request.get(f"{phone.url}/manifest.json").json()["shortcuts"]
    opened = {}
    for shortcut in shortcuts:
        page.goto(phone.url + shortcut["url"])
        opened[shortcut["name"]] = page.get_by_role("heading", level=1).inner_text()
    assert list(opened) == ["Check in", "Glimmer", "Breathe"]
    assert opened["Glimmer"] == "A faint moment"
    assert opened["Breathe"] == "Longer out-breath"
