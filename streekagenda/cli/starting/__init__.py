"""What ``new`` is made of: questions, one at a time, whose answers become a commented file."""
