"""Figures that must agree: sums, rates, limits, repetitions."""
