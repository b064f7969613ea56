"""What the engineer must mend before there is a package."""


class Refusal(Exception):
    """The package cannot be built; the message says why, in the engineer's words."""
