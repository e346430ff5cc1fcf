"""The model of PROTOCOL.md against the real API and PostgreSQL, with three devices at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from backend.checkins.models import CheckIn
from tests.backend.sync.devices import Device, State, Step, check_history, devices

DEVICES = 3
EXAMPLES = int(os.environ.get("EXAMPLES", "40"))

steps = st.builds(
    Step,
    do=st.sampled_from(["create", "edit", "edit", "delete"]),
    count=st.integers(1, 4),
    pick=st.integers(0, 10),
    lost=st.booleans(),
)
scripts = st.lists(st.lists(steps, min_size=1, max_size=8), min_size=DEVICES, max_size=DEVICES)


def rows(account: UUID) -> dict[str, State]:
    found = CheckIn.objects.filter(account_id=account).values_list("id", "revision", "deleted", "data")
    return {str(record): (revision, deleted, data) for record, revision, deleted, data in found}


@pytest.mark.django_db(transaction=True)
@given(scripts)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    print_blob=True,
    # What threads did once they need not do again: shrinking would chase another failure each time.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_three_devices_at_once_have_one_history(transactional_db: None, written: list[list[Step]]) -> None:
    played: list[Device] = devices(DEVICES)
    with ThreadPoolExecutor(DEVICES) as pool:
        for job in [pool.submit(device.play, script) for device, script in zip(played, written, strict=True)]:
            job.result()
    check_history(played[0].phone.account_id, played, rows)
