// Small pages at the left, each with how many findings stand on it.

import { desk, make, say } from "./dom.js";
import { currentPage, onTurn, turnTo } from "./pages.js";

const HEAVY = ["fatal", "error", "warning", "doubt", "hint"];
const CLASSES = { fatal: "e", error: "e", warning: "w", doubt: "d", hint: "t" };

function count(index) {
  const here = desk.findings.filter(finding => !finding.accepted && finding.page === index);
  if (!here.length) return null;
  const heaviest = HEAVY.find(kind => here.some(finding => finding.kind === kind));
  return make("i", { class: `n ${CLASSES[heaviest] || "t"}`, title: say("on-page", { count: here.length }) }, String(here.length));
}

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && !target.src) target.src = target.dataset.src;
  },
  { rootMargin: "400px" },
);

function thumb(sheet, index) {
  const picture = make("img", { alt: say("page", { page: index + 1 }), "data-src": sheet.small });
  picture.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
  near.observe(picture);
  return make("button", { type: "button", class: "thumb", onclick: () => turnTo(index) }, picture, make("span", {}, String(index + 1), " ", count(index)));
}

export function thumbnails() {
  const thumbs = desk.sheets.map(thumb);
  const pane = make("nav", { class: "pane thumbs", "aria-label": say("pages") }, ...thumbs);
  const follow = () => {
    thumbs.forEach((each, index) => {
      if (index === currentPage()) each.setAttribute("aria-current", "page");
      else each.removeAttribute("aria-current");
    });
    const at = thumbs[currentPage()];
    if (at && (at.offsetTop < pane.scrollTop || at.offsetTop + at.offsetHeight > pane.scrollTop + pane.clientHeight)) pane.scrollTop = at.offsetTop - pane.clientHeight / 3;
  };
  onTurn(follow);
  requestAnimationFrame(follow);
  return pane;
}
