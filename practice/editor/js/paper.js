// The clock beside a sheet of paper. It counts by performance.now(), which no change of
// the system clock moves, from the seconds that the server said had passed.

import { formatDuration } from "./clock.js"

const TICK_MS = 250

export default function paper({ data, parentElement }) {
  const clock = parentElement.querySelector("[role=timer]")
  const note = parentElement.querySelector("[role=status]")
  const since = performance.now() / 1000 - data.passed
  const tick = () => {
    const passed = performance.now() / 1000 - since
    const left = data.total === null ? null : data.total - passed
    const over = left !== null && left <= 0
    const sign = over ? "+" : ""
    const text = sign + formatDuration(Math.abs(left ?? passed))
    if (clock.textContent !== text) clock.textContent = text
    clock.setAttribute("aria-label", left === null ? "Time spent" : over ? "Time over" : "Time left")
    const says = over ? "Time is up. Finish the sentence and put the pen down." : ""
    if (note.textContent !== says) note.textContent = says
  }
  tick()
  const timer = setInterval(tick, TICK_MS)
  return () => clearInterval(timer)
}
