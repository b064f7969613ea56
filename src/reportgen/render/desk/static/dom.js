// Elements made and found. Words go in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export function byId(id) {
  return document.getElementById(id);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}

// `onclick` and the like are listeners; null, false and undefined are left out.
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

export function show(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
}

const spoken = JSON.parse(byId("words").textContent);

// A word of the page; {names} in it are filled in.
export function say(name, values = {}) {
  return spoken[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

export const desk = JSON.parse(byId("data").textContent);

// Told in the foot of the page, and read aloud.
export function tell(words) {
  byId("told").textContent = words;
}
