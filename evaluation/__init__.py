"""Measures of accuracy, speed and memory. Each corpus is one command; floors only rise."""
