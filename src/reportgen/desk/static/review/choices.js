// What a reviewer can decide about a finding; words to the unit may stand beside each.

export const STATES = ["true", "false", "unsure"];
export const NOTES_FIRST = true; // m writes about the finding that is open

export function asksReason() {
  return true;
}
