"""The closed lists of a check-in. `tests/contract/names.json` holds phone and server to the same ones.

'Left' and 'right' are those of the person, on both sides of the body.
"""

from typing import Literal

Absence = Literal["nothing", "cannot_tell", "behind_glass", "too_mixed"]
Temperature = Literal["cold", "cool", "warm", "hot"]
Weight = Literal["light", "heavy"]
Colour = Literal[
    "white",
    "grey",
    "black",
    "blue",
    "turquoise",
    "green",
    "yellow",
    "orange",
    "red",
    "pink",
    "purple",
    "brown",
]
Texture = Literal["smooth", "woolly", "rough", "hollow", "sharp", "sticky", "brittle", "dense"]
Sound = Literal["silence", "hum", "hiss", "far_voices", "rain", "wind", "ringing", "thud"]
Zone = Literal[
    "head",
    "eyes",
    "jaw",
    "neck",
    "left_shoulder",
    "right_shoulder",
    "left_upper_arm",
    "right_upper_arm",
    "left_forearm",
    "right_forearm",
    "left_hand",
    "right_hand",
    "chest",
    "ribs",
    "belly",
    "pelvis",
    "left_thigh",
    "right_thigh",
    "left_knee",
    "right_knee",
    "left_shin",
    "right_shin",
    "left_foot",
    "right_foot",
]
Side = Literal["front", "back"]
Mark = Literal["blank", "warm", "cold", "tight", "heavy", "tingling", "aching"]
Experience = Literal["behind_glass", "autopilot", "disconnected", "lost_interest", "cannot_react", "guilt"]
HabitName = Literal["work", "screens", "substances", "being_alone"]

# Offered, not closed: a newer app may offer more, and a person's own tags are `own:<uuid>`.
AROUND = (
    "people",
    "work",
    "slept_little",
    "slept_enough",
    "medication_change",
    "pain_or_illness",
    "conflict",
    "loss",
    "anniversary",
    "outdoors",
    "at_home",
    "music",
)
