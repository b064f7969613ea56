"""Content files and templates as nobody would write them: whatever stands in them, the program answers."""
