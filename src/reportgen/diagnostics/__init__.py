"""What is said to the user about a file: diagnostics, the report that collects them, and its printed forms."""
