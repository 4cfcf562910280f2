// A copy of what the server has not confirmed, in the browser's own storage.
// It is a second line: storage may be full, forbidden, or lost in a crash.

const PREFIX = "mains-practice:draft:"

export class Mirror {
  constructor(draftId, clientId, storage = browserStorage()) {
    this.prefix = `${PREFIX}${draftId}:`
    this.key = this.prefix + clientId
    this.storage = storage
    this.enabled = true
  }

  /** Keep these saves; true if the browser took them. */
  keep(saves) {
    if (!this.enabled || !this.storage) return false
    try {
      this.storage.setItem(this.key, JSON.stringify(saves))
      return true
    } catch {
      return false
    }
  }

  clear() {
    this.drop(this.key)
  }

  drop(key) {
    try {
      this.storage?.removeItem(key)
    } catch {
      // What cannot be removed is harmless: saves are idempotent.
    }
  }

  /** What earlier pages of this draft left behind: [key, saves] each. */
  left() {
    const keys = Object.keys(this.storage ?? {})
    return keys
      .filter((key) => key.startsWith(this.prefix) && key !== this.key)
      .map((key) => [key, parsed(this.storage.getItem(key))])
      .filter(([, saves]) => saves.length > 0)
  }

  turn(on) {
    this.enabled = on
    if (!on) this.clear()
  }
}

function parsed(json) {
  try {
    const saves = JSON.parse(json)
    return Array.isArray(saves) ? saves : []
  } catch {
    return []
  }
}

function browserStorage() {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
