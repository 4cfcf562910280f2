// What Streamlit calls at every mount, and again whenever the data or theme change.

import { Editor } from "./editor.js"

// Outlives the module, should Streamlit ever evaluate it twice.
const editors = (globalThis[Symbol.for("mains-practice.editors")] ??= new Map())

export default function mount(component) {
  const { data, parentElement } = component
  const host = parentElement.querySelector(".ed-host")
  if (!editors.has(data.draft)) editors.set(data.draft, new Editor(data))
  const editor = editors.get(data.draft)
  editor.attach(host, component)
  return () => editor.detach(host)
}
