"""Builds the package for Windows on Linux: see docs/Windows.md."""
