"""Tables from files: looked at first, then loaded as the person wants them."""
