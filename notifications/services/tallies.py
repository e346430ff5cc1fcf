"""Numbers that only grow, for operators. Written outside the work they count, which they never hold up."""

from collections.abc import Mapping

from django.db import connection, transaction

from notifications.models import Tally

Key = tuple[str, str]
ADD = """
    INSERT INTO notifications_tally (name, label, count)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[])
    ON CONFLICT (name, label) DO UPDATE SET count = notifications_tally.count + excluded.count
"""


@transaction.atomic
def count(numbers: Mapping[Key, int]) -> None:
    """Add to each (name, label); in a fixed order, so that no two workers wait for each other."""
    if numbers:
        names, labels = zip(*sorted(numbers), strict=True)
        with connection.cursor() as cursor:
            cursor.execute(ADD, [list(names), list(labels), [numbers[key] for key in sorted(numbers)]])


def totals(name: str) -> dict[str, int]:
    return dict(Tally.objects.filter(name=name).order_by("label").values_list("label", "count"))
