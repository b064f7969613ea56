// The words of a table: they stand in the template, translated.

export function speaker(element) {
  const words = JSON.parse(element.querySelector("script.words").textContent);
  return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}
