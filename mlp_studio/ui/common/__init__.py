"""Small widgets which several panels use."""
