// Elements made and found, words said, requests sent. Words go in as text, never as markup.

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

const spoken = JSON.parse(byId("words")?.textContent || "{}");

// Words with {names} in them that are filled in.
export function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

// A word of the page.
export function say(name, values = {}) {
  return filled(spoken[name] || name, values);
}

// Told in the foot of the page, and read aloud.
export function tell(words) {
  byId("told").textContent = words;
}

const token = document.querySelector("meta[name=token]").content;

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.problem || "");
    this.status = status;
    this.answer = answer;
  }
}

async function answered(response) {
  const type = response.headers.get("content-type") || "";
  const answer = type.includes("json") ? await response.json() : {};
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

// Raises Refused for what the program will not do, TypeError when it does not answer.
export async function ask(address, values = {}) {
  return answered(await fetch(`${address}?${new URLSearchParams(values)}`, { headers: { "X-Reportgen-Token": token } }));
}

export async function send(address, values, body) {
  const headers = { "X-Reportgen-Token": token, "Content-Type": "application/json" };
  return answered(await fetch(`${address}?${new URLSearchParams(values)}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

// Files, as a form sends them.
export async function upload(address, values, files) {
  const form = new FormData();
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return answered(await fetch(`${address}?${new URLSearchParams(values)}`, { method: "POST", headers: { "X-Reportgen-Token": token }, body: form }));
}
