"""Real transactions side by side: revisions are given out in the order they commit."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from rest_framework.test import APIClient

from tests.clients import Phone, change, check_in


def _sync(phone: Phone, *changes: dict[str, Any], cursor: int = 0) -> Any:
    other = Phone(APIClient(enforce_csrf_checks=True))
    other.device, other.account = phone.device, phone.account
    other.http.cookies = phone.http.cookies
    other.http.credentials(HTTP_X_CSRFTOKEN=phone.account["csrf_token"])
    try:
        return other.sync(*changes, cursor=cursor)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_the_same_batch_ten_times_at_once_has_one_effect(transactional_db: None) -> None:
    phone = Phone().open_account()
    ops = [change(check_in()) for _ in range(20)]
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: _sync(phone, *ops), range(10)))
    revisions = {tuple(result["revision"] for result in answer["results"]) for answer in answers}
    assert revisions == {tuple(range(1, 21))}
    firsts = [answer["results"][0]["status"] for answer in answers]
    assert (firsts.count("applied"), firsts.count("duplicate")) == (1, 9)


@pytest.mark.django_db(transaction=True)
def test_a_reader_that_follows_its_cursor_misses_nothing_while_others_write(transactional_db: None) -> None:
    phone = Phone().open_account()
    ops = [change(check_in()) for _ in range(60)]
    seen: set[str] = set()
    with ThreadPoolExecutor(5) as pool:
        writing = [pool.submit(_sync, phone, op) for op in ops]
        cursor = 0
        while not all(job.done() for job in writing):
            page = _sync(phone, cursor=cursor)
            seen |= {record["id"] for record in page["records"]}
            cursor = page["cursor"]
    seen |= {record["id"] for record in _sync(phone, cursor=cursor)["records"]}
    assert [job.result()["results"][0]["status"] for job in writing] == ["applied"] * 60
    assert seen == {op["id"] for op in ops}
