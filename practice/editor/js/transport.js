// How saves reach the server: over HTTP, or over Streamlit's own connection
// where a host does not serve the save routes.

const PATIENCE_MS = 8000
// What browsers let a request carry that outlives its page.
const KEEPALIVE_LIMIT = 60000

/** Nobody answered. */
export class Unreachable extends Error {}

/** The server answered, and the answer was no. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.message ?? `The server answered ${status}`)
    this.status = status
    this.code = body?.error ?? ""
    this.temporary = status >= 500 || status === 429 || status === 408
  }
}

/** The address is not ours: this host does not serve the save routes. */
export class NotServed extends Error {}

export class HttpTransport {
  constructor(url, token) {
    this.url = url
    this.token = token
  }

  /** The draft; without its text if `rev` is still the newest. */
  load(rev) {
    return this.request({ method: "GET" }, rev === null ? "" : `?rev=${rev}`)
  }

  save(body, { leaving = false } = {}) {
    const json = JSON.stringify(body)
    const keepalive = leaving && json.length < KEEPALIVE_LIMIT
    return this.request({ method: "POST", body: json, keepalive })
  }

  /** Send while the page goes away; nobody will read the answer. */
  beacon(body) {
    const signed = JSON.stringify({ ...body, token: this.token })
    return navigator.sendBeacon?.(this.url, signed) ?? false
  }

  async request(init, query = "") {
    const headers = { "X-Draft-Token": this.token, "Content-Type": "application/json" }
    const signal = init.keepalive ? undefined : AbortSignal.timeout(PATIENCE_MS)
    let response
    let body
    try {
      response = await fetch(this.url + query, { ...init, headers, signal, cache: "no-store" })
      body = await response.json().catch(() => null)
    } catch (error) {
      throw new Unreachable(String(error))
    }
    if (body === null && !(response.status >= 500)) throw new NotServed()
    if (!response.ok) throw new Refused(response.status, body)
    return body
  }
}

/** Requests as component state, answers as component data: one at a time, resent until answered. */
export class StreamlitTransport {
  constructor() {
    this.number = 0
    this.waiting = null
    this.component = null
  }

  /** Take the newest closures; older ones belong to a fragment that is gone. */
  attach(component) {
    this.component = component
    const answer = component.data.answer
    if (this.waiting && answer?.number === this.waiting.number) this.settle(answer)
  }

  load() {
    return this.ask(null)
  }

  save(body) {
    return this.ask(body)
  }

  beacon(body) {
    this.component?.setStateValue("request", { number: ++this.number, body })
    return true
  }

  ask(body) {
    const request = { number: ++this.number, body }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = null
        reject(new Unreachable("no answer"))
      }, PATIENCE_MS)
      this.waiting = { number: request.number, resolve, reject, timer }
      this.component.setStateValue("request", request)
    })
  }

  settle({ status, body }) {
    const { resolve, reject, timer } = this.waiting
    this.waiting = null
    clearTimeout(timer)
    if (status < 400) resolve(body)
    else reject(new Refused(status, body))
  }
}
