"""A person's own data through the window: one dialog for each kind of file."""
