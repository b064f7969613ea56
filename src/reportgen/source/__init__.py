"""Files that people wrote → nodes: scalars as text, each with its line and column."""
