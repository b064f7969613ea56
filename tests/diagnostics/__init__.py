"""What is found, in every form in which it leaves the program."""
