"""The nouns: frozen values and enumerations, without input or output."""
