"""The data panel: source, split, scaling, and how the network is trained."""
