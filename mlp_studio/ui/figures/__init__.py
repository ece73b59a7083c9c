"""Exporting figures and the report of a run."""
