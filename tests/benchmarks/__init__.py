"""Benchmarks: `make bench`. They print figures and pass no judgement."""
