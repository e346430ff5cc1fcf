"""What the API's description shows: one record of each kind, and a change of one."""

from typing import Any

Examples = dict[str, dict[str, Any]]

NOTICED: dict[str, Any] = {"occurred_at": "2026-11-23T20:30:00Z", "time_zone": "Europe/Berlin"}

CHECK_IN_EXAMPLES: Examples = {
    "Full check-in": {
        "kind": "check_in",
        **NOTICED,
        "nearness": 3,
        "world_nearness": 5,
        "pleasantness": -0.25,
        "energy": -0.5,
        "words": ["foggy", "own:6f1c1f7e-7d2e-4c0e-9a33-0d3c5a1f2b10"],
        "senses": {
            "temperature": "cool",
            "weight": "heavy",
            "colour": "grey",
            "texture": "woolly",
            "sound": "far_voices",
        },
        "body": [
            {"zone": "chest", "side": "front", "mark": "blank"},
            {"zone": "jaw", "side": "front", "mark": "tight"},
        ],
        "around": ["work", "slept_little"],
        "experiences": ["autopilot"],
        "habits": [{"habit": "screens", "before": 4, "after": 2}],
        "belongs_to": "0d9f6a3c-2f0e-4f7b-9a51-3a9d1c8f4e21",
    },
    "Absence alone": {"kind": "check_in", **NOTICED, "absence": "cannot_tell"},
    "Glimmer": {"kind": "glimmer", **NOTICED},
    "Foggy span": {"kind": "foggy_span", **NOTICED, "ended_at": "2026-11-30T20:30:00Z"},
}
CHECK_IN_EDITS: Examples = {"Absence in place of nearness": {"nearness": None, "absence": "nothing"}}
PRACTICE_EXAMPLES: Examples = {
    "Finished": {
        "exercise": "longer-out-breath",
        "started_at": "2026-11-23T20:30:00Z",
        "ended_at": "2026-11-23T20:31:00Z",
        "seconds": 60,
        "ended_by": "finished",
        "nearness_before": 2,
        "nearness_after": 4,
        "thaw": "more",
    },
    "Too much": {
        "exercise": "one-natural-breath",
        "started_at": "2026-11-23T20:30:00Z",
        "ended_at": "2026-11-23T20:30:12Z",
        "seconds": 12,
        "ended_by": "too_much",
        "absence_before": "behind_glass",
    },
}
PRACTICE_EDITS: Examples = {"Something without a name": {"thaw": "unnamed"}}
