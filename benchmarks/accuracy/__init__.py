"""How well the checker checks: planted errors that it must find, findings on published reports that must be true."""
