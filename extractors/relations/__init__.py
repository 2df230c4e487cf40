"""Relations: one file a relation. `RELATIONS` lists them in the order in which they run."""
