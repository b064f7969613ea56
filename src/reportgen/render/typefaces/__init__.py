"""The door to fontTools: the unit's own fonts by their names, what no font has, and a font that shows its place."""
