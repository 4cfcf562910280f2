// The difference between two texts as one splice. Offsets are code points,
// because Python counts those and JavaScript counts UTF-16 units.

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff

export function codePoints(text) {
  let pairs = 0
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) pairs++
  }
  return text.length - pairs
}

export function spliceBetween(before, after) {
  const { head, tail } = commonEnds(before, after)
  const deleted = before.slice(head, before.length - tail)
  const inserted = after.slice(head, after.length - tail)
  return {
    at: codePoints(before.slice(0, head)),
    del: codePoints(deleted),
    ins: inserted,
    len: codePoints(after),
    base_len: codePoints(before),
  }
}

/** How many units two texts share at their beginnings and at their ends. */
export function commonEnds(before, after) {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  if (head && isHigh(before.charCodeAt(head - 1))) head--
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  if (tail && isLow(before.charCodeAt(before.length - tail))) tail--
  return { head, tail }
}
