from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.publish import recover, replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_report_replaces_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "output" / "2022"
    target.mkdir(parents=True)
    (target / "lama.txt").write_text("lama", "utf-8")
    with replacing(target) as stage:
        (stage / "baru.txt").write_text("baru", "utf-8")
        assert names(target) == ["lama.txt"]
    assert names(target) == ["baru.txt"]
    assert names(target.parent) == ["2022"]


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failed_build_leaves_the_old_report(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "2022"
    target.mkdir()
    (target / "lama.txt").write_text("lama", "utf-8")
    with pytest.raises(failure), replacing(target) as stage:
        (stage / "setengah.txt").touch()
        raise failure
    assert names(target) == ["lama.txt"]
    assert names(tmp_path) == ["2022"]


def test_a_build_killed_between_two_renames_is_mended(tmp_path: Path) -> None:
    old = tmp_path / ".2022.old"
    old.mkdir()
    (old / "lama.txt").touch()
    (tmp_path / ".2022.new-abc").mkdir()
    recover(tmp_path / "2022")
    assert names(tmp_path) == ["2022"]
    assert names(tmp_path / "2022") == ["lama.txt"]
