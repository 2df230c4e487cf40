"""A page of Korean text in, an `Extraction` out. This room knows no RDF and no store."""
