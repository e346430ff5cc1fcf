"""What operators see: figures, reasons, and rows they can't change."""

import random
import re
import threading
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from prometheus_client import generate_latest
from redis import Redis
from time_machine import travel

from backend.accounts.models import Account
from notifications.metrics import registry, scan_lag_seconds
from notifications.models import Delivery, PushSubscription, Reminder, Vendor
from notifications.services.claiming import claim
from notifications.services.delivering import deliver
from notifications.services.tallies import count, totals
from notifications.tasks import deliver as deliver_task
from notifications.tasks import tick as tick_task
from tests.clients import Phone
from tests.notifications.mail_server import MailServer
from tests.notifications.mailboxes import ALICES, mailbox
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import MINUTE, THREE, edit, erase, remind, tick


def explained(record_id: object) -> str:
    said = StringIO()
    call_command("explain_reminder", str(record_id), stdout=said)
    return said.getvalue()


def test_figures_tell_what_is_due_and_what_became_of_it(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    late = generate_latest(registry(THREE + MINUTE)).decode()
    assert "thaw_reminder_scan_lag_seconds 60.0" in late
    assert "thaw_reminders_due 1.0" in late
    tick(THREE)
    figures = generate_latest(registry(THREE + MINUTE)).decode()
    assert "thaw_reminder_scan_lag_seconds 0.0" in figures
    assert "thaw_push_subscriptions_live 1.0" in figures
    assert 'thaw_deliveries_open{state="waiting"} 0.0' in figures


def test_the_tasks_count_what_they_do(alice: Phone, bob: Phone, browser: Receiver, redis: Redis) -> None:
    dead = Receiver(browser.service)
    browser.of(alice)
    dead.of(bob)
    dead.channel.gone = True
    for phone in (alice, bob):
        remind(phone)
    remind(alice, kind="movement")
    with travel(THREE, tick=False):
        tick_task()
        deliver_task([str(pk) for pk in Delivery.objects.values_list("pk", flat=True)])
    figures = generate_latest(registry(THREE)).decode()
    origin = browser.service.origin
    for line in (
        'thaw_deliveries_total{reason="",state="claimed"} 3.0',
        'thaw_deliveries_total{reason="",state="sent"} 1.0',
        'thaw_deliveries_total{reason="refused",state="failed"} 1.0',
        'thaw_deliveries_total{reason="daily_cap",state="withdrawn"} 1.0',
        f'thaw_push_answers_total{{origin="{origin}",outcome="accepted",status="201"}} 1.0',
        f'thaw_push_answers_total{{origin="{origin}",outcome="gone",status="410"}} 1.0',
        'thaw_push_subscriptions_retired_total{reason="gone"} 1.0',
    ):
        assert line in figures


@pytest.mark.django_db(transaction=True)
def test_a_tally_of_many_workers_loses_no_number() -> None:
    numbers = {("delivery", "sent"): 1, ("delivery", "claimed"): 2, ("answer", "x"): 3}

    def work() -> None:
        try:
            for _ in range(20):
                count(dict(random.sample(list(numbers.items()), 3)))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals("delivery") == {"claimed": 160, "sent": 80}
    assert totals("answer") == {"x": 240}


def test_an_operator_learns_why_a_reminder_fired(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    row = remind(alice)
    (delivery,) = tick(THREE)
    said = explained(row.id)
    assert "Next 2026-11-24 15:00:00 UTC for 2026-11-24" in said
    assert "2026-11-23 slot 0: sent, due 15:00:00 UTC, attempts 1, phones ['accepted (201)']" in said
    assert explained(delivery) == said


def test_an_operator_learns_why_a_reminder_did_not_fire(alice: Phone) -> None:
    row = remind(alice, local_time="22:00")
    tick(THREE + timedelta(hours=7))
    assert "withdrawn quiet_hours" in explained(row.id)
    edit(alice, row, now=THREE, enabled=False)
    assert "Switched off" in explained(row.id)
    row.refresh_from_db()
    erase(alice, row)
    assert "Deleted" in explained(row.id)


def test_an_unknown_id_is_one_clear_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="There is no reminder"):
        explained(uuid4())


def test_the_operators_page_lists_deliveries_and_changes_none(alice: Phone, client: Client) -> None:
    remind(alice)
    (delivery,) = tick(THREE)
    client.force_login(Account.objects.create_superuser("operator", "a long password"))
    assert client.get("/admin/notifications/delivery/").status_code == 200
    page = f"/admin/notifications/delivery/{delivery}/change/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"state": "sent"}).status_code == 403
    assert client.post(f"/admin/notifications/delivery/{delivery}/delete/", {"post": "yes"}).status_code == 403


def test_the_page_of_all_reminders_tells_how_they_do(alice: Phone, browser: Receiver, client: Client) -> None:
    browser.of(alice)
    remind(alice)
    now = timezone.now()
    Delivery.objects.filter(pk__in=tick(THREE)).update(due_at=now - MINUTE)
    Reminder.objects.update(next_due_at=now + MINUTE)
    PushSubscription.objects.update(retired_at=now, retired_reason="gone")
    Vendor.objects.create(origin="https://push.example", reason="refusing", resting_until=now + MINUTE, refusals=7)
    page = "/admin/notifications/delivery/overview/"
    assert client.get(page).status_code == 302
    client.force_login(Account.objects.create_superuser("operator", "a long password"))
    shown = " ".join(re.sub(r"<[^>]+>", " ", client.get(page).content.decode()).split())
    for words in (
        "Due and not taken up 0",
        "Deliveries of the last 24 hours State Reason Count sent - 1",
        "https://push.example refusing",
        "Can be reached 0 Retired: gone 1",
    ):
        assert words in shown
    assert page in client.get("/admin/notifications/delivery/").content.decode()
    assert browser.service.endpoint(browser.channel) not in shown


def test_the_explanation_names_pace_and_vendor(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    row = remind(alice)
    for day in range(3):
        tick(THREE + timedelta(days=day))
    Vendor.objects.create(
        origin=browser.service.origin, reason="busy", resting_until=timezone.now() + timedelta(days=99)
    )
    with travel(THREE + timedelta(days=2, hours=1), tick=False):
        said = explained(row.id)
    assert "Pace half (stored full): last heard of 2026-11-23 12:00, last sent 2026-11-25" in said
    assert f"{browser.service.origin} is busy and left alone until" in said
    assert "If it were due now: left out at pace half" in said


def test_the_explanation_names_a_pause_a_missing_phone_and_what_cannot_be_read(alice: Phone) -> None:
    row = remind(alice, paused_until="2199-12-24")
    with travel(THREE, tick=False):
        said = explained(row.id)
    assert "paused until 2199-12-24" in said
    assert "If it were due now: no_phone" in said
    Reminder.objects.filter(pk=row.pk).update(time_zone="Mars/Olympus")
    assert "If it were due now: it could not be read" in explained(row.id)


def test_lag_is_the_age_of_what_nobody_took_up(alice: Phone) -> None:
    assert scan_lag_seconds(NOON) == 0
    remind(alice)
    assert scan_lag_seconds(THREE - MINUTE) == 0
    assert scan_lag_seconds(THREE + 6 * MINUTE) == 360
    deliver(ids=claim(now=THREE).ids, clock=lambda: THREE)
    assert scan_lag_seconds(THREE + MINUTE) == 0


def test_lag_grows_where_workers_take_up_and_never_get_to_send(alice: Phone) -> None:
    remind(alice, window_minutes=720)
    for minutes in range(30):
        claim(now=THREE + minutes * MINUTE)
    assert scan_lag_seconds(THREE + 30 * MINUTE) == 1800


def test_lateness_beyond_five_minutes_makes_the_site_unready(alice: Phone, client: Client) -> None:
    row = remind(alice)
    type(row).objects.filter(pk=row.pk).update(next_due_at=THREE - timedelta(days=1000))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reminders"]) == (503, False)


def test_operators_see_how_mail_does_and_no_address(alice: Phone, mail_server: MailServer, client: Client) -> None:
    row = remind(alice)
    assert "E-mail: none given" in explained(row.id)
    kept = mailbox(alice)
    ids = claim(now=THREE).ids
    count(deliver(ids=ids, clock=lambda: THREE))
    said = explained(row.id)
    assert "E-mail: confirmed" in said
    assert "attempts 1, by email, phones ['accepted (250)']" in said
    figures = generate_latest(registry(THREE)).decode()
    for line in (
        'thaw_mail_addresses{state="confirmed"} 1.0',
        f'thaw_mail_answers_total{{origin="{kept.origin}",outcome="accepted",status="250"}} 1.0',
    ):
        assert line in figures
    assert "thaw_push_answers_total{" not in figures
    client.force_login(Account.objects.create_superuser("operator", "a long password"))
    kept.retired_at, kept.retired_reason = THREE, "gone"
    kept.save()
    assert "E-mail: retired (gone)" in explained(row.id)
    pages = [
        client.get(f"/admin/notifications/{page}/").content.decode()
        for page in ("delivery/overview", "mailaddress", f"mailaddress/{kept.pk}/change")
    ]
    shown = " ".join(re.sub(r"<[^>]+>", " ", pages[0]).split())
    assert "Addresses confirmed 0 Addresses asked 0 Addresses retired 1 Retired: gone 1" in shown
    assert [page for page in (*pages, said, figures) if ALICES in page] == []
