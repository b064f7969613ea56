"""One content file on the screen: its fields as a form, what is wrong beside them, its pages."""
