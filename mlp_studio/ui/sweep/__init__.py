"""Sweeps in the window: what is searched, how it goes, and what was found."""
