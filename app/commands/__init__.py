"""Commands of `sanmaek` that are larger than a few lines, one file each."""
