"""How the pages of a finished document look, held against GB/T 9704-2012; a report may follow a layout of its own."""
