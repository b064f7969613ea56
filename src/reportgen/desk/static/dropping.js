// Documents that are dropped on a page, or chosen, are handed in, and what they lead to is followed.

import { follow, send } from "/static/send.js";

export function takeDrops(app, say) {
  const dropped = document.getElementById("dropped");

  async function handIn(files) {
    if (!files.length) return;
    const form = new FormData();
    for (const file of files) form.append("files", file);
    try { follow(await send("/home/drop", {}, form)); } catch (error) { say(error.message); }
  }

  document.getElementById("choose").addEventListener("click", () => dropped.click());
  dropped.addEventListener("change", () => handIn(dropped.files));
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      app.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) app.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    app.classList.remove("over");
    handIn(event.dataTransfer.files);
  });
}
