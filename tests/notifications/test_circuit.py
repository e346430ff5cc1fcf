"""When a vendor is left alone, for how long, and when it is tried again."""

from datetime import timedelta

import pytest

from notifications.transports.circuit import FAILURES, FIRST_REST_SECONDS, LONGEST_REST_SECONDS, REFUSALS, Circuit
from notifications.transports.lines import AT_ONCE, CONNECTIONS, Lines
from tests.notifications.receivers import NOON


class Parcel:
    def __init__(self, origin: str) -> None:
        self.origin = origin


def failing(circuit: Circuit, times: int = FAILURES, seconds: int = 0) -> Circuit:
    for _ in range(times):
        circuit.failed(seconds, NOON)
    return circuit


def test_some_failures_are_borne_and_then_it_rests() -> None:
    assert failing(Circuit(), FAILURES - 1).rest_seconds(NOON) == 0
    rest = failing(Circuit()).rest_seconds(NOON)
    assert FIRST_REST_SECONDS <= rest <= FIRST_REST_SECONDS * 1.25 + 1


def test_an_accepted_message_in_between_starts_the_count_anew() -> None:
    circuit = failing(Circuit(), FAILURES - 1)
    circuit.accepted()
    assert failing(circuit, FAILURES - 1).rest_seconds(NOON) == 0


def test_what_was_on_its_way_when_the_rest_began_does_not_lengthen_it() -> None:
    circuit = failing(Circuit())
    rest = circuit.rest_seconds(NOON)
    failing(circuit, 95)
    assert (circuit.rests, circuit.rest_seconds(NOON)) == (1, rest)


def test_each_rest_in_a_row_is_twice_as_long_up_to_a_quarter_of_an_hour() -> None:
    circuit, moment, lengths = Circuit(failures=FAILURES), NOON, []
    for _ in range(9):
        circuit.failed(0, moment)
        lengths.append(circuit.rest_seconds(moment))
        moment += timedelta(seconds=lengths[-1])
    assert all(30 * 2**n <= length for n, length in enumerate(lengths[:5]))
    assert max(lengths) <= LONGEST_REST_SECONDS * 1.25 + 1
    assert lengths[-1] >= LONGEST_REST_SECONDS


@pytest.mark.parametrize("seconds", [1, 120, LONGEST_REST_SECONDS])
def test_what_a_vendor_asks_for_is_honoured_at_once(seconds: int) -> None:
    busy, failed = Circuit(), Circuit()
    busy.busy(seconds, NOON)
    failed.failed(seconds, NOON)
    assert busy.rest_seconds(NOON) == failed.rest_seconds(NOON) == seconds


def test_nobody_is_left_alone_for_a_day_on_one_answer() -> None:
    busy, failed = Circuit(), Circuit()
    busy.busy(86400, NOON)
    failed.failed(86400, NOON)
    assert busy.rest_seconds(NOON) == failed.rest_seconds(NOON) == LONGEST_REST_SECONDS


def test_a_later_answer_may_ask_for_more_but_not_for_less() -> None:
    circuit = Circuit()
    for seconds in (60, 600, 5):
        circuit.busy(seconds, NOON)
    assert circuit.rest_seconds(NOON) == 600


def test_one_phone_that_is_refused_blames_nobody_else() -> None:
    circuit = Circuit()
    for _ in range(REFUSALS * 3):
        circuit.refused(NOON)
        circuit.accepted()
    assert circuit == Circuit(healed=True)


def test_a_vendor_that_takes_nobodys_signature_is_left_for_an_hour() -> None:
    circuit = Circuit()
    for _ in range(REFUSALS):
        assert circuit.rest_seconds(NOON) == 0
        circuit.refused(NOON)
    assert (circuit.reason, circuit.rest_seconds(NOON)) == ("refusing", 3600)
    circuit.answered()  # a phone that is gone says nothing about signatures
    assert circuit.reason == "refusing"


def test_after_a_rest_one_message_goes_first() -> None:
    circuit = failing(Circuit())
    lines = Lines([Parcel("a") for _ in range(5)], {"a": circuit})
    first = lines.take()
    assert first
    assert lines.take() is None
    circuit.accepted()
    lines.done(first)
    assert [lines.take() is None for _ in range(5)] == [False, False, False, False, True]


def test_so_many_are_on_their_way_to_one_vendor_and_others_have_room() -> None:
    parcels = [Parcel("slow") for _ in range(AT_ONCE + 50)] + [Parcel("quick") for _ in range(20)]
    lines = Lines(parcels, {"slow": Circuit(), "quick": Circuit()})
    taken = [parcel.origin for parcel in iter(lines.take, None)]
    assert (taken.count("slow"), taken.count("quick")) == (CONNECTIONS, CONNECTIONS)
    assert taken[:4] == ["slow", "quick", "slow", "quick"]
    lines.done(Parcel("slow"), shared=True)
    taken = [parcel.origin for parcel in iter(lines.take, None)]
    assert (taken.count("slow"), taken.count("quick")) == (AT_ONCE - CONNECTIONS + 1, 0)
    lines.done(Parcel("slow"))  # and as soon as one was not shared, no more than there are connections for
    assert lines.take() is None
