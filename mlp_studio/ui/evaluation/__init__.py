"""How good the network is on each part of its data, and where it fails."""
