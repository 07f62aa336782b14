"""A constructed partnership that rated itself three years running: who they are, what they said, what they wrote."""
