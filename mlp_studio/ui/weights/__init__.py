"""The weights of each layer as pictures."""
