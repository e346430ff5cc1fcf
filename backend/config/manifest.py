"""The lists of the web app manifest. Pictures lie in frontend/public/static and are drawn by frontend/icons/*.py."""

from typing import Any

ICONS = [
    {"src": f"/static/icons/{name}-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
    for name, purpose, sizes in (
        ("icon", "any", (192, 512)),
        ("maskable", "maskable", (192, 512)),
        ("monochrome", "monochrome", (512,)),
    )
    for size in sizes
]


def _shortcut(name: str, description: str, url: str, icon: str) -> dict[str, Any]:
    picture = {"src": f"/static/icons/{icon}-96.png", "sizes": "96x96", "type": "image/png"}
    return {"name": name, "description": description, "url": url, "icons": [picture]}


SHORTCUTS = [
    _shortcut("Check in", "How near do feelings feel right now?", "/", "shortcut-check-in"),
    _shortcut("Glimmer", "Keep a faint moment before it is gone", "/glimmer", "shortcut-glimmer"),
    _shortcut("Breathe", "A longer out-breath, one minute", "/practise/longer-out-breath", "shortcut-breathe"),
]


def _screenshot(name: str, form_factor: str, size: str, label: str) -> dict[str, str]:
    src = f"/static/screenshots/{name}.png"
    return {"src": src, "sizes": size, "type": "image/png", "form_factor": form_factor, "label": label}


SCREENSHOTS = [
    _screenshot("today", "narrow", "780x1688", "Today: how near do feelings feel?"),
    _screenshot("practise", "narrow", "780x1688", "Practise: small exercises, a minute each"),
    _screenshot("help", "narrow", "780x1688", "Help: one tap away on every screen"),
    _screenshot("today-wide", "wide", "1280x800", "Today, on a wide screen"),
]
