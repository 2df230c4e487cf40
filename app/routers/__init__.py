"""One file a group of endpoints; each has a `router`."""
