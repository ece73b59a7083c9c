"""Kept training runs: the table, comparing, going back, and the queue."""
