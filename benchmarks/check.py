"""How long `lkjip check` takes against `frictionless validate` on the same folder.

``python benchmarks/check.py [YEAR] [--runs N]`` runs both commands in turn, each in a process of
its own, and prints the best times and their ratio: at most 1.0 is wanted.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from lkjip.config import default_year
from lkjip.paths import Project


def seconds(command: list[str], folder: str) -> float:
    """Wall-clock time of a command; its findings are no failure."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr.decode(errors="replace"))
    return time.perf_counter() - start


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("year", type=int, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    project = Project.find()
    year = arguments.year or default_year(project)
    package = project.relative(project.data / str(year) / "datapackage.json")
    commands = {
        "lkjip check": [sys.executable, "-m", "lkjip", "check", str(year)],
        "frictionless validate": [sys.executable, "-m", "frictionless", "validate", package],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _run in range(arguments.runs):
        for name, command in commands.items():
            times[name].append(seconds(command, str(project.root)))
    best = {name: min(taken) for name, taken in times.items()}
    for name, taken in best.items():
        print(f"{name:22} {taken:6.2f} s")
    print(f"{'ratio':22} {best['lkjip check'] / best['frictionless validate']:6.2f}")


if __name__ == "__main__":
    main()
