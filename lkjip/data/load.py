"""The data of a fiscal year for notebooks and auditors."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkjip.config import default_year
from lkjip.data.folder import read_year
from lkjip.data.frames import frame
from lkjip.data.instansi import Instansi
from lkjip.data.lacak import lacak
from lkjip.errors import InputError
from lkjip.paths import Project


@dataclass(frozen=True)
class Data:
    """The data of a fiscal year: one frame per CSV file, named like it.

    The columns, units and meanings are in ``lkjip/data/schemas``; types are those of
    `lkjip.data.frames.frame`. Money is whole rupiah. Every value knows the cell of the CSV file
    or the key of ``instansi.yml`` that it stands in, and what is computed of it knows its inputs
    (`lkjip.jejak`).

    Attributes
    ----------
    tahun
        The fiscal year.
    folder
        The folder of the year.
    instansi
        The office, its officials and the settings.
    sasaran, unit, fungsi, indikator, target, realisasi, program, kegiatan, anggaran, \
realisasi_anggaran, alokasi_sasaran, kinerja_program, pegawai, sengketa, pengangguran, \
ketenagakerjaan, transmigrasi, fakta
        The CSV files.
    """

    tahun: int
    folder: Path
    instansi: Instansi
    sasaran: pd.DataFrame
    unit: pd.DataFrame
    fungsi: pd.DataFrame
    indikator: pd.DataFrame
    target: pd.DataFrame
    realisasi: pd.DataFrame
    program: pd.DataFrame
    kegiatan: pd.DataFrame
    anggaran: pd.DataFrame
    realisasi_anggaran: pd.DataFrame
    alokasi_sasaran: pd.DataFrame
    kinerja_program: pd.DataFrame
    pegawai: pd.DataFrame
    sengketa: pd.DataFrame
    pengangguran: pd.DataFrame
    ketenagakerjaan: pd.DataFrame
    transmigrasi: pd.DataFrame
    fakta: pd.DataFrame


def load(data_dir: str | os.PathLike[str] | None = None, year: int | None = None) -> Data:
    """Read the data of a fiscal year.

    Parameters
    ----------
    data_dir
        The folder that holds the folders of the years; by default ``data`` of the project that
        the working folder belongs to; when it belongs to none, that of the notebook that asks, or
        the one that lkjip itself is developed in.
    year
        The fiscal year; by default that of the project's settings.

    Returns
    -------
    Data
        Checked and typed.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files, or when there is no such year.

    Examples
    --------
    >>> data = load("data", 2022)  # doctest: +SKIP
    >>> data.anggaran.pagu.sum()  # doctest: +SKIP
    """
    if data_dir is None or year is None:
        project = _project()
        data_dir = project.data if data_dir is None else data_dir
        year = default_year(project) if year is None else year
    content = read_year(data_dir, year)
    frames = {name: frame(table) for name, table in content.tables.items()}
    instansi = lacak(content.instansi, content.folder)
    # The year in the settings is that of the folder, and knows where it stands.
    return Data(instansi.tahun, content.folder, instansi, **frames)


def _project() -> Project:
    """The project that a notebook means, from whatever folder it was started."""
    notebook = os.environ.get("JPY_SESSION_NAME")  # set by Jupyter: the notebook's path
    problems = []
    for place in (Path.cwd(), *([Path(notebook).parent] if notebook else []), Path(__file__)):
        try:
            return Project.find(place)
        except InputError as error:
            problems.append(error)
    raise problems[0]
