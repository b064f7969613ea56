"""What must not stand in a published document."""
