"""Every number in Chinese prose: where it stands, what it states, what it adds up to, and what it is tied to."""

from reportgen.numbers.reader import Stated, read_bare_number, read_numbers, read_quantity
from reportgen.numbers.sums import Sum, candidate_sums

__all__ = ["Stated", "Sum", "candidate_sums", "read_bare_number", "read_numbers", "read_quantity"]
