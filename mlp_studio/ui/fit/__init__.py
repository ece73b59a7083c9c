"""Target against prediction for networks that learn values."""
