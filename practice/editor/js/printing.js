// A button that prints the page; what the sheet looks like is the style sheet's to say.

export default function printing({ parentElement }) {
  const button = parentElement.querySelector("button")
  button.onclick = () => window.print()
}
