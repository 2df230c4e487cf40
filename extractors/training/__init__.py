"""Learning from annotated articles: one file a model gives its examples."""
