"""What Celery's beat starts of itself: a task that it names and nobody has would end in a worker's log, unseen."""

from backend.config.celery import app


def test_every_task_of_the_schedule_is_there() -> None:
    app.loader.import_default_modules()
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} - set(app.tasks) == set()


def test_what_has_run_out_is_looked_for_every_day() -> None:
    daily = {entry["task"] for entry in app.conf.beat_schedule.values() if entry["schedule"] == 24 * 3600}
    upkeep = {"accounts.forget_sessions", "accounts.delete_unreachable_accounts", "sync.prune_receipts"}
    assert upkeep <= daily
