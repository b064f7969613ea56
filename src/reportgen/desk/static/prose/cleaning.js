// Characters that come with what is pasted and are no part of the text; each kind is counted, so that it can be said.

const HAN = "\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’";
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]|[\u0000-\u0008\u000e-\u001f\u007f]/g;
const BESIDE_HAN = new RegExp(`(?<=[${HAN}])[\\u00a0\\u2007\\u202f]+|[\\u00a0\\u2007\\u202f]+(?=[${HAN}])`, "gu");
const UNBROKEN = /[\u00a0\u2007\u202f]/g;
const WIDE = /[０-９Ａ-Ｚａ-ｚ]|(?<=[\d０-９])(?:．(?=[\d０-９])|[％﹪]|，(?=[\d０-９]{3}(?![\d０-９])))/g;
const FIGURE = "[-+约近超]?\\d[\\d,]*(?:\\.\\d+)?\\s*(?:[%‰]|个百分点|[十百千万亿]*(?:多|余)?\\p{Script=Han}{0,2})?";
const QUOTED = new RegExp(`[“"‘'](${FIGURE})[”"’']`, "gu");
const HALF = { "．": ".", "％": "%", "﹪": "%", "，": "," };

/** A text without them; `counts` is added to: unseen, blanks, wide, quotes. */
export function cleaned(text, counts) {
  const drop = (words, pattern, kind, instead) =>
    words.replace(pattern, (...match) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      return typeof instead === "function" ? instead(...match) : instead;
    });
  let words = drop(text, UNSEEN, "unseen", "");
  counts.blanks = (counts.blanks ?? 0) + (words.match(UNBROKEN) ?? []).length;
  words = words.replace(BESIDE_HAN, "").replace(UNBROKEN, " ");
  words = drop(words, WIDE, "wide", sign => HALF[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return drop(words, QUOTED, "quotes", (_, figure) => figure);
}
