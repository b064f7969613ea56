"""`diff`: two files read, their documents paired and compared, and what is made of the comparison."""
