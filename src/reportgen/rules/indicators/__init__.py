"""How indicators are set: classes, values, names, and how year, mid-term and goals hold together."""
