"""Search, side by side with its peers: ``python -m tests.benchmarks.search [--documents N] [DIR]``."""
