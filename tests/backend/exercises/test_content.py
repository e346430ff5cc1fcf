"""The words themselves: what a machine can check of the rules that make an exercise safe and kind.

Each rule is a function from a text to 'this breaks it'; what it is for is tried on sentences that nobody may write.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from backend.exercises.catalogue import catalogue

EXERCISES = catalogue()["en"].exercises
LONGEST_SENTENCE = 21
WORDS_PER_SECOND = 3
INVITATIONS = ("could", "if you like", "if it suits", "perhaps", "maybe", "might", "when you")

UNKIND = (
    r"should|must|ought to|have to|try harder|snap out of|well done|great|good job|proud|fail\w*|incomplete|streaks?"
    r"|don't give up|push through|pull yourself together"
)
PROMISES = (
    r"will feel|you'll feel|will help|will calm|will make you|cures?|heal|heals|healing|guarantee\w*|proven"
    r"|will (come|return|be) back|comes back by|works for everyone|always works"
    r"|(by|until) (tomorrow|next week|the end of)|in (a few|two|three) (days|weeks) you"
)
STIRRING = (
    r"hyperventilat\w*|holotropic|purge|cathar\w*|breath of fire|hold your breath|breath holds?"
    r"|breathe (in |out )?(fast|faster|quickly|rapidly|hard)"
)
TOO_COLD = r"ice[- ]?(bath|cubes?|water)|immers\w*|cold shower|freez\w*"
INWARD = (
    r"body scan|deep(ly)? relax\w*|safe place|imagine you are back|go back to (the|that) (memory|moment|day)|relive"
    r"|re-live|traumatic memor\w*|what happened to you|inner child|exiles?|talk to (the|that|your) parts?"
)
INTERPRETING = r"what (does|might) (it|this|that|your (drawing|picture|doodle|story)) (mean|say about)|interpret\w*"
ASSUMING = r"god|pray\w*|bless\w*|your (mother|father|mum|dad|parents|husband|wife|partner|children|church)"
MEDICINE = (
    r"(stop|stopping|skip|halve|change|changing|less of) (taking )?(your |the )?(medicines?|medication|tablets?|pills?)"
)
SPEAKING_FOR_YOU = r"(we|thaw|the app) (will )?(sends?|calls?|tells?|shares?) (?!nothing)\w+"
LOUD = r"!"

EYES = re.compile(r"\b(clos|shut)\w*\s+(your\s+|both\s+)?eyes|eyes\s+(\w+\s+){0,2}(closed?|shut)\b", re.IGNORECASE)
ORDERED = re.compile(
    r"^(now |then |and )?(gently |slowly )?(close|shut|let your eyes close|keep your eyes (closed|shut))"
)


def breaks(words: str) -> Callable[[str], bool]:
    pattern = re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE)
    return lambda text: bool(pattern.search(text))


RULES = {
    "unkind": (breaks(UNKIND), ["You should try harder.", "Well done.", "If you stop you have failed."]),
    "promised": (
        breaks(PROMISES),
        ["Your feelings will come back.", "It comes back by Friday.", "In two weeks you feel more.", "This heals."],
    ),
    "stirring": (breaks(STIRRING), ["Hold your breath.", "Now breathe in fast.", "A cathartic round of it."]),
    "too cold": (breaks(TOO_COLD), ["Put your face in ice water.", "A cold shower helps."]),
    "inward": (
        breaks(INWARD),
        ["Begin a body scan.", "Go to your safe place.", "Relive it once.", "Talk to that part."],
    ),
    "interpreting": (breaks(INTERPRETING), ["What does your drawing mean?", "What might it say about you?"]),
    "assuming": (breaks(ASSUMING), ["Ask your mother.", "You could pray."]),
    "medicine": (breaks(MEDICINE), ["You could stop taking your medication.", "Skip the tablets."]),
    "speaking for you": (breaks(SPEAKING_FOR_YOU), ["When you are done we will send it.", "Thaw tells them."]),
    "loud": (lambda text: LOUD in text, ["You did it!"]),
}


def words_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Return (path, text) for each text in an exercise."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from words_of(item, f"{path}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item, path)


def spoken(exercise: dict[str, Any]) -> list[str]:
    """Return the texts a person reads while doing it: all but the study references."""
    return [text for path, text in words_of(exercise) if ".sources" not in path and " " in text]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+", text) if part]


def eyes_told_to_close(text: str, gates: list[str]) -> bool:
    """G1: eyes stay open. Behind its gate, closing them may be offered, as one of two; it is never an order."""
    said = [part for part in sentences(text) if EYES.search(part)]
    ordered = any(ORDERED.match(part.lower()) for part in said)
    offered = all(any(word in part.lower() for word in (*INVITATIONS, "open")) for part in said)
    return bool(said) and (ordered or not offered or "eyes_closed" not in gates)


each = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_is_for(rule: str) -> None:
    broken, examples = RULES[rule]
    assert [text for text in examples if not broken(text)] == []


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("Close your eyes.", []),
        ("Close your eyes, if you like.", ["eyes_closed"]),
        ("Sit down with eyes closed.", ["eyes_closed"]),
        ("You could let your eyes close, or keep them open.", []),
    ],
)
def test_nobody_is_told_to_close_their_eyes(text: str, gates: list[str]) -> None:
    assert eyes_told_to_close(text, gates)


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("You could let your eyes close, or keep them open.", ["eyes_closed"]),
        ("Close your fingers around it. Your eyes can stay open.", []),
    ],
)
def test_behind_its_gate_closing_the_eyes_may_be_offered(text: str, gates: list[str]) -> None:
    assert not eyes_told_to_close(text, gates)


@each
def test_it_never_tells_anyone_to_close_their_eyes(exercise: dict[str, Any]) -> None:
    gates = exercise.get("gates", [])
    assert [text for text in spoken(exercise) if eyes_told_to_close(text, gates)] == []


@each
@pytest.mark.parametrize("rule", RULES)
def test_it_says_nothing_unkind_promised_or_unsafe(exercise: dict[str, Any], rule: str) -> None:
    broken, _ = RULES[rule]
    assert [text for text in spoken(exercise) if broken(text)] == []


@each
def test_every_dose_invites_rather_than_instructs(exercise: dict[str, Any]) -> None:
    for dose in exercise["doses"]:
        steps = " ".join(step["text"] for step in dose["steps"]).lower()
        assert any(word in steps for word in INVITATIONS), steps


@each
def test_its_sentences_are_short(exercise: dict[str, Any]) -> None:
    texts = [text for path, text in words_of(exercise) if ".evidence" not in path and ".cautions" not in path]
    long = [part for text in texts for part in sentences(text) if len(part.split()) > LONGEST_SENTENCE]
    assert long == []


@each
def test_each_step_leaves_time_to_read_it(exercise: dict[str, Any]) -> None:
    steps = [step for dose in exercise["doses"] for step in dose["steps"]]
    hurried = [step["text"] for step in steps if len(step["text"].split()) > WORDS_PER_SECOND * step["seconds"]]
    assert hurried == []


@each
def test_a_longer_dose_has_words_of_its_own(exercise: dict[str, Any]) -> None:
    doses = [{step["text"] for step in dose["steps"]} for dose in exercise["doses"]]
    for shorter, longer in pairwise(doses):
        assert len(shorter & longer) <= 1, shorter & longer


@each
def test_what_turns_inward_says_first_that_one_can_stop(exercise: dict[str, Any]) -> None:
    if exercise["inner_focus"]:
        assert re.search(r"\bstop(ping)?\b", exercise["before"])


@each
def test_to_acknowledge_is_not_to_ask_why(exercise: dict[str, Any]) -> None:
    steps = [step["text"] for dose in exercise["doses"] for step in dose["steps"]]
    if exercise["kind"] == "acknowledge":
        assert [text for text in steps if re.search(r"\bwhy\b", text, re.IGNORECASE)] == []


@each
def test_every_breath_exercise_says_when_to_stop(exercise: dict[str, Any]) -> None:
    said = " ".join(exercise["cautions"]).lower()
    warnings = {"driving"} if exercise["kind"] == "breathwork" else set()
    warnings |= {"dizzy", "clinician", "in water"} if "pace" in exercise else set()
    warnings |= {"pregnant", "heart", "epilepsy", "panic"} if "holds" in exercise.get("gates", []) else set()
    assert {word for word in warnings if word not in said} == set()


@each
def test_little_studied_is_said_in_so_many_words(exercise: dict[str, Any]) -> None:
    evidence = exercise["evidence"]
    if evidence["strength"] == "little_studied":
        assert re.search(
            r"little studied|hardly (been )?tested|little trial evidence|not been tested", evidence["text"]
        )
