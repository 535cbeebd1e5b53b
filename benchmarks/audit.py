"""How long an audit of one year takes, as a ratio to a cold build, measured in one run.

    python benchmarks/audit.py [--repeat 3]

Both make HTML and PDF. Everything happens in a temporary copy of the project.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from build import YEAR, Meter, copy_project

GOAL = 1.3


def measure(folder: Path) -> tuple[float, float]:
    """Seconds of a cold build and of an audit of what it published."""
    meter = Meter(folder)
    copy_project(folder)
    lkjip = (sys.executable, "-m", "lkjip")
    build = meter.run("build", *lkjip, "build", YEAR, "--engine", "builtin", "--to", "html,pdf")
    return build, meter.run("audit", *lkjip, "audit", YEAR)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    rounds = []
    for _ in range(parser.parse_args().repeat):
        with tempfile.TemporaryDirectory() as name:
            rounds.append(measure(Path(name)))
    build, audit = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(audit / build for build, audit in rounds)
    print(f"cold build {build:.2f} s, audit {audit:.2f} s (medians of {len(rounds)} rounds)")
    print(f"audit {ratio:.3f} of a cold build (goal: at most {GOAL})")
    sys.exit(0 if ratio <= GOAL else 1)


if __name__ == "__main__":
    main()
