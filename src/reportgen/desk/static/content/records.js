// The kinds of widgets that the desk has.
