"""What the rules see of English: words, the grammar between them, and tables of verbs and nouns."""
