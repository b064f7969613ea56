"""A draft goes round and comes home: the names of its lines, what is remarked on them, and where that belongs."""
