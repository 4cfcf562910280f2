// Streamlit takes over what is typed when a field is left, or at Ctrl+Enter. This
// presses Ctrl+Enter at every pause, so that what is said about the text keeps up.

const PAUSE_MS = 700

export default function live({ parentElement }) {
  const page = parentElement.ownerDocument
  let timer
  const commit = (field) => {
    const key = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }
    field.dispatchEvent(new KeyboardEvent("keydown", key))
  }
  const typed = ({ target, isComposing }) => {
    if (!target.matches?.("[class*=st-key-live_] textarea")) return
    clearTimeout(timer)
    if (!isComposing) timer = setTimeout(() => commit(target), PAUSE_MS)
  }
  page.addEventListener("input", typed)
  return () => {
    clearTimeout(timer)
    page.removeEventListener("input", typed)
  }
}
