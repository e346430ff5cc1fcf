"""As many people as one likes, made by PostgreSQL itself: an account each, with a reminder and perhaps a phone."""

from datetime import datetime

from django.db import connection

from tests.notifications.receivers import NOON

ACCOUNTS = """
    INSERT INTO accounts_account (id, password, is_superuser, is_staff, is_active, locale, time_zone, created_at,
                                  revision, epoch)
    SELECT gen_random_uuid(), '!', false, false, true, 'en', 'UTC', %(made)s, 1, ''
    FROM generate_series(1, %(count)s) RETURNING id
"""
REMINDERS = """
    INSERT INTO notifications_reminder (account_id, id, revision, deleted, data, created_at, updated_at, heard_at, kind,
                                        local_time, weekdays, time_zone, window_minutes, exact, enabled, next_due_at,
                                        next_on, pace)
    SELECT due.id, gen_random_uuid(), 1, false, '{"kind": "breathwork"}', %(made)s, %(made)s, %(heard)s, 'breathwork',
           timezone(%(zone)s, due.at)::time, '{1,2,3,4,5,6,7}', %(zone)s, 30, true, true, due.at,
           timezone(%(zone)s, due.at)::date, 'full'
    FROM (SELECT id, date_trunc('second', %(first)s::timestamptz + random() * %(spread)s * interval '1 second') AS at
          FROM made) due
"""
PHONES = """
    WITH device AS (
        INSERT INTO accounts_device (id, account_id, label, session_key, created_at, last_seen_at)
        SELECT gen_random_uuid(), account.id, '', '', %(made)s, %(made)s FROM accounts_account account
        WHERE NOT EXISTS (SELECT FROM accounts_device WHERE account_id = account.id)
          AND EXISTS (SELECT FROM notifications_reminder WHERE account_id = account.id AND next_due_at <= %(before)s)
        RETURNING row, id, account_id)
    INSERT INTO notifications_pushsubscription (id, account_id, device_id, endpoint, origin, p256dh, auth, key_id,
                                                created_at, retired_reason)
    SELECT gen_random_uuid(), account_id, row, %(origin)s || '/push/' || id, %(origin)s, %(point)s, %(auth)s,
           %(key_id)s, %(made)s, ''
    FROM device
"""


def masses(count: int, first: datetime, *, spread_seconds: int = 0, zone: str = "UTC") -> None:
    """Give so many new people a daily reminder, due evenly over `spread_seconds` from `first` on."""
    facts: dict[str, int | str | datetime] = {"count": count, "made": NOON, "heard": first, "first": first}
    _run(f"WITH made AS ({ACCOUNTS}) {REMINDERS}", {**facts, "spread": spread_seconds, "zone": zone})


def phones(before: datetime, *, origin: str, point: bytes, key_id: str) -> None:
    """Give everyone whose reminder is due before that moment a phone, all with one key."""
    facts: dict[str, str | bytes | datetime] = {"before": before, "made": NOON, "origin": origin, "point": point}
    _run(PHONES, {**facts, "auth": bytes(16), "key_id": key_id})


def _run(sql: str, facts: dict[str, int | str | bytes | datetime]) -> None:
    """Fill the tables, and tell PostgreSQL: by its plans for small ones each foreign key is a scan of them all."""
    with connection.cursor() as cursor:
        cursor.execute(sql, facts)
        cursor.execute("ANALYZE accounts_account, accounts_device, notifications_reminder")
