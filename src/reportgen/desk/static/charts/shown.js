// A chart as it is printed, with what stands below it; grey while it is older than what is typed.

import { file, state } from "/static/edits.js";
import { make } from "/static/page.js";
import { part } from "/static/send.js";
import { whereItStands } from "./placing.js";

export class Shown {
  constructor(charts, index) {
    Object.assign(this, { charts, index, waiting: 0 });
    this.picture = make("div", { class: "chart-drawing", hidden: true });
    this.caption = make("figcaption", {});
    this.why = make("ul", { class: "chart-why", "aria-live": "polite" });
    this.place = make("p", { class: "chart-place" });
    this.element = make("figure", { class: "chart-shown old" }, this.picture, this.caption, this.why, this.place);
  }

  // An edit was made, which `saved` tells the end of.
  old(saved) {
    this.element.classList.add("old");
    this.waiting += 1;
    saved.finally(() => {
      this.waiting -= 1;
      if (!this.waiting) this.charts.soon(); // nothing is told of an edit that has changed nothing
    });
  }

  // Grey no more, where what was told is of the text as it stands.
  fresh() {
    const isNewest = this.digest === state.digest && !this.waiting;
    if (isNewest) this.element.classList.remove("old");
  }

  tell(chart, digest) {
    const { say } = this.charts;
    Object.assign(this, { chart, digest });
    if (chart.state === "drawn") this.draw(chart);
    else {
      this.picture.hidden = true;
      this.fresh();
    }
    const unit = chart.unit ? say("unit-of", { unit: chart.unit }) : "";
    this.caption.replaceChildren(...(chart.state === "drawn" ? [make("span", {}, `${say("figure")}　${chart.name}${unit}`), chart.source && make("span", { class: "meta" }, say("source-of", { source: chart.source }))] : []).filter(Boolean));
    const why = chart.state === "waits" ? [say("waits")] : chart.why;
    this.why.replaceChildren(...why.map(words => make("li", {}, words)));
    this.place.replaceChildren(...whereItStands(this.charts, chart));
  }

  // The former chart stays until the new one is there. It is the program's own drawing, whose words are set in the
  // fonts that print it.
  async draw(chart) {
    if (this.drawing !== chart.drawing) {
      try {
        const svg = await part("/content/chart", { file, field: this.charts.field.path.join("."), at: this.index + 1, of: chart.drawing });
        if (this.chart !== chart) return;
        const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
        this.picture.replaceChildren(document.adoptNode(drawn));
        this.drawing = chart.drawing;
      } catch {
        return; // it is another one by now, or nobody answers: the page says so elsewhere
      }
    }
    this.picture.hidden = false;
    this.fresh();
  }
}
