"""Deleting an account leaves no row of it in any table, and no session."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import ForeignKey, Model, QuerySet

from backend.accounts.models import Account, Device, Letter
from tests.backend.accounts.people import Person
from tests.backend.test_matrix import REMINDER, subscription
from tests.clients import change, check_in

LIVED = {
    "account.EmailAddress",
    "accounts.Device",
    "accounts.RecoveryCode",
    "checkins.CheckIn",
    "core.Receipt",
    "mfa.Authenticator",
    "notifications.PushSubscription",
    "notifications.Reminder",
}
HERS = "anna@example.org"


def rows_of(account: UUID) -> Iterator[QuerySet[Model]]:
    """Yield, for every model, the rows that lead to the account by any number of foreign keys."""
    for model in apps.get_models():
        for path in paths(model, ()):
            yield model._default_manager.filter(**{f"{'__'.join(path)}": account})


def paths(model: type[Model], seen: tuple[type[Model], ...]) -> Iterator[list[str]]:
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey) and field.related_model not in {*seen, model}:
            if field.related_model is Account:
                yield [field.name]
            else:
                yield from ([field.name, *rest] for rest in paths(field.related_model, (*seen, model)))


def count(account: UUID) -> dict[str, int]:
    found: dict[str, int] = {}
    for rows in rows_of(account):
        found[rows.model._meta.label] = max(found.get(rows.model._meta.label, 0), rows.count())
    return found


def live(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.make_passkey()
    anna.make_totp()
    anna.recovery_codes()
    anna.sync(change(check_in()))
    anna.post("reminders/", {"id": str(uuid4()), **REMINDER})
    anna.post("push/subscriptions/", subscription(anna))


def test_everything_that_leads_to_an_account_goes_with_it(anna: Person, code: Callable[[], str]) -> None:
    ben, second = Person(), Person()
    ben.open_account()
    live(anna, code)
    second.sign_in_by_passkey(anna.keys)
    second.attach()
    before = count(anna.account_id)
    assert {label for label, number in before.items() if number} >= LIVED
    anna.delete("account/")
    assert set(count(anna.account_id).values()) == {0}
    assert [account.pk for account in Account.objects.all()] == [ben.account_id]
    keys = set(Session.objects.values_list("session_key", flat=True))
    assert keys == {Device.objects.get().session_key}
    second.get("account/", expect=401)


def test_a_letter_on_its_way_goes_too(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    Person().ask("post", "auth/code/request", {"email": HERS}, expect=401)
    Person().ask("post", "auth/code/request", {"email": "ben@example.org"}, expect=401)
    anna.delete("account/")
    assert list(Letter.objects.values_list("to", flat=True)) == ["ben@example.org"]


def test_a_newcomer_finds_nothing(anna: Person) -> None:
    anna.make_passkey()
    second = Person()
    second.sign_in_by_passkey(anna.keys)
    anna.delete("account/")
    assert second.token()["signed_in"] is False
    assert second.attach().account["id"] != anna.account["id"]
