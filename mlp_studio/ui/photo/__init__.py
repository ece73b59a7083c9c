"""The photo workspace: every step from a photo to what the network reads."""
