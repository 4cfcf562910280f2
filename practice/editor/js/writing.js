// The text area: what is typed, composed, pasted, marked, and merged in from elsewhere.

import { marks } from "./marks.js"
import { findHunks, splitTokens } from "./merging.js"
import { countWords } from "./words.js"

const MARK_KEYS = {
  Digit6: "diagram",
  Digit7: "number",
  Digit8: "bullet",
  Digit9: "heading",
}

export class Writing {
  /** `told` offers typed(), pasted(words, allowed) and submit(). */
  constructor(area, told) {
    Object.assign(this, { area, told })
    this.blockPaste = false
    this.composedOver = null
    this.waiting = []
    this.own = []
    this.listen()
  }

  /** The text, without a half-composed word. */
  text() {
    return this.composedOver ?? this.area.value
  }

  /** Resolves as soon as no word is being composed. */
  quiet() {
    if (this.composedOver === null) return Promise.resolve()
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** Change the text from outside; caret, selection and scroll stay with their words. */
  show(text) {
    const { area } = this
    const scroll = area.scrollTop
    const tokens = splitTokens(area.value)
    const starts = offsets(tokens)
    for (const { start, end, tokens: fresh } of findHunks(tokens, splitTokens(text)).reverse()) {
      area.setRangeText(fresh.join(""), starts[start], starts[end], "preserve")
    }
    area.scrollTop = scroll
  }

  /** Apply a mark, so that Ctrl+Z takes it back. */
  mark(change) {
    const { area } = this
    if (!change || area.readOnly) return
    area.focus()
    area.setSelectionRange(change.from, change.to)
    // The only way in that keeps the undo history.
    const typed = document.execCommand(change.text ? "insertText" : "delete", false, change.text)
    if (!typed) {
      area.setRangeText(change.text, change.from, change.to, "end")
      this.told.typed()
    }
    area.setSelectionRange(...change.caret)
  }

  apply(name) {
    const { value, selectionStart, selectionEnd } = this.area
    this.mark(marks[name](value, selectionStart, selectionEnd))
  }

  listen() {
    const on = (name, handler) => this.area.addEventListener(name, handler)
    on("input", () => this.composedOver === null && this.told.typed())
    on("compositionstart", () => (this.composedOver = this.area.value))
    on("compositionend", () => this.composed())
    on("keydown", (event) => this.pressed(event))
    on("paste", (event) => this.brought(event, event.clipboardData))
    on("drop", (event) => this.brought(event, event.dataTransfer))
    for (const name of ["copy", "cut"]) on(name, () => this.own.push(this.selected()))
    on("dragstart", () => this.own.push(this.selected()))
  }

  composed() {
    this.composedOver = null
    this.told.typed()
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  pressed(event) {
    if (event.isComposing) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key === "Enter") {
      this.taken(event, () => this.told.submit())
    } else if (command && !event.shiftKey && !event.altKey && event.code === "KeyB") {
      this.taken(event, () => this.apply("term"))
    } else if (command && event.shiftKey && MARK_KEYS[event.code]) {
      this.taken(event, () => this.apply(MARK_KEYS[event.code]))
    }
  }

  taken(event, action) {
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  brought(event, data) {
    const text = (data?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n")
    if (!text || this.own.includes(text)) return
    const allowed = !this.blockPaste || this.text().includes(text)
    if (!allowed) event.preventDefault()
    this.told.pasted(countWords(text), allowed)
  }

  selected() {
    const { value, selectionStart, selectionEnd } = this.area
    return value.slice(selectionStart, selectionEnd)
  }
}

function offsets(tokens) {
  const starts = [0]
  for (const token of tokens) starts.push(starts.at(-1) + token.length)
  return starts
}
