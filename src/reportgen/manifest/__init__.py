"""Of what outputs were made: kept beside them, so that what has not changed need not be made again."""
