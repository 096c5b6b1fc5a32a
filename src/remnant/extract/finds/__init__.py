"""Remnants: weapons or what is left of them, found, cleared or lying about."""
