"""The phones' model against a running Thaw: real API, real PostgreSQL, three phones at the same time."""

import os
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from redis import Redis

from backend.config.bootstrap import ROOT, Failure, say
from tests.e2e.site import Site

COMMAND = ["npx", "--no-install", "vitest", "run"]
SEQUENCES = os.environ.get("SEQUENCES", "3000")


def main() -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        site.start()
        over = threading.Event()
        lifting = threading.Thread(target=lift_limits, args=[site, over])
        lifting.start()
        try:
            environment = {**os.environ, "SITE": site.url, "SEQUENCES": SEQUENCES}
            code = subprocess.call(COMMAND, cwd=ROOT / "frontend", env=environment)
        finally:
            over.set()
            lifting.join()
            site.stop()
    if code:
        raise Failure("Phones and the real server do not agree.")


def lift_limits(site: Site, over: threading.Event) -> None:
    """Forget, each second, how many accounts came from this one address."""
    redis = Redis.from_url(site.environment["REDIS_URL"])
    while not over.wait(1):
        redis.flushdb()


if __name__ == "__main__":
    say(main)
