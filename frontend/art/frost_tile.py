# ruff: noqa: INP001 - a script that is run by hand, never imported
"""Draw the one frost tile of the pane: seamless ferns of ice, white on transparent.

Run by hand (`python frontend/art/frost_tile.py`) after changing it; the picture is committed.
A bitmap, since the browser decodes it once: a vector tile would be drawn again in every frame of a clearing.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIDE = 176
SCALE = 4
LEVELS = 5
FRONDS = 13
SPACING = (3.5, 5.0, 8.0)
REACH = (0.0, 0.34, 0.3)
BEND = 0.9
TARGET = Path(__file__).parent.parent / "src" / "styles" / "frost.png"

Point = tuple[float, float]


def frond(draw: ImageDraw.ImageDraw, at: Point, angle: float, length: float, order: int, chance: random.Random) -> None:
    """Grow one curved spine with paired branches; ice crystals branch at 60 degrees."""
    steps = max(3, int(length / (SCALE * SPACING[order])))
    bend = chance.uniform(-BEND, BEND) / steps
    x, y = at
    for step in range(steps):
        left = 1 - step / steps
        angle += bend
        x2 = x + math.cos(angle) * length / steps
        y2 = y + math.sin(angle) * length / steps
        line(draw, (x, y), (x2, y2), width=max(1, round(SCALE * (0.35 + 0.5 * left) / (1 + 0.35 * (2 - order)))))
        if order and step:
            for side in (-1, 1):
                reach = length * REACH[order] * (1 - (1 - left) ** 2) * chance.uniform(0.45, 1.1)
                frond(draw, (x2, y2), angle + side * math.radians(chance.uniform(50, 64)), reach, order - 1, chance)
        x, y = x2, y2


def line(draw: ImageDraw.ImageDraw, start: Point, end: Point, width: int) -> None:
    """Draw on all nine neighbouring tiles, so that what leaves one edge enters at the other."""
    full = SIDE * SCALE
    for dx in (-full, 0, full):
        for dy in (-full, 0, full):
            draw.line([(start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)], fill=255, width=width)


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """Blur across the seams: the middle of a three by three wall of tiles."""
    wall = Image.new("L", (SIDE * 3, SIDE * 3))
    for column in range(3):
        for row in range(3):
            wall.paste(image, (column * SIDE, row * SIDE))
    return wall.filter(ImageFilter.GaussianBlur(radius)).crop((SIDE, SIDE, SIDE * 2, SIDE * 2))


def emptiest(canvas: Image.Image, chance: random.Random) -> tuple[Point, float, float]:
    """Of some random places for a frond, choose the one whose spine crosses the least ice."""
    full = SIDE * SCALE
    small = canvas.resize((SIDE // 8, SIDE // 8), Image.Resampling.BOX)

    def ice(place: tuple[Point, float, float]) -> int:
        (x, y), angle, length = place
        spine = [(x + math.cos(angle) * length * t / 6, y + math.sin(angle) * length * t / 6) for t in range(7)]
        return sum(small.getpixel((int(px % full) // (SCALE * 8), int(py % full) // (SCALE * 8))) for px, py in spine)

    places = [
        (
            (chance.random() * full, chance.random() * full),
            math.radians(chance.uniform(-160, 20)),
            chance.uniform(60, 110) * SCALE,
        )
        for _ in range(40)
    ]
    return min(places, key=ice)


def tile(seed: int) -> Image.Image:
    """Return the tile as eight levels of white."""
    chance = random.Random(seed)  # noqa: S311 -- a drawing, and it has to come out the same each time
    canvas = Image.new("L", (SIDE * SCALE, SIDE * SCALE))
    draw = ImageDraw.Draw(canvas)
    for _ in range(FRONDS):
        start, angle, length = emptiest(canvas, chance)
        frond(draw, start, angle, length, 2, chance)
    sharp = canvas.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    soft = blurred(sharp, 2)
    alpha = ImageChops.add(sharp.point(lambda value: value * 0.9), soft.point(lambda value: value * 0.35))
    return alpha.point(lambda value: round(value / 255 * (LEVELS - 1)))


if __name__ == "__main__":
    levels = tile(seed=7)
    picture = Image.new("P", levels.size)
    picture.frombytes(levels.tobytes())
    picture.putpalette([255, 255, 255] * LEVELS)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    opacity = bytes(round(level * 255 / (LEVELS - 1)) for level in range(LEVELS))
    picture.save(TARGET, bits=4, transparency=opacity, optimize=True)
