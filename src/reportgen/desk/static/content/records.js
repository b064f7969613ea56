// The kinds of widgets that the desk has; those of single lines stand in widgets.js.

import "/static/cards.js";
