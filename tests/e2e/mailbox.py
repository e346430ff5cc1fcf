"""The codes that come by e-mail, in the order they came."""

import re
from collections import Counter

from playwright.sync_api import Page

from tests.notifications.mail_server import MailServer

CODE = re.compile(r"\b\d{4} ?\d{4}\b")


class Mailbox:
    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.read: Counter[str] = Counter()

    def next_code(self, page: Page, address: str) -> str:
        """Return the next code that came to the address, once it has come."""
        for _ in range(150):
            mails = self.server.to(address)[self.read[address] :]
            if mails:
                self.read[address] += 1
                found = CODE.search(mails[0].get_content())
                return found.group() if found else ""
            page.wait_for_timeout(100)
        message = f"no mail came to {address}"
        raise AssertionError(message)
