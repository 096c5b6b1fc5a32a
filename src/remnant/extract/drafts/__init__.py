"""Propositions before they become claims, and which names fill them."""
