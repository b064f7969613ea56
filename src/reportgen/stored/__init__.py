"""Objects of a store: what is known of them, their copies in a working folder, and how they are replaced."""
