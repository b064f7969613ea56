"""What is done with a content file that is written: documents made, copies sent round, and what comes back of them."""
