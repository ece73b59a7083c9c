"""The surface of a function and of the network that learns it."""
