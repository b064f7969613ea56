// Elements made and found, words said. Words go in as text, never as markup.

export function byId(id) {
  return document.getElementById(id);
}

// `onclick` and the like are listeners; null, false and undefined are left out.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(child => ![null, undefined, false, ""].includes(child)));
  return element;
}

// Words with {names} in them that are filled in.
export function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

// Says words by their names, as a script of the page has them; what stands there under no such name is said by `others`.
export function speaker(script, others = null) {
  const words = JSON.parse(script?.textContent || "{}");
  return (name, values = {}) => (name in words || !others ? filled(words[name], values) : others(name, values));
}

// A word of the page.
export const say = speaker(byId("words"), name => name);

// The first of the names nameOf(1), nameOf(2), … that is not taken.
export function freeName(nameOf, taken) {
  let at = 1;
  while (taken.includes(nameOf(at))) at += 1;
  return nameOf(at);
}

// Told in the foot of the page, and read aloud.
export function tell(words) {
  byId("told").textContent = words;
}
