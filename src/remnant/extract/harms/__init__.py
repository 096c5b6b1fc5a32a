"""Harm: who was killed or wounded, and how many."""
