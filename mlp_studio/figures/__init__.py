"""Figures for papers, a report to hand in, and interactive pages that need only a browser."""
