"""Pages for people, written on the server; nothing in them loads from elsewhere."""
