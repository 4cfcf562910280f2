// How the learner likes the editor, kept in this browser.

const KEY = "mains-practice:settings"
const DEFAULTS = {
  clock: true,
  ruled: true,
  gauge: true,
  sound: false,
  focus: false,
  mirror: true,
  blockPaste: false,
  size: 18,
}

export function loadSettings() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") }
  } catch {
    return { ...DEFAULTS }
  }
}

export function keepSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // Then they last as long as the page.
  }
}
