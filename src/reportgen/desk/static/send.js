// Requests of the page to its own server, and how its answers are read.

const token = document.querySelector("meta[name=token]").content;

/** What is said where the program does not answer. */
export const gone = document.querySelector("meta[name=gone]").content;

/** What the program will not do: `message` is its own words, `answer` all that it has said. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer.problem || String(status));
    this.status = status;
    this.answer = answer;
  }
}

/** The program has not answered. */
class Unanswered extends Error {
  constructor() {
    super(gone);
  }
}

async function answered(address, values, { headers, ...how } = {}) {
  const query = String(new URLSearchParams(values));
  const own = { ...how, headers: { ...headers, "X-Reportgen-Token": token } };
  const response = await fetch(query ? `${address}?${query}` : address, own).catch(() => { throw new Unanswered(); });
  if (response.ok) return response;
  throw new Refused(response.status, await response.json().catch(() => ({})));
}

// ---- Each raises Refused or Unanswered; `values` stand in the address. ----

/** The answer of the program, which is JSON. */
export async function ask(address, values = {}) {
  return (await answered(address, values)).json();
}

/** A part of a page, or a drawing, as text: what the program makes of its own templates, which escape. */
export async function part(address, values = {}) {
  return (await answered(address, values)).text();
}

/** Sends a JSON value, or a FormData as a form sends it; the answer is JSON. */
export async function send(address, values = {}, body = {}) {
  const how = body instanceof FormData ? { body } : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  return (await answered(address, values, { method: "POST", ...how })).json();
}

/** Sends files by the names of their fields. */
export function upload(address, values, files) {
  const form = new FormData();
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return send(address, values, form);
}

/** Follow what an action has led to: a job, or a page. */
export function follow(answer) {
  if (answer.job) location.assign(`/jobs/${answer.job}`);
  else if (answer.go) location.assign(answer.go);
}
