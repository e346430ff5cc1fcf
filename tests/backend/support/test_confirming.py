import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.test import Client

from backend.accounts.models import Account
from backend.support.crisis_lines import crisis_lines
from backend.support.models import LineConfirmation
from backend.support.services import UnknownLineError, confirm

ADMIN = "/admin/support/lineconfirmation/"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def olga(client: Client) -> Client:
    """Return a browser in which an operator is signed in."""
    client.force_login(Account.objects.create_superuser("olga", "a long password"))
    return client


def rows() -> list[tuple[str, str, datetime, str]]:
    fields = ("line", "confirmed_by", "confirmed_at", "note")
    return list(LineConfirmation.objects.order_by("line").values_list(*fields))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    call_command("confirm_line", *arguments)
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("number", ["116123", "116 123", "116-123"])
def test_a_line_is_confirmed_by_who_and_when(capsys: pytest.CaptureFixture[str], number: str) -> None:
    words = said(capsys, "de", number, "--by", "Olga", "--note", "telefonseelsorge.de, start page")
    assert words == ["DE:116123: confirmed by Olga on 2026-11-24."]
    assert rows() == [("DE:116123", "Olga", NOW, "telefonseelsorge.de, start page")]


def test_a_later_look_replaces_an_earlier_one() -> None:
    confirm(line="DE:116123", by="Otto", at=NOW - timedelta(days=30), note="old")
    call_command("confirm_line", "DE", "116123", "--by", "Olga")
    assert rows() == [("DE:116123", "Olga", NOW, "")]


def test_a_confirmation_can_be_withdrawn(capsys: pytest.CaptureFixture[str]) -> None:
    confirm(line="DE:116123", by="Olga", at=NOW)
    confirm(line="AT:142", by="Olga", at=NOW)
    assert said(capsys, "DE", "116123", "--withdraw") == ["DE:116123: not confirmed."]
    assert [line for line, *_ in rows()] == ["AT:142"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["DE", "110", "--by", "Olga"], "There is no line DE:110. --list has them all."),
        (["DE", "116123"], 'Say who has looked: --by "Name".'),
        (["DE", "116123", "--by", "  "], 'Say who has looked: --by "Name".'),
        (["DE", "--by", "Olga"], "Name a country and a number, or --list."),
        (["DE", "116123", "--withdraw"], "DE:116123 was not confirmed."),
    ],
)
def test_what_can_not_be_done_is_said_in_one_sentence(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=f"^{re.escape(sentence)}$"):
        call_command("confirm_line", *arguments)
    assert rows() == []


def test_what_is_no_line_is_never_confirmed() -> None:
    with pytest.raises(UnknownLineError):
        confirm(line="DE:110", by="Olga", at=NOW)
    assert rows() == []


def test_the_list_has_every_line_with_its_state(capsys: pytest.CaptureFixture[str]) -> None:
    confirm(line="DE:116123", by="Olga", at=NOW)
    confirm(line="AT:142", by="Otto", at=NOW - timedelta(days=181))
    LineConfirmation.objects.create(line="DE:19222", confirmed_by="Otto", confirmed_at=NOW)
    listed = said(capsys, "--list")
    assert len(listed) == len(crisis_lines().all_keys()) + 1
    assert [line for line in listed if line.startswith(("AT", "DE", "GB"))] == [
        "AT:142 · 142 · Telefonseelsorge · confirmed by Otto on 2026-05-27, more than half a year ago",
        "DE:08001110111 · 0800 111 0 111 · Telefonseelsorge · not confirmed",
        "DE:08001110222 · 0800 111 0 222 · Telefonseelsorge · not confirmed",
        "DE:116123 · 116 123 · Telefonseelsorge · confirmed by Olga on 2026-11-24",
        "GB:116123 · 116 123 · Samaritans · not confirmed",
        "GB:85258 · text 85258 · Shout Crisis Text Line · not confirmed",
        "DE:19222 · no longer a line here · confirmed by Otto on 2026-11-24",
    ]


def test_the_admin_notes_who_and_when_and_keeps_the_login(olga: Client) -> None:
    answer = olga.post(f"{ADMIN}add/", {"line": "DE:116123", "confirmed_by": "Olga", "note": "rang them"})
    assert answer.status_code == 302
    assert rows() == [("DE:116123", "Olga", NOW, "rang them")]
    (entry,) = LogEntry.objects.all()
    assert (entry.user.get_username(), entry.object_repr, entry.is_addition()) == ("olga", "DE:116123", True)


def test_the_admin_lists_who_and_when(olga: Client) -> None:
    confirm(line="DE:116123", by="Olga Operator", at=NOW)
    page = olga.get(ADMIN).content.decode()
    assert "Olga Operator" in page
    assert "Nov. 24, 2026, noon" in page


def test_a_look_repeated_in_the_admin_is_dated_anew_and_stays_with_its_line(olga: Client) -> None:
    row = confirm(line="DE:116123", by="Otto", at=NOW - timedelta(days=200))
    olga.post(f"{ADMIN}{row.pk}/change/", {"line": "AT:142", "confirmed_by": "Olga", "note": ""})
    assert rows() == [("DE:116123", "Olga", NOW, "")]


@pytest.mark.parametrize("fields", [{"line": "DE:110", "confirmed_by": "Olga"}, {"line": "DE:116123"}])
def test_the_admin_takes_no_unknown_line_and_no_nameless_word(olga: Client, fields: dict[str, str]) -> None:
    assert olga.post(f"{ADMIN}add/", fields).status_code == 200
    assert rows() == []


def test_the_admin_names_a_line_that_is_confirmed_already(olga: Client) -> None:
    confirm(line="DE:116123", by="Otto", at=NOW)
    page = olga.post(f"{ADMIN}add/", {"line": "DE:116123", "confirmed_by": "Olga"})
    assert "Line confirmation with this Line already exists." in page.content.decode()
    assert rows() == [("DE:116123", "Otto", NOW, "")]


@pytest.mark.parametrize("path", ["", "add/", "change/", "delete/"])
def test_the_admin_needs_nothing_that_the_policy_forbids(olga: Client, path: str) -> None:
    row = confirm(line="DE:116123", by="Olga", at=NOW)
    page = olga.get(ADMIN + (f"{row.pk}/{path}" if path in {"change/", "delete/"} else path))
    assert page.status_code == 200
    assert "script-src 'self'" in page["Content-Security-Policy"]
    inline = r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>|<style|\sstyle=|\son\w+=|javascript:"
    assert re.findall(inline, page.content.decode()) == []
    addresses = re.findall(r"<(?:script|link|img)[^>]*?(?:src|href)=\"([^\"]+)\"", page.content.decode())
    assert [address for address in addresses if not address.startswith("/")] == []


def test_the_admin_is_for_operators(client: Client) -> None:
    answer = client.get(ADMIN)
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={ADMIN}")
