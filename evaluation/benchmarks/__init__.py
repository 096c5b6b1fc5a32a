"""Speed and memory, as ratios within one run. `python -m evaluation.benchmarks` runs all."""
