"""Sweeps: worker processes, who leads them, and the window's side of it."""
