"""Commands of the program as jobs: the very command, run as a process of its own, with its report on the screen."""
