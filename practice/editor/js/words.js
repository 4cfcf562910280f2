// The word rule of the whole product: a word is a run between white space that
// holds a letter or a digit. Tested on tests/word_vectors.json with the scorer.

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

/** Words of the first paragraph, the middle and the last paragraph. */
export function structureOf(text) {
  const paragraphs = text.split(/\n+/).filter((line) => countWords(line) > 0)
  const last = paragraphs.length > 2 && !LIST_ITEM.test(paragraphs.at(-1)) ? -1 : paragraphs.length
  const count = (from, to) => countWords(paragraphs.slice(from, to).join("\n"))
  return {
    introduction: count(0, 1),
    body: count(1, last),
    conclusion: last === -1 ? count(-1) : 0,
  }
}
