// The first letters of the pinyin of hanzi, by the order in which the browser sorts them: 支付率 is zfl.

const FIRSTS = "阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥仨他穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";
const order = new Intl.Collator("zh-CN-u-co-pinyin");
const known = new Map();

function initial(sign) {
  if (!/\p{Script=Han}/u.test(sign)) return sign.toLowerCase();
  let at = FIRSTS.length - 1;
  while (at > 0 && order.compare(sign, FIRSTS[at]) < 0) at -= 1;
  return LETTERS[at];
}

export function initials(words) {
  if (!known.has(words)) known.set(words, [...words].map(initial).join(""));
  return known.get(words);
}
