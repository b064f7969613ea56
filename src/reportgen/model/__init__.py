"""What is said, without looks and without input or output: values, facts, content, the document."""
