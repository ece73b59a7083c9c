"""What the layers make of the data."""
