"""The first page: the content files of the folder with their states, and what can be begun from there."""
