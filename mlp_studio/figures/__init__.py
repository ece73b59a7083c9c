"""Figures for papers and hand-ins: drawn by Matplotlib, with their numbers."""
