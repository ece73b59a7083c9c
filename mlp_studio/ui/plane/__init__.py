"""Trying a network on inputs in the plane."""
