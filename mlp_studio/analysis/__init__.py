"""Numbers about a trained network."""
