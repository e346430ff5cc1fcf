"""The sounds of the player as numbers: the very graph, rendered by a real browser faster than it would be heard."""

import subprocess
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from backend.config.frontend import FRONTEND

BUNDLE = """
import { build } from 'vite'
const entry = 'src/lib/audio/sounding.ts'
const made = await build({
  configFile: false, logLevel: 'error', publicDir: false,
  build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'thaw' } },
})
console.log(made[0].output[0].code)
"""
# Rendered in mono at a rate that halves the work; the answer is what a test needs of it.
RENDER = """
async ({ plan, seconds, start, stop }) => {
  const rate = 22050
  const context = new OfflineAudioContext(1, rate * seconds, rate)
  const end = thaw.sounding(context, plan, start)
  if (stop) end(stop)
  const samples = (await context.startRendering()).getChannelData(0)
  const between = (from, to) => samples.subarray(Math.round(from * rate), Math.round(to * rate))
  const mean = (part, of) => part.reduce((sum, _, at) => sum + of(at), 0) / part.length
  const loud = (part) => Math.sqrt(mean(part, (at) => part[at] ** 2))
  const peak = (part) => part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const step = (part) => part.reduce((most, _, at) => Math.max(most, at ? Math.abs(part[at] - part[at - 1]) : 0), 0)
  const pitch = (part) => part.filter((sample, at) => at && part[at - 1] < 0 && sample >= 0).length * rate / part.length
  window.heard = { between, loud, peak, step, pitch, seconds }
}
"""


@dataclass
class Heard:
    """What was rendered last on this page."""

    page: Page

    def measure(self, what: str, begin: float, end: float) -> float:
        found: float = self.page.evaluate(
            "([what, begin, end]) => heard[what](heard.between(begin, end))", [what, begin, end]
        )
        return found

    def loud(self, begin: float, end: float) -> float:
        return self.measure("loud", begin, end)

    def peak(self, begin: float, end: float) -> float:
        return self.measure("peak", begin, end)

    def step(self, begin: float, end: float) -> float:
        """Return the largest step from one sample to the next: a click is a large one."""
        return self.measure("step", begin, end)

    def pitch(self, begin: float, end: float) -> float:
        """Return how many times a second the wave comes up through zero."""
        return self.measure("pitch", begin, end)


def bundle() -> str:
    """Return the module that builds the graph, as a script that a page can run."""
    command = ["node", "--input-type=module", "--eval", BUNDLE]
    return subprocess.check_output(command, cwd=FRONTEND, text=True)


def render(page: Page, plan: dict[str, Any], seconds: float, *, start: float = 0, stop: float | None = None) -> Heard:
    page.evaluate(RENDER, {"plan": plan, "seconds": seconds, "start": start, "stop": stop})
    return Heard(page)
