"""How fast the library is beside what a user would pick instead, and how its cost grows; run by hand.

``python -m tests.benchmarks`` measures it side by side, ``python -m tests.benchmarks.growth`` as the work grows.
"""
