"""Documents on which the rules were not tuned: made into Word, PDF and text, with one error planted at a time."""
