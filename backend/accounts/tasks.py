"""Celery's side: messages carry ids only."""

from celery import shared_task
from django.utils import timezone

from backend.accounts.services import letters, upkeep


@shared_task(name="accounts.send_letter")
def send_letter(letter_id: int) -> None:
    letters.send(letter_id=letter_id, now=timezone.now())


@shared_task(name="accounts.send_waiting_letters")
def send_waiting_letters() -> None:
    letters.send_waiting(timezone.now)


@shared_task(name="accounts.forget_sessions")
def forget_sessions() -> None:
    upkeep.forget_sessions(now=timezone.now())


@shared_task(name="accounts.delete_unreachable_accounts")
def delete_unreachable_accounts() -> None:
    upkeep.delete_unreachable_accounts(now=timezone.now())
