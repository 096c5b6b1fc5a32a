"""Remnant turns contested reports of armed conflict into a sourced record."""

__version__ = "0.1.0"
