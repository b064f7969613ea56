// The words of the screen for prose, from the page: <script type="application/json" id="prose-words">.

let words = null;

/** A word or a sentence by its name; what stands in {…} is put in. */
export function wordsOf(name, values = {}) {
  words ??= JSON.parse(document.getElementById("prose-words").textContent);
  return words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
