// The clock that the learner sees: time left or spent, pacing, announcements, the bell.

import { dueAnnouncements, formatDuration, pacing } from "./clock.js"

const TICK_MS = 500

export class Ticker {
  /** `heard` offers bell(), second(), announce(text, urgent), pauseBegun(at), paused(from, seconds). */
  constructor({ clock, view, mode, startedAt, deadline, heard }) {
    Object.assign(this, { clock, view, mode, startedAt, deadline, heard })
    this.left = null
    this.pausedAt = null
    this.pausedFor = 0
    this.timer = setInterval(() => this.tick(), TICK_MS)
  }

  stop() {
    clearInterval(this.timer)
  }

  /** Seconds since the draft was started, by the server's clock; null until it is known. */
  elapsed() {
    const now = this.clock.now()
    return now === null ? null : Math.max(0, now - this.startedAt)
  }

  get total() {
    return this.deadline === null ? null : this.deadline - this.startedAt
  }

  tick() {
    const elapsed = this.elapsed()
    if (elapsed === null) return
    if (this.deadline === null) this.countUp(elapsed)
    else this.countDown(elapsed)
    this.heard.second()
  }

  countUp(elapsed) {
    const spent = (this.pausedAt ?? elapsed) - this.pausedFor
    const stage = this.pausedAt === null ? "" : "Paused"
    this.view.showClock({ text: formatDuration(spent), label: "Time spent", stage, share: null })
    this.view.showPause(this.pausedAt !== null)
  }

  countDown(elapsed) {
    const before = this.left
    this.left = this.total - elapsed
    this.view.showClock(this.left > 0 ? this.within(elapsed) : this.after())
    if (before === null) return
    for (const text of dueAnnouncements(before, this.left, this.total)) {
      this.heard.announce(text, false)
    }
    if (before > 0 && this.left <= 0) this.heard.bell()
  }

  within(elapsed) {
    const { name, share, left } = pacing(elapsed, this.total)
    const stage = name === "Conclude" ? name : `${name} · ${formatDuration(left)}`
    return { text: formatDuration(this.left), label: "Time left", stage, share }
  }

  after() {
    const over = this.mode === "exam" ? "Time is up" : `+${formatDuration(-this.left)}`
    const stage = this.mode === "exam" ? "" : "Over time: the text at the bell counts"
    return { text: over, label: "Time over", stage, share: 1 }
  }

  /** Stop the clock, or let it go on; only without a deadline. */
  togglePause() {
    const elapsed = this.elapsed()
    if (this.deadline !== null || elapsed === null) return
    if (this.pausedAt === null) this.pause(elapsed)
    else this.resume(elapsed)
    this.tick()
  }

  pause(elapsed) {
    // As exactly as it is noted, so that both ends of a pause name the same moment.
    this.pausedAt = Math.round(elapsed * 10) / 10
    this.heard.pauseBegun(this.pausedAt)
  }

  /** Go on as the server remembers it. */
  takeUp({ paused_for = 0, paused_at = null }) {
    this.pausedFor = paused_for
    this.pausedAt = paused_at
  }

  resume(elapsed = this.elapsed()) {
    if (this.pausedAt === null) return
    this.heard.paused(this.pausedAt, Math.round(elapsed - this.pausedAt))
    this.pausedFor += elapsed - this.pausedAt
    this.pausedAt = null
  }
}

/** One short tone, for those who asked for it. */
export function ring() {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  volume.gain.value = 0.1
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + 0.2)
  tone.onended = () => audio.close()
}
