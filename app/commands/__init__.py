"""Commands of `sanmaek` that have a file of their own."""
