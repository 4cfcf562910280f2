// When the page is drawn. A frame just before a key keeps that key waiting for the next one,
// so while somebody types, what changes by itself is drawn together with a key.

const TYPING_MS = 400
const WAIT_MS = 150

export class Frames {
  constructor() {
    this.due = new Map()
    this.lastKey = -Infinity
    this.inKey = false
  }

  /** Do what follows from a key, and draw with it whatever waits for one. */
  withKey(act) {
    this.inKey = true
    try {
      this.drawDue()
      act()
    } finally {
      this.inKey = false
      this.lastKey = performance.now()
    }
  }

  /** Draw at once, or while somebody types with the next key; of each name only the newest. */
  soon(name, draw) {
    if (this.inKey || performance.now() - this.lastKey > TYPING_MS) return this.now(name, draw)
    this.due.set(name, draw)
    this.timer ??= setTimeout(() => this.drawDue(), WAIT_MS)
  }

  now(name, draw) {
    this.due.delete(name)
    draw()
  }

  drawDue() {
    clearTimeout(this.timer)
    this.timer = undefined
    const draws = [...this.due.values()]
    this.due.clear()
    for (const draw of draws) draw()
  }
}
