// What can be decided about a finding, and how: on a page that goes round it is said what has become of each.

export const STATES = ["completed", "rejected"];
export const NOTES_FIRST = false; // whether m writes about the finding that is open

// Whether a decision has words beside it.
export function asksReason(state) {
  return state === "rejected";
}
