// Keeps the server's copy of one draft in step with the page's text.
//
// One save is under way at a time and is repeated, unchanged, until the server
// answers it. What is frozen behind it (the text at the bell, a submission)
// waits in a queue. The mirror holds the whole queue until the server has it.

import { whenIdle } from "./idle.js"
import { merge } from "./merging.js"
import { spliceBetween } from "./splicing.js"
import { NotServed, Refused, Unreachable } from "./transport.js"

const IDLE_MS = 1000
const LONGEST_MS = 1800
// Seldom while the server takes everything, often while it does not.
const MIRROR_MS = 600
const MIRROR_OFFLINE_MS = 200
const IDLE_WITHIN_MS = 100
const RETRY_MS = [1000, 2000, 4000, 8000, 15000]
const CLOCK_EVENTS = new Set(["pause_begun", "clock_paused"])
const BEACON_LIMIT = 60000

export class Saver {
  /** `page` offers text(), show(text), quiet(), boot(), stateChanged(state), answered(reply). */
  constructor({ page, transport, mirror, clock, clientId }) {
    Object.assign(this, { page, transport, mirror, clock, clientId })
    this.seq = 0
    this.rev = 0
    this.synced = null
    this.queue = []
    this.pace = []
    this.editedAt = null
    this.confirmedAt = null
    this.busy = false
    this.failures = 0
    this.timers = {}
  }

  get started() {
    return this.synced !== null
  }

  get dirty() {
    return this.started && this.page.text() !== (this.queue.at(-1)?.text ?? this.synced)
  }

  /** Whether the server should hear of something now: of words, or that the clock was stopped. */
  get pending() {
    return this.dirty || (this.started && this.pace.some(({ kind }) => CLOCK_EVENTS.has(kind)))
  }

  get unsaved() {
    return this.dirty || this.queue.length > 0
  }

  get idle() {
    return this.started && !this.busy && this.queue.length === 0
  }

  /** Begin with what the server holds. */
  start({ rev, text }) {
    this.rev = rev
    this.synced = text
    this.confirmedAt = new Date()
  }

  /** The learner changed something. Every edit has its own number. */
  touch() {
    this.seq++
    this.editedAt = this.clock.now()
    clearTimeout(this.timers.idle)
    this.timers.idle = setTimeout(() => this.flush(), IDLE_MS)
    this.timers.longest ??= setTimeout(() => this.flush(), LONGEST_MS)
    this.timers.mirror ??= setTimeout(
      () => this.reflectSoon(),
      this.failures ? MIRROR_OFFLINE_MS : MIRROR_MS,
    )
    if (!this.failures) this.tell("saving")
  }

  note(event) {
    this.pace.push(event)
  }

  /** Save now whatever is not saved. */
  async flush({ retrying = false, leaving = false } = {}) {
    this.stopTimers("idle", "longest")
    if (!this.started) return
    if (this.pending && this.idle) this.freeze()
    this.reflect()
    if (!this.failures || retrying) await this.pump({ leaving })
    // What was typed and taken back needs no save.
    if (this.idle && !this.unsaved && !this.failures) this.tell("saved")
  }

  /** Freeze the text as it stands now, whatever is still under way. */
  async cut() {
    if (this.dirty) this.freeze()
    await this.flush()
  }

  async submit() {
    this.freeze({ submit: true, written_at: this.clock.now() })
    await this.flush({ retrying: true })
  }

  /** The page goes away: keep a copy here and throw one at the server. */
  leave() {
    this.stopTimers("idle", "longest")
    if (this.pending) this.freeze()
    this.reflect()
    const newest = this.queue.at(-1)
    if (!newest) return
    const body = this.message(newest)
    if (JSON.stringify(body).length < BEACON_LIMIT) this.transport.beacon(body)
  }

  /** Ask for the draft; null if nobody answered. */
  async load() {
    const sent = this.clock.ticks()
    try {
      const reply = await this.transport.load(this.started ? this.rev : null)
      this.clock.sync(reply.server_now, sent, this.clock.ticks())
      this.page.answered(reply)
      return reply
    } catch (error) {
      if (error instanceof NotServed) throw error
      this.failed(error)
      return null
    }
  }

  /** Learn the time, and take over what another page wrote. */
  async refresh() {
    if (!this.idle) return
    const reply = await this.load()
    await this.page.quiet()
    if (!reply || !this.idle) return
    this.failures = 0
    this.confirmedAt = new Date()
    if (reply.rev > this.rev) {
      this.rev = reply.rev
      this.takeOver(this.synced, reply.text)
    }
    if (!this.unsaved) this.tell("saved")
  }

  async pump(options) {
    if (this.busy) return
    this.busy = true
    while (this.queue.length && (await this.send(this.queue[0], options)));
    this.busy = false
    // Typed since, with nothing left to wake the saver.
    if (this.dirty && !this.failures && !this.timers.idle) await this.flush()
  }

  async send(save, options) {
    const sent = this.clock.ticks()
    try {
      const reply = await this.transport.save(this.message(save), options)
      this.clock.sync(reply.server_now, sent, this.clock.ticks())
      await this.acknowledged(save, reply)
      return true
    } catch (error) {
      return this.refused(save, error)
    }
  }

  async acknowledged(save, reply) {
    if (typeof reply.text === "string") await this.page.quiet()
    this.queue.shift()
    this.failures = 0
    this.confirmedAt = new Date()
    this.rev = reply.rev
    this.takeOver(save.text, reply.text ?? save.text)
    this.reflect()
    this.tell(this.unsaved ? "saving" : "saved")
    this.page.answered(reply)
  }

  /** Bring in what others wrote since the page's text was `base`. */
  takeOver(base, theirs) {
    this.synced = theirs
    if (base === theirs) return
    for (const waiting of this.queue) waiting.text = merge(base, waiting.text, theirs)
    const merged = merge(base, this.page.text(), theirs)
    if (merged !== this.page.text()) this.page.show(merged)
    if (merged !== theirs) this.touch()
  }

  /** True if the same save is worth trying again at once. */
  refused(save, error) {
    if (error instanceof Refused && error.code === "splice_mismatch" && !save.whole) {
      save.whole = true
      return true
    }
    this.failed(error)
    return false
  }

  failed(error) {
    const steps = RETRY_MS.length - 1
    const hopeless = error instanceof Refused && !error.temporary
    const pause = RETRY_MS[hopeless ? steps : Math.min(this.failures, steps)]
    this.failures++
    this.reflect()
    if (error instanceof Unreachable) this.tell("offline")
    else this.tell("failing", error.message)
    this.stopTimers("retry")
    this.timers.retry = setTimeout(() => this.retry(), pause)
  }

  retry() {
    if (!this.started) this.page.boot()
    else if (this.unsaved) this.flush({ retrying: true })
    else if (!this.page.closed) this.refresh()
  }

  /** Write the mirror: the queue, and the text as it stands. */
  reflect() {
    this.stopTimers("mirror")
    if (!this.unsaved) return this.mirror.clear()
    const { seq, rev, editedAt, pace } = this
    const newest = { seq, base_rev: rev, text: this.page.text(), written_at: editedAt, pace }
    this.kept = this.mirror.keep(this.dirty ? [...this.queue, newest] : this.queue)
  }

  reflectSoon() {
    whenIdle(() => this.timers.mirror && this.reflect(), IDLE_WITHIN_MS)
  }

  /** Put the text as it stands into the queue. */
  freeze(extra = {}) {
    this.queue.push({
      seq: ++this.seq,
      base_rev: this.rev,
      text: this.page.text(),
      written_at: this.editedAt ?? this.clock.now(),
      pace: this.pace.splice(0),
      ...extra,
    })
  }

  message({ seq, text, written_at, pace, submit, whole }) {
    const body = { client_id: this.clientId, seq, base_rev: this.rev }
    const splice = whole ? null : spliceBetween(this.synced, text)
    if (splice && splice.ins.length < text.length) body.splice = splice
    else body.text = text
    if (written_at) body.written_at = Math.round(written_at * 1000) / 1000
    if (pace?.length) body.pace = pace
    if (submit) body.submit = true
    return body
  }

  stopTimers(...names) {
    for (const name of names) {
      clearTimeout(this.timers[name])
      this.timers[name] = undefined
    }
  }

  tell(name, message = "") {
    this.page.stateChanged({ name, message, kept: Boolean(this.kept), at: this.confirmedAt })
  }
}

/** Send what an earlier page left in the mirror, under that page's own numbers. */
export async function replay(transport, clientId, saves) {
  let before = null
  for (const save of saves) {
    const { seq, base_rev, text, written_at, pace, submit } = save
    const rebased = typeof before?.reply.text === "string" ? merge(before.text, text, before.reply.text) : text
    const body = { client_id: clientId, seq, base_rev: before?.reply.rev ?? base_rev, text: rebased }
    if (written_at) body.written_at = written_at
    if (pace?.length) body.pace = pace
    if (submit) body.submit = true
    before = { text: rebased, reply: await transport.save(body) }
  }
}
