"""What operators see: figures, reasons, and rows they can't change."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from prometheus_client import generate_latest

from backend.accounts.models import Account
from notifications.metrics import registry
from tests.clients import Phone
from tests.notifications.receivers import Receiver
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
    assert 'thaw_deliveries{state="sent"} 1.0' in figures
    assert 'thaw_push_subscriptions{state="live"} 1.0' in figures


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


def test_lateness_beyond_five_minutes_makes_the_site_unready(alice: Phone, client: Client) -> None:
    row = remind(alice)
    type(row).objects.filter(pk=row.pk).update(next_due_at=THREE - timedelta(days=1000))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reminders"]) == (503, False)
