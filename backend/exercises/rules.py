"""The rules between the fields of an exercise: what makes it safe, and offered at the right moment."""

from collections.abc import Iterator, Mapping
from itertools import chain

from backend.core.content import Item

INNER_ANCHORS = frozenset({"breath", "body"})
LADDER_SECONDS = ((30, 60), (60, 180), (300, 300), (600, 1200))
LONG_KINDS = frozenset({"movement", "writing", "others"})
LONGEST_STEP_SECONDS = 120
PAGES = frozenset({"page", "dissolving_page"})
SHORTEST_BREATH_SECONDS = 8


def faults(slug: str, item: Item, known: Mapping[str, Item]) -> Iterator[str]:
    """Yield a sentence for each rule that is broken; `known` holds all exercises by slug."""
    rules = (_dose_faults, _ladder_faults, _pace_faults, _focus_faults, _gate_faults, _night_faults, _page_faults)
    yield from chain.from_iterable(rule(item) for rule in rules)
    yield from _way_out_faults(item, known)
    yield from _link_faults(slug, item, known)


def _dose_faults(item: Item) -> Iterator[str]:
    lengths = [dose["seconds"] for dose in item["doses"]]
    if lengths != sorted(set(lengths)):
        yield "doses: each has to be longer than the one before"
    for dose in item["doses"]:
        total = sum(step["seconds"] for step in dose["steps"])
        if total != dose["seconds"]:
            yield f"doses: the steps of {dose['seconds']} s add up to {total} s"


def _ladder_faults(item: Item) -> Iterator[str]:
    for number, (dose, (shortest, longest)) in enumerate(zip(item["doses"], LADDER_SECONDS, strict=False)):
        if not shortest <= dose["seconds"] <= longest:
            yield f"doses[{number}]: {dose['seconds']} s is not between {shortest} and {longest}"
        if dose["seconds"] > LADDER_SECONDS[2][1]:
            if item["kind"] not in LONG_KINDS:
                yield f"doses[{number}]: longer than five minutes is for walks, pages and people"
        elif any(step["seconds"] > LONGEST_STEP_SECONDS for step in dose["steps"]):
            yield f"doses[{number}]: a step takes at most {LONGEST_STEP_SECONDS} s here"


def _pace_faults(item: Item) -> Iterator[str]:
    if "pace" not in item:
        return
    whole = _seconds(item, {"in", "top_up", "hold", "out", "rest"})
    if whole < SHORTEST_BREATH_SECONDS:
        yield f"pace: a breath takes at least {SHORTEST_BREATH_SECONDS} s; quick breathing stirs up"
    if _seconds(item, {"out"}) < _seconds(item, {"in", "top_up"}):
        yield "pace: the way out is never shorter than the way in"
    for number, dose in enumerate(item["doses"]):
        # The last step gives the breath back and has no pace (frontend/src/lib/player/timeline.ts).
        if any(step["seconds"] % whole for step in dose["steps"][:-1]):
            yield f"doses[{number}]: each step but the last holds whole breaths of {whole:g} s"


def _seconds(item: Item, phases: set[str]) -> float:
    return float(sum(breath["seconds"] for breath in item["pace"] if breath["phase"] in phases))


def _focus_faults(item: Item) -> Iterator[str]:
    if item["inner_focus"] and "before" not in item:
        yield "before: an exercise with inner focus says first that feeling more isn't always comfortable"
    if item["inner_focus"] and "unreal" in item["suits"]:
        yield "suits: inner focus is not for when things seem unreal"
    if "unreal" in item["suits"] and item["kind"] != "grounding":
        yield "suits: when things seem unreal only grounding is offered"


def _gate_faults(item: Item) -> Iterator[str]:
    gates = item.get("gates", ())
    holds = any(breath["phase"] == "hold" for breath in item.get("pace", ()))
    if holds != ("holds" in gates):
        yield "gates: 'holds' belongs to a pace that holds the breath, and to no other"
    if gates and not item["cautions"]:
        yield "cautions: what has a gate says why"
    if gates and {"unreal", "too_much"} & set(item["suits"]):
        yield "suits: what has a gate is not for when things are unreal or too much"


def _night_faults(item: Item) -> Iterator[str]:
    if "in_bed" in item["place"] and "lying" not in item["posture"]:
        yield "posture: in bed one may lie"
    quiet = item["energy"] == "low" and "in_bed" in item["place"] and item["anchor"] != "sight"
    if "cannot_sleep" in item["suits"] and not quiet:
        yield "suits: awake at night is for what is done in bed, with little energy and no light"


def _page_faults(item: Item) -> Iterator[str]:
    if "prompt" in item and item.get("tool") not in PAGES:
        yield "prompt: only a page has a sentence above it"


def _way_out_faults(item: Item, known: Mapping[str, Item]) -> Iterator[str]:
    inner = {slug for slug, other in known.items() if other["inner_focus"]}
    outside = (way["anchor"] not in INNER_ANCHORS and way.get("exercise") not in inner for way in item["alternatives"])
    if (item["anchor"] in INNER_ANCHORS or item["inner_focus"]) and not any(outside):
        yield "alternatives: breath, body and inner focus need a way outside them"


def _link_faults(slug: str, item: Item, known: Mapping[str, Item]) -> Iterator[str]:
    for target in (way["exercise"] for way in item["alternatives"] if "exercise" in way):
        if target == slug or target not in known:
            yield f"alternatives: '{target}' is no other exercise"
        elif "gates" in known[target]:
            yield f"alternatives: '{target}' has a gate, and is suggested to no one"
        elif "unreal" in item["suits"] and "unreal" not in known[target]["suits"]:
            yield f"alternatives: '{target}' is not for when things seem unreal"
