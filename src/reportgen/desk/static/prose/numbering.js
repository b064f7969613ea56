// The automatic numbers of headings and items (compose/numbering.py): 一、（一）1.（1）①.

const DIGITS = "零一二三四五六七八九";
const DEEPEST_ITEM = 5;

function hanzi(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (!tens || number > 99) return tens ? String(number) : DIGITS[ones];
  return `${tens > 1 ? DIGITS[tens] : ""}十${ones ? DIGITS[ones] : ""}`;
}

function label(level, number) {
  if (level === 1) return `${hanzi(number)}、`;
  if (level === 2) return `（${hanzi(number)}）`;
  if (level === 3) return `${number}.`;
  if (level === 4) return `（${number}）`;
  return number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `${number}）`;
}

/** The label of each line that is a heading or an item, by its index; `level` is that of `# `, `before` how many
 *  of that level stand above the text. Without a level nothing has a number yet. */
export function labelsOf(lines, level, before = 0) {
  let counts = new Map([[level, before]]);
  let below = level;
  const labels = new Map();
  const next = own => {
    const number = (counts.get(own) ?? 0) + 1;
    counts = new Map([...[...counts].filter(([outer]) => outer < own), [own, number]]);
    return label(own, number);
  };
  lines.forEach((line, index) => {
    if (!level) labels.set(index, line.kind === "item" ? "·" : "");
    else if (line.kind === "heading") {
      const own = Math.min(level + line.depth - 1, Math.max(level, DEEPEST_ITEM));
      labels.set(index, next(own));
      below = own + 1;
    } else if (line.kind === "item") {
      labels.set(index, next(Math.min(below + line.nesting, Math.max(below, DEEPEST_ITEM))));
    }
  });
  return labels;
}
