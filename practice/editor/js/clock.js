// The server's time in the page. It is carried by performance.now(), which no
// change of the system clock moves, and corrected whenever the server answers.

const PACING = [
  { name: "Think", until: 0.15 },
  { name: "Write", until: 0.9 },
  { name: "Conclude", until: 1 },
]

export class ServerClock {
  constructor(ticks = () => performance.now() / 1000) {
    this.ticks = ticks
    this.offset = null
    this.error = Infinity
  }

  get known() {
    return this.offset !== null
  }

  /** Learn from an answer that said `serverNow` between two readings of ticks(). */
  sync(serverNow, sent, received) {
    const error = (received - sent) / 2
    const offset = serverNow - (sent + received) / 2
    // A slow answer says little, unless it proves that the page has slept.
    const contradicts = Math.abs(offset - this.offset) > error + this.error
    if (!this.known || contradicts || error <= this.error) {
      this.offset = offset
      this.error = error
    }
  }

  now() {
    return this.known ? this.ticks() + this.offset : null
  }
}

/** Tell when ticks stood still although time went on: the computer slept. */
export class SleepWatch {
  constructor(clock, wall = () => Date.now() / 1000) {
    this.clock = clock
    this.wall = wall
    this.gap = wall() - clock.ticks()
  }

  /** How far the two drifted apart since the last call, in seconds. */
  drift() {
    const gap = this.wall() - this.clock.ticks()
    const moved = gap - this.gap
    this.gap = gap
    return moved
  }
}

export function formatDuration(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (number) => String(number).padStart(2, "0")
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** Which part of the time it is, and when that part ends. */
export function pacing(elapsed, total) {
  const share = Math.min(1, Math.max(0, elapsed / total))
  const part = PACING.find(({ until }) => share < until) ?? PACING.at(-1)
  return { name: part.name, share, left: part.until * total - elapsed }
}

/** The announcements that fall due between two readings of the time left. */
export function dueAnnouncements(before, after, total) {
  const marks = [
    { at: total / 2, says: `Half time: ${spoken(total / 2)} left` },
    { at: 120, says: "Two minutes left" },
    { at: 30, says: "Thirty seconds left" },
  ]
  return marks
    .filter(({ at }) => at < total && before > at && after <= at && after > 0)
    .map(({ says }) => says)
}

function spoken(seconds) {
  const minutes = Math.floor(seconds / 60)
  const rest = Math.round(seconds % 60)
  return rest ? `${minutes} minutes ${rest} seconds` : `${minutes} minutes`
}
