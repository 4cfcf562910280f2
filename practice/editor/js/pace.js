// How the time is used: the first key, words at each minute, long pauses, pastes.
// Never what was typed.

const IDLE_SECONDS = 30

export class Pace {
  /** `note` takes one event; `elapsed` returns seconds since the draft was started. */
  constructor({ note, elapsed }) {
    this.note = note
    this.elapsed = elapsed
    this.lastKey = null
    this.minute = null
  }

  typed() {
    const at = this.elapsed()
    if (at === null) return
    if (this.lastKey === null) this.event("first_key", at)
    else if (at - this.lastKey >= IDLE_SECONDS) {
      this.event("idle", this.lastKey, Math.round(at - this.lastKey))
    }
    this.lastKey = at
  }

  /** Called every second; `words` counts only when a minute is full. */
  tick(words) {
    const at = this.elapsed()
    if (at === null) return
    const minute = Math.floor(at / 60)
    if (this.minute !== null && minute > this.minute && this.lastKey !== null) {
      this.event("words", minute * 60, words())
    }
    this.minute = minute
  }

  pasted(words) {
    this.event("paste", this.elapsed() ?? 0, words)
  }

  event(kind, at, value = 0) {
    this.note({ kind, at: Math.round(at * 10) / 10, value })
  }
}
