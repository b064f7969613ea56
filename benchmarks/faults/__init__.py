"""What the system may refuse, and when a program may be ended: whatever happens, files stay whole."""
