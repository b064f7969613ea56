"""What the tests use to judge artifacts: validators, LibreOffice, and what a page shows."""
