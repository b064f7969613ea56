"""Every number in Chinese prose: where it stands, what it states, what it is called."""

from reportgen.numbers.reader import Stated, read_bare_number, read_numbers, read_quantity

__all__ = ["Stated", "read_bare_number", "read_numbers", "read_quantity"]
