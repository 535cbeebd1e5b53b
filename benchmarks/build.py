"""How fast and how lean a build is, as ratios measured side by side in one run.

    python benchmarks/build.py [--repeat 3]

The baseline is what one would do without lkjip: papermill's own command line over the same
notebooks one after the other, and then the renderer. Seconds depend on the machine; the ratios
are what issue 2 sets goals for. Everything happens in a temporary copy of the project.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
YEAR = "2022"
GOALS = {"cold": 0.7, "narrative changed": 0.15, "nothing changed": 0.05}
PEAK_GOAL_MB = 500


@dataclass
class Meter:
    """Runs commands, and notes how long they took and the most memory one process used."""

    folder: Path
    peak: dict[str, int] = field(default_factory=dict)

    def run(self, label: str, *command: str) -> float:
        start = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, cwd=self.folder, stdout=said, stderr=said)
            watcher = threading.Thread(target=self._watch, args=(label, process))
            watcher.start()
            code = process.wait()
            seconds = time.perf_counter() - start
            watcher.join()
            if code != 0:
                said.seek(0)
                print(said.read().decode("utf-8", "replace"), file=sys.stderr)
                raise SystemExit(f"{' '.join(command)} ended with {code}")
        return seconds

    def _watch(self, label: str, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            try:
                root = psutil.Process(process.pid)
                sizes = [each.memory_info().rss for each in (root, *root.children(recursive=True))]
            except psutil.Error:
                sizes = []
            self.peak[label] = max([self.peak.get(label, 0), *sizes])
            time.sleep(0.02)


def copy_project(target: Path) -> None:
    for name in ("_quarto.yml", f"_quarto-{YEAR}.yml", "report.qmd"):
        shutil.copy2(ROOT / name, target / name)
    for name in ("notebooks", "data", "narasi", "_extensions"):
        shutil.copytree(ROOT / name, target / name)


def measure(meter: Meter, jobs: int) -> dict[str, float]:
    """One round: seconds of each kind of build."""
    folder = meter.folder
    build = (
        sys.executable,
        "-m",
        "lkjip",
        "build",
        YEAR,
        "--engine",
        "builtin",
        "--jobs",
        str(jobs),
    )

    def clear(*names: str) -> None:
        for name in names:
            shutil.rmtree(folder / name, ignore_errors=True)

    clear("_build", "output")
    seconds = {"cold": meter.run("cold", *build)}
    seconds["nothing changed"] = meter.run("nothing changed", *build)
    narrative = folder / "narasi" / "bab-1-pendahuluan.qmd"
    narrative.write_text(narrative.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    seconds["narrative changed"] = meter.run("narrative changed", *build)
    clear("output")
    seconds["renderer"] = meter.run("renderer", *build)
    scratch = folder / "_papermill"
    scratch.mkdir(exist_ok=True)
    seconds["papermill, one after the other"] = sum(
        meter.run("papermill", *papermill(path, scratch / path.name))
        for path in sorted((folder / "notebooks").glob("*.ipynb"))
    )
    return seconds


def papermill(source: Path, target: Path) -> tuple[str, ...]:
    return (
        *(
            sys.executable,
            "-m",
            "papermill",
            str(source),
            str(target),
            "--cwd",
            str(source.parents[1]),
        ),
        *("-p", "fiscal_year", YEAR, "-p", "data_dir", "data"),
        *("--kernel", "python3", "--language", "python", "--no-progress-bar"),
    )


def report(rounds: list[dict[str, float]], peak: dict[str, int]) -> bool:
    """Print medians and ratios; say whether all goals were reached."""
    seconds = {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}
    baseline = seconds["papermill, one after the other"] + seconds["renderer"]
    print(f"median of {len(rounds)} rounds on {os.cpu_count()} cores")
    for key, value in seconds.items():
        print(f"  {key:<32}{value:7.2f} s")
    print(f"  {'baseline (papermill + renderer)':<32}{baseline:7.2f} s")
    ratios: dict[str, tuple[float, str]] = {
        "cold": (seconds["cold"] / baseline, "of the baseline"),
        "narrative changed": (seconds["narrative changed"] / seconds["cold"], "of a cold build"),
        "nothing changed": (seconds["nothing changed"] / seconds["cold"], "of a cold build"),
    }
    met = True
    for key, (ratio, unit) in ratios.items():
        met &= ratio <= GOALS[key]
        print(f"  {key:<22}{ratio:7.3f} {unit} (goal: at most {GOALS[key]})")
    most = max(peak[key] for key in GOALS) / 1_000_000
    met &= most <= PEAK_GOAL_MB
    print(f"  largest process       {most:7.0f} MB (goal: at most {PEAK_GOAL_MB})")
    return met


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        meter = Meter(Path(name))
        copy_project(meter.folder)
        rounds = [measure(meter, options.jobs) for _ in range(options.repeat)]
        met = report(rounds, meter.peak)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
