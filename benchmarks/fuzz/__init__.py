"""Files as nobody would write them, of ours and of strangers: whatever stands in them, the program answers."""
