"""Who says what: acts of speech, quotations, and whom the words for a speaker stand for."""
