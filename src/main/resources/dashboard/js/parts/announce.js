/** Tells those who listen to the page, without taking the focus from what they do. */
export function announce(text) {
  document.getElementById('news').textContent = text;
}
