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

const ALIVE = 120_000;

/**
 * Listen to the stream that tells that this page is open: `told` is called by the names of its events, and each once when
 * the page is looked at again. A page that nobody looks at holds no stream, for browsers open six at most, and says only
 * now and then that it is there.
 */
export function listen(told, files = [], gone = () => {}) {
  const query = files.map((file) => `file=${encodeURIComponent(file)}`).join("&");
  let stream = null;
  let beat = 0;
  let missed = 0;
  function open() {
    clearInterval(beat);
    stream = new EventSource(`/events${query ? `?${query}` : ""}`);
    stream.addEventListener("open", () => { missed = 0; });
    stream.addEventListener("error", () => { if (++missed === 3) gone(); });
    for (const [name, act] of Object.entries(told)) {
      stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
    }
  }
  function rest() {
    stream?.close();
    stream = null;
    beat = setInterval(() => fetch("/alive").catch(gone), ALIVE);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return rest();
    open();
    for (const act of Object.values(told)) act({});
  });
  window.addEventListener("pagehide", () => { clearInterval(beat); stream?.close(); stream = null; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  if (document.hidden) rest();
  else open();
}
