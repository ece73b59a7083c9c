"""Widgets, one folder a panel."""
