"""Acquire: files, folders and addresses become preserved originals."""

from remnant.acquire.journal import Journal
from remnant.acquire.vault import Problem, Vault

__all__ = ["Journal", "Problem", "Vault"]
