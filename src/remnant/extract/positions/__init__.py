"""Positions that somebody takes, and proceedings."""
