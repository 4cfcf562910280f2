// Buttons, settings, and what happens to the page as a whole.

export function listenToControls(editor) {
  const { view, writing, ticker } = editor
  const toggle = (name) => editor.use({ ...editor.settings, [name]: !editor.settings[name] })
  view.submit.addEventListener("click", () => editor.submit())
  view.submitAnyway.addEventListener("click", () => editor.submit())
  view.keepWriting.addEventListener("click", () => keepWriting(view))
  view.hideClock.addEventListener("click", () => toggle("clock"))
  view.focus.addEventListener("click", () => toggle("focus"))
  view.examOnly.hidden = editor.data.mode !== "exam"
  view.pause.hidden = editor.data.deadline !== null
  view.pause.addEventListener("click", () => ticker.togglePause())
  for (const button of view.root.querySelectorAll("[data-mark]")) {
    // Before the button takes the focus from the text.
    button.addEventListener("mousedown", (event) => event.preventDefault())
    button.addEventListener("click", () => writing.apply(button.dataset.mark))
  }
  for (const input of view.root.querySelectorAll("[data-setting]")) {
    const value = () => (input.type === "checkbox" ? input.checked : Number(input.value))
    input.addEventListener("input", () =>
      editor.use({ ...editor.settings, [input.dataset.setting]: value() }),
    )
  }
  view.root.addEventListener("keydown", (event) => pressed(editor, event))
  // Streamlit's page looks at every key that reaches it, before the key is painted.
  for (const name of ["keydown", "keypress", "keyup", "beforeinput", "input"]) {
    view.root.addEventListener(name, (event) => event.stopPropagation())
  }
}

function pressed(editor, event) {
  const confirming = !editor.view.confirm.hidden
  if (event.key === "Escape") {
    if (confirming) keepWriting(editor.view)
    else if (editor.settings.focus) editor.use({ ...editor.settings, focus: false })
  } else if (confirming && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    editor.submit()
  }
}

function keepWriting(view) {
  view.ask("")
  view.area.focus()
}

export function listenToPage(saver) {
  const hidden = () => document.visibilityState === "hidden"
  saver.page.view.area.addEventListener("blur", () => saver.flush())
  document.addEventListener("visibilitychange", () =>
    hidden() ? saver.flush({ leaving: true }) : saver.retry(),
  )
  window.addEventListener("pagehide", () => saver.leave())
  window.addEventListener("pageshow", (event) => event.persisted && saver.retry())
  window.addEventListener("focus", () => saver.retry())
  window.addEventListener("online", () => saver.retry())
  window.addEventListener("beforeunload", (event) => {
    if (!saver.unsaved) return
    saver.flush({ leaving: true })
    event.preventDefault()
  })
}
