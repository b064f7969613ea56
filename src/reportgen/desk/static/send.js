// Requests of the page to its own server, and how it is told that the server has ended.

const token = document.querySelector("meta[name=token]").content;

/** POST a JSON value or a FormData; the answer as JSON. Throws Error with the server's own words. */
export async function post(address, body = {}) {
  const headers = { "X-Reportgen-Token": token };
  const isForm = body instanceof FormData;
  if (!isForm) headers["Content-Type"] = "application/json";
  const answer = await fetch(address, { method: "POST", headers, body: isForm ? body : JSON.stringify(body) });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.problem || `${answer.status}`);
  return said;
}

/** A server-made part of a page as text. Throws Error where there is none. */
export async function part(address) {
  const answer = await fetch(address, { headers: { "X-Reportgen-Token": token } });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).problem || `${answer.status}`);
  return answer.text();
}

/** Follow what an action has led to: a job, or a page. */
export function follow(answer) {
  if (answer.job) location.assign(`/jobs/${answer.job}`);
  else if (answer.go) location.assign(answer.go);
}

/** Listen to the stream that tells that this page is open: `told` is called by the names of its events. */
export function listen(told, files = [], gone = () => {}) {
  const query = files.map((file) => `file=${encodeURIComponent(file)}`).join("&");
  const stream = new EventSource(`/events${query ? `?${query}` : ""}`);
  let missed = 0;
  stream.addEventListener("open", () => { missed = 0; });
  stream.addEventListener("error", () => { if (++missed === 3) gone(); });
  for (const [name, act] of Object.entries(told)) {
    stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  }
  window.addEventListener("pagehide", () => stream.close());
  return stream;
}
