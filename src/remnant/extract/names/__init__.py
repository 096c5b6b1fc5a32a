"""The names, dates and numbers in a sentence, and what short forms of them stand for."""
