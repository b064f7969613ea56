"""What must stand in a document, in which order, with which numbers."""
