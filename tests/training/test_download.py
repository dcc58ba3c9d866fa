"""MNIST comes whole from a mirror, a real server here, or leaves nothing behind."""

import gzip
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lenet_gui import paths
from lenet_gui.errors import DatasetError, SaveError
from lenet_gui.training import download, mnist
from tests.typeset_mnist import write_mnist

NAME = "some-digits"
CONTENT = bytes(range(256)) * 400
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Mirror:
    """A server on this machine and what it was asked for."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    promised_length: int | None = None
    asked: list[str] = field(default_factory=list)


def serve() -> Iterator[Mirror]:
    mirror = Mirror()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.lstrip("/")
            mirror.asked.append(name)
            if name not in mirror.files:
                self.send_error(404)
                return
            content = mirror.files[name]
            self.send_response(200)
            self.send_header("Content-Length", str(mirror.promised_length or len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    mirror.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield mirror
    server.shutdown()
    thread.join()
    server.server_close()


first = pytest.fixture(serve, name="first")
second = pytest.fixture(serve, name="second")


def test_file_is_fetched_unpacked_and_then_kept(tmp_path: Path, first: Mirror) -> None:
    first.files[f"{NAME}.gz"] = gzip.compress(CONTENT)
    for _ in range(2):
        path = download.fetch(NAME, SHA256, tmp_path, [first.address])
        assert path.read_bytes() == CONTENT
    assert first.asked == [f"{NAME}.gz"]
    assert [*tmp_path.iterdir()] == [path]


def test_progress_is_shown(
    tmp_path: Path, first: Mirror, capsys: pytest.CaptureFixture[str]
) -> None:
    first.files[f"{NAME}.gz"] = gzip.compress(CONTENT)
    download.fetch(NAME, SHA256, tmp_path, [first.address])
    assert "100%" in capsys.readouterr().err


def test_second_mirror_serves_when_the_first_has_nothing(
    tmp_path: Path, first: Mirror, second: Mirror
) -> None:
    second.files[f"{NAME}.gz"] = gzip.compress(CONTENT)
    path = download.fetch(NAME, SHA256, tmp_path, [first.address, second.address])
    assert path.read_bytes() == CONTENT
    assert first.asked


PACKED = gzip.compress(CONTENT)
DAMAGED = {
    "cut short": PACKED[:-20],
    "another one": gzip.compress(CONTENT[:-1]),
    "not packed": CONTENT,
    "empty": b"",
    "a bomb": gzip.compress(bytes(65 * 2**20)),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_truncated_or_wrong_file_is_refused_and_not_left_in_the_cache(
    tmp_path: Path, first: Mirror, content: bytes
) -> None:
    first.files[f"{NAME}.gz"] = content
    with pytest.raises(DatasetError, match=first.address):
        download.fetch(NAME, SHA256, tmp_path, [first.address])
    assert not [*tmp_path.iterdir()]


def test_connection_that_ends_too_early_is_refused(tmp_path: Path, first: Mirror) -> None:
    first.files[f"{NAME}.gz"] = PACKED
    first.promised_length = len(PACKED) + 100
    with pytest.raises(DatasetError, match=r"cut short|IncompleteRead"):
        download.fetch(NAME, SHA256, tmp_path, [first.address])
    assert not [*tmp_path.iterdir()]


def test_no_server_is_a_sentence_that_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="--data"):
        download.fetch(NAME, SHA256, tmp_path, ["http://127.0.0.1:9/"])


def test_altered_file_in_the_cache_is_replaced(tmp_path: Path, first: Mirror) -> None:
    first.files[f"{NAME}.gz"] = PACKED
    (tmp_path / NAME).write_bytes(CONTENT[:100])
    assert download.fetch(NAME, SHA256, tmp_path, [first.address]).read_bytes() == CONTENT


def test_cache_that_cannot_be_written_is_a_sentence(tmp_path: Path, first: Mirror) -> None:
    first.files[f"{NAME}.gz"] = PACKED
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(SaveError):
        download.fetch(NAME, SHA256, tmp_path / "cache", [first.address])


def test_without_a_folder_all_four_files_come_into_the_users_cache(
    tmp_path: Path, first: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes = {}
    for path in write_mnist(tmp_path).iterdir():
        first.files[path.name] = path.read_bytes()
        unpacked = gzip.decompress(path.read_bytes())
        hashes[path.stem] = hashlib.sha256(unpacked).hexdigest()
    monkeypatch.setattr(mnist, "SHA256", hashes)
    folder = mnist.folder(None, [first.address])
    assert folder == paths.mnist_cache()
    assert sorted(path.name for path in folder.iterdir()) == sorted(hashes)
    assert mnist.collection(mnist.test(folder)) == "MNIST"


def test_folder_that_is_named_is_taken_as_it_is(tmp_path: Path) -> None:
    assert mnist.folder(tmp_path, []) == tmp_path
