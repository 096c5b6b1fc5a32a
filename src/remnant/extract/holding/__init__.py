"""Possession, transfer and production of weapons."""
