"""Devices of one account that follow PROTOCOL.md, each in its own thread, and what must be true of their history."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.db import connections
from rest_framework.test import APIClient

from tests.clients import Phone, change, check_in

State = tuple[int, bool, dict[str, Any]]
"""Revision, deleted, data."""


@dataclass(frozen=True)
class Step:
    """`lost`: the server works, the answer never arrives, and the same request comes again later."""

    do: str
    count: int
    pick: int
    lost: bool


@dataclass
class Sent:
    """A change and every answer that was given to it."""

    change: dict[str, Any]
    answers: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Device:
    phone: Phone
    cursor: int = 0
    known: dict[str, State] = field(default_factory=dict)
    sent: dict[str, Sent] = field(default_factory=dict)
    unanswered: list[dict[str, Any]] = field(default_factory=list)

    def play(self, steps: list[Step]) -> None:
        try:
            for step in steps:
                self.exchange(self.changes(step), lost=step.lost)
            self.catch_up()
        finally:
            connections.close_all()

    def changes(self, step: Step) -> list[dict[str, Any]]:
        if step.do == "create":
            return [change(check_in(nearness=step.pick)) for _ in range(step.count)]
        ids = sorted(self.known)
        picked = random.Random(step.pick).sample(ids, min(step.count, len(ids)))
        return [self.edited(record, step) for record in picked]

    def edited(self, record: str, step: Step) -> dict[str, Any]:
        # No two edits are alike: the server takes a second one of the same content for a repetition.
        data = None if step.do == "delete" else check_in(nearness=step.pick, mark=str(uuid4()))
        return change(data, id=record, base_revision=self.known[record][0])

    def exchange(self, changes: list[dict[str, Any]], *, lost: bool = False) -> bool:
        batch = [*self.unanswered, *changes]
        for each in batch:
            self.sent.setdefault(each["op_id"], Sent(each))
        answer = self.phone.sync(*batch, cursor=self.cursor, limit=3)
        for result in answer["results"]:
            self.sent[result["op_id"]].answers.append(result)
        self.unanswered = batch if lost else []
        if lost:
            return True
        for record in answer["records"]:
            self.known[record["id"]] = (record["revision"], record["deleted"], record["data"])
        self.cursor = answer["cursor"]
        return bool(answer["more"])

    def catch_up(self) -> None:
        while self.exchange([]):
            pass


def devices(count: int) -> list[Device]:
    # The limits of one address are not what is tried here.
    cache.clear()
    first = Phone().open_account()
    return [Device(beside(first)) for _ in range(count)]


def beside(first: Phone) -> Phone:
    other = Phone(APIClient(enforce_csrf_checks=True))
    other.account = first.account
    other.http.cookies = first.http.cookies
    other.http.credentials(HTTP_X_CSRFTOKEN=first.account["csrf_token"])
    return other


def check_history(account: UUID, played: list[Device], rows: Callable[[UUID], dict[str, State]]) -> None:
    for device in played:
        device.catch_up()
    sent = [one for device in played for one in device.sent.values()]
    check_answers(sent)
    check_order(sent)
    held = rows(account)
    for device in played:
        assert device.known == held, "a cursor passed over something"


def check_answers(sent: list[Sent]) -> None:
    """Whatever is asked again is answered as the first time (S3)."""
    for one in sent:
        first, *others = one.answers
        for again in others:
            assert again == {**first, "status": "duplicate", "first": first["status"]}


def check_order(sent: list[Sent]) -> None:
    """Hold that applied changes of a record each stand on the one before, and that no revision is given out twice."""
    chains: dict[str, dict[int, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for one in sent:
        if one.answers[0]["status"] == "applied":
            chains[one.change["id"]][one.answers[0]["revision"]].append(one.change)
    for chain in chains.values():
        for before, revision in pairwise(sorted(chain)):
            assert before in [link["base_revision"] for link in chain[revision]], dict(chain)
        for links in chain.values():
            # Deleting what is deleted is applied, and changes nothing.
            assert len(links) == 1 or all(link["deleted"] for link in links)
    given = [revision for chain in chains.values() for revision in chain]
    assert len(given) == len(set(given))
