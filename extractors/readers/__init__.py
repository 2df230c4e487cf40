"""Readers: a page of any kind in, an `Article` out. `read_page` is the way in."""
