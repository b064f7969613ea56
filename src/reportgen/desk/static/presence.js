// That a page is open is told to the program, and to the page what has changed, and that the program has ended.

import { gone } from "/static/send.js";

const ALIVE = 120_000;

/**
 * Listen to the stream that tells that this page is open: `told` is called by the names of its events, and each once when
 * the page is looked at again. A page that nobody looks at holds no stream, for browsers open six at most, and says only
 * now and then that it is there. `ended` is called with the words for a program that has ended.
 */
export function listen(told, files = [], ended = () => {}) {
  const query = files.map((file) => `file=${encodeURIComponent(file)}`).join("&");
  let stream = null;
  let beat = 0;
  let missed = 0;
  function open() {
    clearInterval(beat);
    stream = new EventSource(`/events${query ? `?${query}` : ""}`);
    stream.addEventListener("open", () => { missed = 0; });
    stream.addEventListener("error", () => { if (++missed === 3) ended(gone); });
    for (const [name, act] of Object.entries(told)) {
      stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
    }
  }
  function rest() {
    stream?.close();
    stream = null;
    beat = setInterval(() => fetch("/alive").catch(() => ended(gone)), ALIVE);
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
