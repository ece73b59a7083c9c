"""The vocabulary: frozen specs, shape rules, templates, events and the NumPy forward pass."""
