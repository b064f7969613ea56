"""The program's speed beside its peers', in one run: `script/bench`, or `benchmarks/run.py` when all is installed."""
