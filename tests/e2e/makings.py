"""What a person may have made and kept, written straight into the phone's database; and the tools it is made with."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.notes import PUT

LINE = [120, 300, 500, 300, 200, 700, 500, 520, 400, 700, 420, 600, 860, 700, 500]
PRODUCTS: list[dict[str, Any]] = [
    {"tool": "doodle", "strokes": [{"colour": "blue", "points": LINE}, {"colour": "orange", "points": LINE[::-1]}]},
    {"tool": "colours", "field": {"7": "blue", "8": "turquoise", "21": "orange"}, "body": []},
    {
        "tool": "colours",
        "field": {},
        "body": [
            {"zone": "chest", "side": "front", "colour": "orange"},
            {"zone": "jaw", "side": "front", "colour": "red"},
        ],
    },
    {"tool": "sounds", "touches": [{"sound": name, "at": n * 700} for n, name in enumerate(["hum", "warm", "bowl"])]},
    {"tool": "six_words", "text": "Fog again; then a kettle sang."},
    {"tool": "textures", "textures": [{"words": "rough, like old bark"}, {"words": ""}, {"words": ""}]},
]


def with_makings(page: Page) -> None:
    """Have kept one of each, unless this phone has them already, and left one open."""
    data = [{"made_at": f"2026-11-0{day}T08:00:00.000Z", "product": made} for day, made in enumerate(PRODUCTS, 1)]
    rows = [
        {"id": f"00000000-0000-4000-8000-00000000000{n}", "kind": "making", "data": one} for n, one in enumerate(data)
    ]
    made_at = page.evaluate("new Date().toISOString()")
    draft = {
        "id": "draft",
        "kind": "draft",
        "data": {**data[0], "made_at": made_at},
        "steps": {"past": [], "future": []},
    }
    page.evaluate(PUT, [("private", row) for row in [*rows, draft]])
    page.reload()
    expect(page.get_by_role("link", name="A doodle")).to_be_visible()
    expect(page.get_by_role("heading", name="Left open")).to_be_visible()


def begun(page: Page) -> None:
    """Start the practice, unless it is under way; return when its tool lies on the screen."""
    start = page.get_by_role("button", name="Start", exact=True)
    going = page.get_by_role("button", name=re.compile("^(Pause|Go on)$"))
    expect(start.or_(going)).to_be_visible()
    if start.is_visible():
        start.click()
    expect(page.locator("main .tool").get_by_role("group").or_(page.locator("main textarea")).first).to_be_visible()
