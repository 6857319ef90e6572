"""The same region through other generators, beside us: ``python -m bench.peers --events 1000 --runs 5``."""
