// Three-way merge of prose, word by word: practice/merging.py once more.
// Both are tested on tests/merge_vectors.json.

const TOKEN = /[ \t\n]|[^ \t\n]+/g

export function merge(base, ours, theirs) {
  if (ours === theirs || theirs === base) return ours
  if (ours === base) return theirs
  const tokens = splitTokens(base)
  const oursHunks = findHunks(tokens, splitTokens(ours))
  const theirsHunks = findHunks(tokens, splitTokens(theirs))
  return spaced(merged(tokens, oursHunks, theirsHunks)).join("")
}

export function splitTokens(text) {
  return text.match(TOKEN) ?? []
}

export function findHunks(base, other) {
  const hunks = []
  let [i, j] = [0, 0]
  for (const [atBase, atOther] of [...matches(base, other, 0, 0), [base.length, other.length]]) {
    if (atBase > i || atOther > j) {
      hunks.push({ start: i, end: atBase, tokens: other.slice(j, atOther) })
    }
    ;[i, j] = [atBase + 1, atOther + 1]
  }
  return hunks
}

function* matches(a, b, i, j) {
  const head = commonHead(a, b)
  for (let k = 0; k < head; k++) yield [i + k, j + k]
  const tail = commonHead(a.slice(head).reverse(), b.slice(head).reverse())
  const [endA, endB] = [a.length - tail, b.length - tail]
  yield* inner(a.slice(head, endA), b.slice(head, endB), i + head, j + head)
  for (let k = 0; k < tail; k++) yield [i + endA + k, j + endB + k]
}

function* inner(a, b, i, j) {
  const found = a.length && b.length ? anchors(a, b) : []
  if (!found.length) return
  let [doneA, doneB] = [0, 0]
  for (const [atA, atB] of [...found, [a.length, b.length]]) {
    yield* matches(a.slice(doneA, atA), b.slice(doneB, atB), i + doneA, j + doneB)
    if (atA < a.length) yield [i + atA, j + atB]
    ;[doneA, doneB] = [atA + 1, atB + 1]
  }
}

function commonHead(a, b) {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  return head
}

function anchors(a, b) {
  const inA = placesOfUnique(a)
  const inB = placesOfUnique(b)
  const pairs = [...inA].filter(([token]) => inB.has(token)).map(([token, at]) => [at, inB.get(token)])
  return longestRise(pairs)
}

function placesOfUnique(tokens) {
  const places = new Map()
  const repeated = new Set()
  tokens.forEach((token, at) => (places.has(token) ? repeated.add(token) : places.set(token, at)))
  repeated.forEach((token) => places.delete(token))
  return places
}

function longestRise(pairs) {
  const [ends, holders, before] = [[], [], []]
  pairs.forEach(([, j], at) => {
    const pile = bisect(ends, j)
    before.push(pile ? holders[pile - 1] : -1)
    ends[pile] = j
    holders[pile] = at
  })
  const rise = []
  for (let at = holders.at(-1) ?? -1; at >= 0; at = before[at]) rise.push(pairs[at])
  return rise.reverse()
}

function bisect(sorted, value) {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

function* merged(base, ours, theirs) {
  let done = 0
  for (const region of regions(ours, theirs)) {
    yield* base.slice(done, region.start)
    yield* resolved(base, region)
    done = region.end
  }
  yield* base.slice(done)
}

function* regions(ours, theirs) {
  const queue = [...ours.map((hunk) => ({ hunk, side: 0 })), ...theirs.map((hunk) => ({ hunk, side: 1 }))]
  queue.sort((x, y) => x.hunk.start - y.hunk.start || x.hunk.end - y.hunk.end || x.side - y.side)
  let next = 0
  while (next < queue.length) {
    const first = queue[next].hunk
    const region = { start: first.start, end: first.end, sides: [[], []] }
    do {
      const { hunk, side } = queue[next++]
      region.sides[side].push(hunk)
      region.end = Math.max(region.end, hunk.end)
    } while (next < queue.length && meets(queue[next].hunk, region))
    yield region
  }
}

// Two insertions at one place meet; an insertion beside a replacement does not.
function meets(hunk, region) {
  return hunk.start < region.end || (region.start === region.end && hunk.end === region.end)
}

function* resolved(base, region) {
  const [ours, theirs] = region.sides
  if (!theirs.length || JSON.stringify(ours) === JSON.stringify(theirs)) {
    yield* applied(base, region, ours)
  } else if (!ours.length) {
    yield* applied(base, region, theirs)
  } else {
    yield* both(base, region)
  }
}

function* applied(base, { start, end }, hunks) {
  for (const hunk of hunks) {
    yield* base.slice(start, hunk.start)
    yield* hunk.tokens
    start = hunk.end
  }
  yield* base.slice(start, end)
}

function* both(base, { start, end, sides }) {
  for (let at = start; at <= end; at++) {
    for (const hunks of sides) {
      for (const hunk of hunks) if (hunk.start === at) yield* hunk.tokens
    }
    if (at < end && !sides.every((hunks) => deletes(hunks, at))) yield base[at]
  }
}

function deletes(hunks, at) {
  return hunks.some((hunk) => hunk.start <= at && at < hunk.end)
}

function spaced(tokens) {
  const out = []
  let afterWord = false
  for (const token of tokens) {
    const isWord = !" \t\n".includes(token)
    if (isWord && afterWord) out.push(" ")
    out.push(token)
    afterWord = isWord
  }
  return out
}
