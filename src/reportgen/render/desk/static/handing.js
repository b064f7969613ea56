// What was decided and remarked, handed out and taken in as a file.

import { make, say, tell } from "./dom.js";
import { exportName, exported, imported } from "./store.js";
import { redraw } from "./lists.js";

export function handOut() {
  const address = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  const link = make("a", { href: address, download: exportName() });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  tell(say("exported", { file: exportName() }));
}

export async function importFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const taken = imported(await file.text());
  event.target.value = "";
  redraw();
  if (!taken) return tell(say("not-ours"));
  tell(say("taken", taken) + (taken.same ? "" : ` ${say("other-version", { file: taken.file })}`));
}
