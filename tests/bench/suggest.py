"""`make bench-suggest`: simulated people, whose one small step is chosen as on Today, by chance, or in a fixed order.

The people, and the rules of safety written down a second time, are TypeScript beside the front end's tests, which live
a smaller number of the same lives. Nothing here is asserted; the last line is for programs.
"""

import subprocess

from backend.config.bootstrap import ROOT, say


def main() -> None:
    subprocess.run(["node", "tests/suggest/bench.ts"], cwd=ROOT / "frontend", check=True)


if __name__ == "__main__":
    say(main)
