"""Use: attacks in verbs and nouns, by their effects, and by who is blamed for them."""
