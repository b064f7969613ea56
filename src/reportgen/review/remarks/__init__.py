"""What people have marked and changed in a copy that came back, at the lines that were sent out."""
