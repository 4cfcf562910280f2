// What the editor looks like, and the words it says. No behaviour.

import { Frames } from "./frames.js"

// What may wait for the next key; trouble may not.
const ROUTINE = new Set(["saving", "saved"])
const INVITATION = "Write your answer here."
const MARKUP = `
<div class="ed-top">
  <span class="ed-clock" data-part="clock" role="timer" aria-label="Time left"></span>
  <span class="ed-stage" data-part="stage"></span>
  <button type="button" data-part="pause" hidden>Pause</button>
  <button type="button" data-part="hideClock">Hide clock</button>
  <span class="ed-save" data-part="save">Opening your draft…</span>
</div>
<div class="ed-pacing" data-part="pacing" aria-hidden="true"><i></i><i></i><i></i><b data-part="needle"></b></div>
<div class="ed-tools" role="group" aria-label="Marks">
  <button type="button" data-mark="bullet" title="Ctrl+Shift+8">- List</button>
  <button type="button" data-mark="number" title="Ctrl+Shift+7">1. List</button>
  <button type="button" data-mark="heading" title="Ctrl+Shift+9">Heading:</button>
  <button type="button" data-mark="term" title="Ctrl+B">**Key term**</button>
  <button type="button" data-mark="diagram" title="Ctrl+Shift+6">[diagram]</button>
  <button type="button" class="ed-apart" data-part="focus" aria-pressed="false">Focus</button>
</div>
<div class="ed-paper"><div class="ed-rules" data-part="rules" aria-hidden="true">${"<i></i>".repeat(80)}</div><textarea class="ed-area" aria-label="Your answer" rows="14" readonly spellcheck="false"
  autocomplete="off" autocorrect="off" autocapitalize="off" data-gramm="false"></textarea></div>
<div class="ed-confirm" data-part="confirm" role="alertdialog" aria-label="Submit?" hidden>
  <p data-part="confirmText"></p>
  <button type="button" data-part="keepWriting">Keep writing</button>
  <button type="button" data-part="submitAnyway">Submit anyway</button>
</div>
<p class="ed-notice" data-part="notice" role="status"></p>
<div class="ed-foot">
  <span class="ed-words" data-part="words"></span>
  <span class="ed-gauge" data-part="gauge"></span>
  <button type="button" class="ed-submit" data-part="submit" disabled>Submit</button>
</div>
<details class="ed-settings">
  <summary>Editor settings</summary>
  <label>Text size <input type="range" min="14" max="28" step="1" data-setting="size"></label>
  <label><input type="checkbox" data-setting="ruled"> Ruled lines</label>
  <label><input type="checkbox" data-setting="gauge"> Words in each part</label>
  <label><input type="checkbox" data-setting="sound"> A sound with the announcements</label>
  <label><input type="checkbox" data-setting="mirror"> Keep unsaved words in this browser
    (switch off on a shared computer)</label>
  <label data-part="examOnly" hidden><input type="checkbox" data-setting="blockPaste">
    Refuse text pasted from elsewhere; your own words can always be pasted</label>
</details>
<div class="ed-spoken" data-part="polite" aria-live="polite"></div>
<div class="ed-spoken" data-part="urgent" aria-live="assertive"></div>`

const STATES = {
  opening: () => "Opening your draft…",
  saving: () => "Saving…",
  saved: ({ at }) => `Saved ${at.toLocaleTimeString("en-GB")}`,
  offline: ({ where }) => `Offline: ${where}`,
  failing: ({ where, message }) => `Saving failed, retrying: ${where}. ${message}`.trim(),
  submitting: ({ kept }) => `Submitting… ${kept ? "Your answer is kept in this browser." : ""}`,
  submitted: () => "Submitted",
  ended: () => "Time is up",
}

export class View {
  constructor() {
    this.frames = new Frames()
    this.root = document.createElement("section")
    this.root.className = "ed"
    this.root.setAttribute("aria-label", "Answer editor")
    this.root.innerHTML = MARKUP
    this.area = this.root.querySelector("textarea")
    for (const part of this.root.querySelectorAll("[data-part]")) this[part.dataset.part] = part
    this.area.addEventListener("scroll", () => this.moveRules(), { passive: true })
  }

  apply(settings) {
    this.root.style.setProperty("--ed-size", `${settings.size}px`)
    for (const name of ["ruled", "focus", "clock"]) {
      this.root.classList.toggle(`ed--${name}`, settings[name])
    }
    this.gauge.hidden = !settings.gauge
    this.write(this.hideClock, settings.clock ? "Hide clock" : "Show clock")
    this.write(this.focus, settings.focus ? "Leave focus" : "Focus")
    this.focus.setAttribute("aria-pressed", String(settings.focus))
    for (const input of this.root.querySelectorAll("[data-setting]")) {
      const value = settings[input.dataset.setting]
      if (input.type === "checkbox") input.checked = value
      else input.value = value
    }
  }

  showWords(words, limit, { name, says }) {
    this.frames.soon("words", () => {
      this.invite(words === 0)
      this.write(this.words, `${words} of ${limit} words${says && ` · ${says}`}`)
      this.words.dataset.state = name
    })
  }

  /** Only while nothing is written: the browser looks at a placeholder again at every key. */
  invite(empty) {
    if (empty === this.area.hasAttribute("placeholder")) return
    if (empty) this.area.placeholder = INVITATION
    else this.area.removeAttribute("placeholder")
  }

  showParts({ introduction, body, conclusion }) {
    const text = `Introduction ${introduction} · body ${body} · conclusion ${conclusion}`
    this.frames.soon("gauge", () => this.write(this.gauge, text))
  }

  showState(state) {
    const draw = () => this.drawState(state)
    if (ROUTINE.has(state.name)) this.frames.soon("state", draw)
    else this.frames.now("state", draw)
  }

  drawState({ name, message, kept, at }) {
    if (name === "saving" && this.save.dataset.state === name) return
    const text = STATES[name]({
      where: kept ? "kept in this browser" : "not kept anywhere yet",
      kept,
      message,
      at,
    })
    if (name !== this.save.dataset.state && ["offline", "failing"].includes(name)) {
      this.say(text)
    }
    this.write(this.save, text)
    this.save.dataset.state = name
  }

  showClock(face) {
    this.frames.soon("clock", () => this.drawClock(face))
  }

  drawClock({ text, label, stage, share }) {
    this.write(this.clock, text)
    this.write(this.stage, stage)
    if (this.clock.getAttribute("aria-label") !== label) this.clock.setAttribute("aria-label", label)
    this.pacing.hidden = share === null
    const width = `${((share ?? 0) * 100).toFixed(1)}%`
    if (this.needle.style.width !== width) this.needle.style.width = width
  }

  showPause(paused) {
    this.write(this.pause, paused ? "Go on" : "Pause")
  }

  ask(question) {
    if (!question && this.confirm.hidden) return
    this.write(this.confirmText, question)
    this.confirm.hidden = !question
    if (question) this.keepWriting.focus()
  }

  /** The lines of the paper scroll along; they lie behind, so that no key draws them again. */
  moveRules() {
    const line = parseFloat(getComputedStyle(this.area).lineHeight)
    this.rules.style.transform = `translateY(${-(this.area.scrollTop % line)}px)`
  }

  /** Tell screen readers; the page shows it elsewhere. */
  say(text, urgent = false) {
    this.write(urgent ? this.urgent : this.polite, text)
  }

  write(element, text) {
    if (element.textContent !== text) element.textContent = text
  }
}
