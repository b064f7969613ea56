// The words of the screen for prose, from the page: <script type="application/json" id="prose-words">.

import { byId, speaker } from "/static/page.js";

/** A word or a sentence by its name; what stands in {…} is put in. */
export const wordsOf = speaker(byId("prose-words"));
