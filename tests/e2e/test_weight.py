"""What a phone has to fetch before the first screen takes an answer."""

import re
from urllib.request import urlopen

from tests.bench.app import packed
from tests.e2e.site import Site

SCRIPTS_KB, STYLES_KB = 32, 10


def fetched(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - an address of ours
        return str(answer.read().decode())


def test_the_first_screen_is_as_light_as_it_was_meant_to_be(site: Site) -> None:
    document = fetched(site.url)
    (app,) = re.findall(r'data-app="([^"]+)"', document)
    script = fetched(site.url + app)
    assert "import{" not in script.replace(" ", "")  # or there would be more to weigh
    early = re.findall("<script>(.*?)</script>", document, re.DOTALL)
    styles = re.findall("<style>(.*?)</style>", document, re.DOTALL)
    assert sum(map(packed, [script, *early])) <= SCRIPTS_KB
    assert sum(map(packed, styles)) <= STYLES_KB
