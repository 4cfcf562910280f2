// The word rule of the whole product: a word is a run between white space that
// holds a letter or a digit. Tested on tests/word_vectors.json with the scorer.

import { commonEnds } from "./splicing.js"

// What Python calls white space; JavaScript's \s differs in six characters.
const BLANKS =
  /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const LIST_ITEM = /^\s*(?:[-*•]|\d{1,2}[.)])\s/

export function countWords(text) {
  return text.split(BLANKS).filter((run) => LETTER_OR_DIGIT.test(run)).length
}

/** How full an answer is: a name for colours and a sentence for people. */
export function lengthState(words, limit) {
  const share = words / limit
  if (share >= 1.1) return { name: "over", says: `${words - limit} words over the limit` }
  if (share >= 1) return { name: "full", says: "at the word limit" }
  if (share >= 0.9) return { name: "near", says: `${limit - words} words left` }
  return { name: "under", says: "" }
}

export function isFarUnder(words, limit) {
  return words < limit * 0.6
}

/** Counts a text that changes a little at a time: only around the change. */
export class WordCounter {
  constructor() {
    this.text = ""
    this.words = 0
  }

  count(text) {
    const { head, tail } = commonEnds(this.text, text)
    // Out to the blanks on both sides, for half a word is not a word.
    let from = head
    while (from > 0 && !BLANKS.test(text[from - 1])) from--
    let rest = tail
    while (rest > 0 && !BLANKS.test(text[text.length - rest])) rest--
    const within = (whole) => countWords(whole.slice(from, whole.length - rest))
    this.words += within(text) - within(this.text)
    this.text = text
    return this.words
  }
}

/** Words of the whole, and of its first paragraph, middle and last paragraph. */
export class StructureCounter {
  constructor() {
    this.whole = new WordCounter()
    this.first = new WordCounter()
    this.last = new WordCounter()
  }

  count(text) {
    const words = this.whole.count(text)
    const first = nextParagraph(text, 0)
    const last = lastParagraph(text, first.end)
    const introduction = this.first.count(text.slice(first.start, first.end))
    const conclusion = this.last.count(text.slice(last.start, last.end))
    return { words, introduction, body: words - introduction - conclusion, conclusion }
  }
}

/** Where the next line with a word in it lies. */
function nextParagraph(text, at) {
  let start = at
  while (start < text.length) {
    const stop = text.indexOf("\n", start)
    const end = stop < 0 ? text.length : stop
    if (LETTER_OR_DIGIT.test(text.slice(start, end))) return { start, end }
    start = end + 1
  }
  return { start: text.length, end: text.length }
}

/** Where the conclusion lies: the last line with a word, if the body has one too and it is no list. */
function lastParagraph(text, from) {
  const none = { start: text.length, end: text.length }
  let end = text.length
  while (end > from) {
    const start = text.lastIndexOf("\n", end - 1) + 1
    const line = text.slice(start, end)
    if (LETTER_OR_DIGIT.test(line)) {
      const hasBody = nextParagraph(text, from).start < start
      return hasBody && !LIST_ITEM.test(line) ? { start, end } : none
    }
    end = start - 1
  }
  return none
}
