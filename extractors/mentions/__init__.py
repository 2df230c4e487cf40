"""Mentions: one file a kind. `find_mentions` is the way in."""
