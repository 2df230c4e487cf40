"""The commands of `sanmaek`, a file a group."""
