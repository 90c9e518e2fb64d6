"""What a person can do: acts, lists and answers for the window and the command line."""
