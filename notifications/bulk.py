"""One statement for many rows that each get values of their own; `bulk_update` takes ten times as long for 500."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def update_rows(rows: Sequence[models.Model], fields: Sequence[str], *, only_where: str = "TRUE") -> list[Any]:
    """Write `fields` of the rows, all of one model; return the primary keys of those that `only_where` let through.

    `only_where` is SQL over `kept`, the row as it is in the table, and `new`, the values to come.
    """
    if not rows:
        return []
    meta = rows[0]._meta
    columns: list[Any] = [meta.pk, *(meta.get_field(name) for name in fields)]
    values = [[_prepared(column, row) for row in rows] for column in columns]
    named = ", ".join(f'"{column.column}"' for column in columns)
    arrays = ", ".join(f"%s::{column.rel_db_type(connection)}[]" for column in columns)
    changes = ", ".join(f'"{column.column}" = new."{column.column}"' for column in columns[1:])
    key = f'"{columns[0].column}"'
    sql = (
        f'UPDATE "{meta.db_table}" kept SET {changes} FROM unnest({arrays}) AS new({named}) '  # noqa: S608 - names of ours only
        f"WHERE kept.{key} = new.{key} AND {only_where} RETURNING kept.{key}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [key for (key,) in cursor.fetchall()]


def _prepared(column: Any, row: models.Model) -> Any:
    return column.get_db_prep_save(getattr(row, column.attname), connection)
