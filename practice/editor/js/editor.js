// One draft in one page: puts the text area, the clock and the saver together.
// It lives as long as the page does, longer than any one mount of the component.

import { ServerClock, SleepWatch } from "./clock.js"
import { whenIdle } from "./idle.js"
import { listenToControls, listenToPage } from "./listening.js"
import { Mirror } from "./mirror.js"
import { Pace } from "./pace.js"
import { Saver, replay } from "./saver.js"
import { keepSettings, loadSettings } from "./settings.js"
import { Ticker, ring } from "./ticker.js"
import { HttpTransport, NotServed, StreamlitTransport } from "./transport.js"
import { View } from "./view.js"
import { StructureCounter, isFarUnder, lengthState } from "./words.js"
import { Writing } from "./writing.js"

const COUNT_MS = 250
const CHECK_MS = 60000
const ENDED_CHECK_MS = 1500
const REPORT_MS = 2000

export class Editor {
  constructor(data) {
    this.data = data
    this.clientId = newClientId()
    this.settings = loadSettings()
    this.clock = new ServerClock()
    this.sleep = new SleepWatch(this.clock)
    this.view = new View()
    this.writing = new Writing(this.view.area, this)
    this.fallback = new StreamlitTransport()
    this.saver = new Saver({
      page: this,
      transport: new HttpTransport(data.api, data.token),
      mirror: new Mirror(data.draft, this.clientId),
      clock: this.clock,
      clientId: this.clientId,
    })
    this.ticker = new Ticker({
      clock: this.clock,
      view: this.view,
      mode: data.mode,
      startedAt: data.started_at,
      deadline: data.deadline,
      heard: this,
    })
    const { ticker, saver } = this
    this.counter = new StructureCounter()
    this.pace = new Pace({ note: (event) => saver.note(event), elapsed: () => ticker.elapsed() })
    this.status = null
    this.listen()
    this.use(this.settings)
    this.boot()
  }

  // ---- mounted and unmounted by Streamlit

  attach(host, component) {
    this.component = component
    this.fallback.attach(component)
    if (this.view.root.parentNode !== host) this.moveTo(host)
    if (this.status === "submitted") this.report()
  }

  moveTo(host) {
    const { area } = this.view
    const focused = area.getRootNode().activeElement === area
    const { scrollTop } = area
    host.append(this.view.root)
    area.scrollTop = scrollTop
    if (focused) area.focus()
  }

  detach(host) {
    if (this.view.root.parentNode === host) this.saver.flush()
  }

  // ---- opening the draft

  async boot() {
    if (this.booting) return
    this.booting = true
    try {
      await this.open()
    } catch (error) {
      if (!(error instanceof NotServed)) throw error
      this.booting = false
      this.saver.transport = this.fallback
      return this.boot()
    } finally {
      this.booting = false
    }
  }

  async open() {
    await this.replayMirrors()
    const reply = await this.saver.load()
    if (!reply) return
    this.view.area.value = reply.text
    this.saver.start({ rev: reply.rev, text: this.view.area.value })
    this.saver.tell("saved")
    this.ticker.takeUp(reply)
    this.setStatus(reply.status)
    this.ticker.tick()
    this.counted()
    if (!this.closed) this.view.area.focus({ preventScroll: true })
  }

  async replayMirrors() {
    const { mirror, transport } = this.saver
    for (const [key, saves] of mirror.left()) {
      try {
        await replay(transport, key.slice(mirror.prefix.length), saves)
        mirror.drop(key)
      } catch (error) {
        if (error instanceof NotServed) throw error
        // It stays in the browser for the next time this draft is opened.
      }
    }
  }

  // ---- what the saver asks and tells

  text() {
    return this.writing.text()
  }

  show(text) {
    this.writing.show(text)
    this.counted()
  }

  quiet() {
    return this.writing.quiet()
  }

  stateChanged(state) {
    if (this.status === "submitted" && state.name === "saved") state = { name: "submitted" }
    else if (this.ended && state.name === "saved") state = { name: "ended" }
    else if (this.submitting && state.name === "saving") state = { ...state, name: "submitting" }
    this.view.showState(state)
  }

  answered({ status, deadline }) {
    this.ticker.deadline = deadline
    if (this.saver.started) this.setStatus(status)
  }

  // ---- what the text area tells

  typed() {
    this.view.frames.withKey(() => {
      this.ticker.resume()
      this.view.ask("")
      this.pace.typed()
      this.saver.touch()
    })
    this.counting ??= setTimeout(() => whenIdle(() => this.counted(), COUNT_MS), COUNT_MS)
  }

  pasted(words, allowed) {
    if (allowed) this.pace.pasted(words)
    const text = allowed ? `Pasted ${words} words` : "Pasting from elsewhere is off in this exam"
    this.view.write(this.view.notice, text)
  }

  submit() {
    if (this.closed || this.submitting || !this.saver.started) return
    const { words } = this.counter.count(this.text())
    const confirmed = !this.view.confirm.hidden
    if (isFarUnder(words, this.data.words) && !confirmed) {
      return this.view.ask(`You have written ${words} of ${this.data.words} words. Submit?`)
    }
    this.view.ask("")
    this.ticker.resume()
    this.submitting = true
    this.lock()
    this.saver.submit()
  }

  // ---- what the clock tells

  bell() {
    this.announce("Time is up", true)
    this.saver.cut()
    if (this.data.mode !== "exam") return
    this.lock()
    this.ended = true
    this.stateChanged({ name: "ended" })
    this.awaitEnd()
  }

  second() {
    this.pace.tick(() => this.counter.count(this.text()).words)
    if (Math.abs(this.sleep.drift()) > 2) this.saver.refresh()
  }

  announce(text, urgent) {
    this.view.say(text, urgent)
    this.view.write(this.view.notice, text)
    if (this.settings.sound) ring()
  }

  pauseBegun(at) {
    this.pace.event("pause_begun", at)
    this.saver.touch()
  }

  paused(from, seconds) {
    this.pace.event("clock_paused", from, seconds)
    this.saver.touch()
  }

  // ---- the end

  setStatus(status) {
    const changed = status !== this.status
    this.status = status
    this.closed = status === "submitted"
    if (this.closed && changed) this.end()
    else if (!this.closed && !this.submitting) this.unlock()
  }

  end() {
    this.lock()
    this.ticker.stop()
    clearInterval(this.checking)
    this.report()
  }

  /** Ask until the server has ended the exam. */
  async awaitEnd() {
    if (this.closed) return
    await this.saver.load()
    setTimeout(() => this.awaitEnd(), ENDED_CHECK_MS)
  }

  /** Tell Python, and tell it again: what is said while the connection is down may get lost. */
  report(pause = REPORT_MS) {
    if (!this.saver.unsaved) this.stateChanged({ name: "submitted" })
    if (!this.view.root.isConnected) return
    this.component.setStateValue("phase", { phase: "submitted", attempt: this.data.draft })
    clearTimeout(this.reporting)
    this.reporting = setTimeout(() => this.report(2 * pause), pause)
  }

  lock() {
    this.view.area.readOnly = true
    this.view.submit.disabled = true
  }

  unlock() {
    if (this.data.mode === "exam" && this.ticker.left !== null && this.ticker.left <= 0) return
    this.view.area.readOnly = false
    this.view.submit.disabled = false
  }

  counted() {
    clearTimeout(this.counting)
    this.counting = undefined
    const parts = this.counter.count(this.text())
    this.view.showWords(parts.words, this.data.words, lengthState(parts.words, this.data.words))
    if (this.settings.gauge) this.view.showParts(parts)
  }

  use(settings) {
    this.settings = settings
    this.view.apply(settings)
    this.saver.mirror.turn(settings.mirror)
    this.writing.blockPaste = settings.blockPaste && this.data.mode === "exam"
    this.counted()
    keepSettings(settings)
  }

  listen() {
    listenToControls(this)
    listenToPage(this.saver)
    this.checking = setInterval(() => this.saver.refresh(), CHECK_MS)
  }
}

function newClientId() {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_")
}
