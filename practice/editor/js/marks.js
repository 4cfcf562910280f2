// The light marks of an answer booklet, as changes to a text and its selection.
// Each returns { from, to, text, caret: [start, end] }: replace [from, to) by text.

const BULLET = /^(\s*)- /
const NUMBER = /^(\s*)(\d{1,2})\. /

export const marks = {
  bullet: (text, start, end) => onLines(text, start, end, BULLET, () => "- "),
  number: (text, start, end) => onLines(text, start, end, NUMBER, (i) => `${i + 1}. `),
  heading,
  term: (text, start, end) => around(text, start, end, "**", "**", "term"),
  diagram: (text, start, end) => around(text, start, end, "[diagram: ", "]", "what it shows"),
}

function onLines(text, start, end, pattern, markFor) {
  const { from, to } = wholeLines(text, start, end)
  const lines = text.slice(from, to).split("\n")
  const marked = lines.every((line) => pattern.test(line))
  const changed = lines.map((line, i) => (marked ? "" : markFor(i)) + unmarked(line)).join("\n")
  const caret = from + changed.length
  return { from, to, text: changed, caret: lines.length > 1 ? [from, caret] : [caret, caret] }
}

function unmarked(line) {
  return line.replace(BULLET, "").replace(NUMBER, "")
}

function heading(text, start, end) {
  const { from, to } = wholeLines(text, start, end)
  const line = text.slice(from, to).trimEnd()
  const changed = line.endsWith(":") ? line.slice(0, -1) : `${line || "Heading"}:`
  const chosen = line ? [from + changed.length, from + changed.length] : [from, from + 7]
  return { from, to, text: changed, caret: chosen }
}

function around(text, start, end, before, after, sample) {
  const chosen = text.slice(start, end)
  const inside = text.slice(start - before.length, start) === before && text.startsWith(after, end)
  if (chosen && inside) {
    const from = start - before.length
    return { from, to: end + after.length, text: chosen, caret: [from, from + chosen.length] }
  }
  const body = chosen || sample
  const at = start + before.length
  return { from: start, to: end, text: before + body + after, caret: [at, at + body.length] }
}

function wholeLines(text, start, end) {
  const stop = text.indexOf("\n", end)
  return { from: lineStart(text, start), to: stop < 0 ? text.length : stop }
}

function lineStart(text, at) {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1
}
