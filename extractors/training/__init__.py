"""What the learned parts are trained by: `python -m extractors.training`, or `make train`."""
