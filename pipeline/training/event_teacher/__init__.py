"""A large network that learns from the marked articles and answers on others, for the small ones to learn from."""
