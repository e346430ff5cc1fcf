"""The privacy page says what is true: of the tables here, of the browser in tests/e2e/test_privacy.py."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db.models import ForeignKey, Model
from django.test import Client

from backend.accounts.models import Account, Letter
from tests.clients import Phone, check_in

ROOT = Path(__file__).parents[2]
TABLES = json.loads((ROOT / "frontend/src/lib/i18n/privacy-tables.json").read_text())
# Operators alone: they sign in to the admin with a name.
OF_OPERATORS = {LogEntry._meta.label, "support.LineConfirmation"}


def belongs_to_an_account(model: type[Model]) -> bool:
    keys = (field for field in model._meta.get_fields() if isinstance(field, ForeignKey))
    return model in {Account, Letter, Session} or any(key.related_model is Account for key in keys)


def tables_of_people() -> set[str]:
    labels = {model._meta.label for model in apps.get_models() if belongs_to_an_account(model)}
    return labels - OF_OPERATORS


def test_the_page_names_every_table_that_has_rows_of_a_person() -> None:
    assert set(TABLES) == tables_of_people()


def test_the_page_says_something_of_each() -> None:
    assert [table for table, words in TABLES.items() if not (words["name"] and words["holds"])] == []


def test_an_account_begins_with_no_name_no_address_and_no_password(alice: Phone) -> None:
    account = Account.objects.get(pk=alice.account_id)
    assert account.login is None
    assert not account.has_usable_password()
    assert [field.name for field in Account._meta.concrete_fields if "mail" in field.name or field.name == "name"] == []
    assert not any(alice.get("account/")["ways"].values())


def test_a_copy_lives_as_long_as_the_page_says() -> None:
    words = (ROOT / "frontend/src/lib/i18n/en-privacy.ts").read_text()
    assert f"no phone of it seen for {settings.SESSION_COOKIE_AGE // 86400} days" in words


def test_deletion_deletes_every_row(alice: Phone) -> None:
    change = {"op_id": str(uuid4()), "collection": "check_ins", "id": str(uuid4()), "base_revision": None}
    alice.sync({**change, "deleted": False, "data": check_in(nearness=3)})
    alice.delete("account/")
    assert {table: apps.get_model(table).objects.count() for table in TABLES} == dict.fromkeys(TABLES, 0)


@pytest.mark.parametrize("sensor", ["camera", "microphone", "geolocation"])
def test_what_is_switched_off_is_switched_off(client: Client, sensor: str) -> None:
    assert f"{sensor}=()" in client.get("/healthz").headers["Permissions-Policy"]


def test_no_page_may_ask_another_server(client: Client) -> None:
    policy = client.get("/nowhere").headers["Content-Security-Policy"]
    sources = {source for rule in policy.split(";") for source in rule.split()[1:]}
    assert sources <= {"'self'", "'none'", "data:", "blob:"}
