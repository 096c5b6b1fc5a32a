"""Speed and memory, as ratios within one run. `python -m evaluation.benchmarks` runs all.

Matrix products run in one thread, as they do in the program. It says so before it loads
them; the bare parser is loaded first here, and would start threads for both otherwise.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
