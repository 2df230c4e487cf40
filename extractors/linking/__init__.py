"""Learned links: which candidate facts a weighing of their features takes for true."""
