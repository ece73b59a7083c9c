"""A drawing or a photo becomes a 28 × 28 image."""
