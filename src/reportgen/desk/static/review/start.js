// A document is read, which takes a moment; then its page is put together, or it is said why it cannot be.

import { ask } from "/static/send.js";

const app = document.getElementById("app");
const { file } = app.dataset;

function put(id, value) {
  const element = document.createElement("script");
  element.type = "application/json";
  element.id = id;
  element.textContent = JSON.stringify(value);
  document.body.append(element);
}

function refuse(why) {
  document.getElementById("reading").hidden = true;
  document.getElementById("refused").hidden = false;
  document.getElementById("refused-why").textContent = why;
}

function picture(digest, page, scale) {
  return `/review/picture?${new URLSearchParams({ file, digest, page, scale })}`;
}

async function begin() {
  let told;
  try {
    told = await ask("/review/data", { file });
  } catch (problem) {
    return refuse(problem.message);
  }
  const { desk, ...kept } = told;
  const fine = Math.min(3, Math.max(1, devicePixelRatio) * 1.5);
  desk.sheets.forEach((sheet, page) => {
    sheet.picture = picture(desk.digest, page, fine);
    sheet.small = picture(desk.digest, page, 0.2);
  });
  put("data", desk);
  put("kept", kept);
  await import("./main.js");
}

document.getElementById("again").addEventListener("click", () => location.reload());
begin();
