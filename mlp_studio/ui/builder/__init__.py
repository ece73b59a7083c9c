"""The network builder: the network as columns of neurons, edited with mouse and keyboard."""
