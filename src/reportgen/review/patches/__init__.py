"""What becomes of remarks in the content file: edits of it, each believed when the document then prints it."""
