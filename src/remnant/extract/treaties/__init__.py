"""Membership of treaties, and votes."""
