"""What is said to be kept survives the browser being killed, at whatever moment after that."""

import os
import random

import psycopg
from playwright.sync_api import expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import HOLDS
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, synced

KILLS = int(os.environ.get("KILLS", "5"))
SEED = int(os.environ.get("SEED", "20261123"))
ABSENCES = ["Nothing", "Can’t tell", "Behind glass", "Too mixed"]
# Long enough that many of them hit a sync on its way.
LATEST_MS = 400


def test_what_is_said_to_be_kept_survives_being_killed_and_goes_up_once(phone: Phone, site: Site) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}, {KILLS} kills")
    page = controlled(phone.open())
    agree_to_sync(page, phone.url)
    account = page.context.request.get(f"{phone.url}/api/v1/account/").json()["id"]
    # Chromium writes cookies to the disk within half a minute, or when it is closed: a session killed before is over.
    phone.close()
    page = phone.open()
    for count in range(1, KILLS + 1):
        check_in(page, chance.choice(ABSENCES))
        page.evaluate("(ms) => new Promise((done) => setTimeout(done, ms))", chance.uniform(0, LATEST_MS))
        phone.kill()
        page = phone.open()
        assert page.evaluate(HOLDS, count), f"killed for the {count}th time, a check-in is missing"
    expect(synced(page)).to_be_visible()
    with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
        found = connection.execute("SELECT count(*) FROM checkins_checkin WHERE account_id = %s", [account])
        assert found.fetchone() == (KILLS,)
