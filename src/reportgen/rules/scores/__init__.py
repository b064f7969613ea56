"""Points, weights, scores and grades."""
