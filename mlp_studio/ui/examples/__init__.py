"""The Examples tab: what a network is to learn from, looked at closely."""
