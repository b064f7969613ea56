"""Words, punctuation and the forms of dates and citations."""
