"""What comes by e-mail, in the order it came."""

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
        return self.next_with(page, address, CODE)

    def next_with(self, page: Page, address: str, wanted: re.Pattern[str]) -> str:
        """Return what was wanted from the next mail that has it, once it has come; those before it are passed over."""
        for _ in range(150):
            for mail in self.server.to(address)[self.read[address] :]:
                self.read[address] += 1
                if found := wanted.search(mail.get_content()):
                    return found.group()
            page.wait_for_timeout(100)
        message = f"no mail with {wanted.pattern} came to {address}"
        raise AssertionError(message)
