"""Where examples come from: generators, loaders, splits and scaling."""
