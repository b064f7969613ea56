// Exact decimals: a whole number, and how many of its digits stand behind the point. Money is never a float.

const NUMBER = /^([-−]?)(\d{1,24})(?:\.(\d{0,16}))?$/;

// "78.40" → { digits: 7840n, places: 2 }; null for what is no plain number.
export function decimal(text) {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, sign, whole, rest = ""] = found;
  const digits = BigInt(whole + rest);
  return { digits: sign ? -digits : digits, places: rest.length };
}

function brought(number, places) {
  return number.digits * 10n ** BigInt(places - number.places);
}

export function plus(first, second) {
  const places = Math.max(first.places, second.places);
  return { digits: brought(first, places) + brought(second, places), places };
}

export function minus(first, second) {
  return plus(first, { digits: -second.digits, places: second.places });
}

// A number times ten to a power, exactly: shifted(3.2, 4) is 32000, shifted(3.2, -4) is 0.00032.
export function shifted(number, power) {
  const places = number.places - power;
  return places >= 0 ? { digits: number.digits, places } : { digits: number.digits * 10n ** BigInt(-places), places: 0 };
}

// part ÷ whole to some places, half away from zero: the one rounding of the program. null where the whole is nought.
function ratio(part, whole, places) {
  if (!whole.digits) return null;
  const power = Math.max(part.places, whole.places);
  const above = brought(part, power) * 10n ** BigInt(places);
  const below = brought(whole, power);
  const sign = above < 0n === below < 0n ? 1n : -1n;
  const [most, least] = [above < 0n ? -above : above, below < 0n ? -below : below];
  return { digits: sign * ((2n * most + least) / (2n * least)), places };
}

export function percent(part, whole, places) {
  return ratio(shifted(part, 2), whole, places);
}

export function written({ digits, places }) {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const sign = digits < 0n ? "-" : "";
  return places ? `${sign}${text.slice(0, -places)}.${text.slice(-places)}` : sign + text;
}

// Without noughts at the end: what a unit converted leaves behind.
export function plain(number) {
  const text = written(number);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
