"""What recording where numbers come from costs, as a ratio of two cold builds in one run.

    python benchmarks/jejak.py [--repeat 3]

One build uses lkjip as it is, the other a copy of it that records nothing: its numbers are as
exact, but cells, formulas and words leave no nodes, and outputs hold none. Builds alternate, in
temporary copies of the project, so that a busy machine slows down both.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from build import ROOT, YEAR, Meter, copy_project

GOAL = 1.10

# Appended to modules of the copy.
WITHOUT = {
    "jejak/node.py": """
def kumpulkan(nodes): return {}
""",
    "jejak/ikhtisar.py": """
def ikhtisar(index): return {"simpul": {}, "nilai": {}, "tabel": {}, "gambar": {}}
""",
    "jejak/angka.py": """
_TANPA = Daun("x", Node("sel", "x"))
def _pohon(tanda, kiri, kanan): return _TANPA
""",
    "jejak/rumus.py": """
def asal(nilai): return None
def asal_semua(isi): return ()
def sebagai(nilai, nama): return nilai
def sebutan(nilai): return ""
def bernama(hasil, *keterangan): return hasil
def tetap(nilai, *keterangan): return nilai
def dibulatkan(angka, hasil, desimal, cara): return hasil
def kata(hasil, *keterangan): return hasil
def terapkan(rumus, masukan): return rumus(*masukan)
def pilihan(fungsi, isi, hasil): return hasil
""",
    "jejak/teks.py": """
def rangkaian(*bagian): return "".join(str(teks) for teks in bagian)
def turunan(hasil, teks, rumus): return hasil
""",
    "data/frames.py": """
_TANPA = Node("sel", "x")
def _value(row, kolom, berkas):
    value = row[kolom]
    if value is None or isinstance(value, str | date):
        return value
    return Angka.dari(value, _TANPA)
""",
    "data/lacak.py": """
def lacak(instansi, folder): return instansi
""",
}


def copy_package(target: Path, appended: dict[str, str]) -> None:
    """A copy of lkjip, compiled, with lines behind some of its modules."""
    shutil.copytree(ROOT / "lkjip", target / "lkjip", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "_extensions", target / "_extensions")
    for name, lines in appended.items():
        path = target / "lkjip" / name
        path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    compileall.compile_dir(target / "lkjip", quiet=1)


def measure(package: Path, folder: Path) -> float:
    """Seconds of a cold build with a copy of the package."""
    folder.mkdir()
    copy_project(folder)
    os.environ["PYTHONPATH"] = str(package)
    command = (sys.executable, "-m", "lkjip", "build", YEAR, "--engine", "builtin")
    return Meter(folder).run("build", *command, "--to", "html,pdf")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    rounds: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        copy_package(base / "dengan", {})
        copy_package(base / "tanpa", WITHOUT)
        for n in range(parser.parse_args().repeat):
            rounds.append(
                (
                    measure(base / "dengan", base / f"dengan-{n}"),
                    measure(base / "tanpa", base / f"tanpa-{n}"),
                )
            )
        sizes = [
            (base / f"{kind}-0/_build/{YEAR}/nilai.json").stat().st_size
            for kind in ("dengan", "tanpa")
        ]
    recording, plain = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b in rounds)
    print(f"cold build with recording {recording:.2f} s, without {plain:.2f} s")
    print(f"nilai.json {sizes[0] // 1000} kB with, {sizes[1] // 1000} kB without")
    print(f"recording costs a factor of {ratio:.3f} (goal: at most {GOAL})")
    sys.exit(0 if ratio <= GOAL else 1)


if __name__ == "__main__":
    main()
