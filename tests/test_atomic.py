import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.atomic import write_bytes, write_together
from lenet_gui.errors import SaveError


def test_content_appears_with_its_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "file.bin"
    write_bytes(path, b"content")
    assert path.read_bytes() == b"content"
    assert list(path.parent.iterdir()) == [path]


def test_old_content_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old and long")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "file", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640


def test_a_folder_in_the_way_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(SaveError, match="taken could not be written: Is a directory"):
        write_bytes(tmp_path / "taken", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(SaveError, match="could not be written"):
        write_bytes(tmp_path / "file" / "below", b"content")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_name_too_long_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="could not be written: File name too long"):
        write_bytes(tmp_path / ("n" * 300), b"content")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="file could not be written: Permission denied"):
            write_bytes(path, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"old"


_WRITE_BOTH_WITH_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from lenet_gui.atomic import write_together
from lenet_gui.errors import SaveError
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
folder = Path(sys.argv[1])
try:
    write_together({folder / "small": b"s" * 50, folder / "large": b"l" * 500})
except SaveError as error:
    print(error)
"""


def test_when_one_of_two_does_not_fit_both_old_files_stay(tmp_path: Path) -> None:
    write_together({tmp_path / "small": b"old small", tmp_path / "large": b"old large"})
    command = [sys.executable, "-c", _WRITE_BOTH_WITH_LITTLE_ROOM, str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout == f"{tmp_path / 'large'} could not be written: File too large.\n"
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"small": b"old small", "large": b"old large"}
