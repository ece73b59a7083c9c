"""A hand on the mouse: drives the real window as a person would, and looks."""
