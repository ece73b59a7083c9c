"""The digit lab: draw a digit and have it read."""
