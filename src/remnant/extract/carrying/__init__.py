"""What a passage takes from the text around it."""
