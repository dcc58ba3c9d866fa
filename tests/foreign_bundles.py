"""Bundles as they may come from elsewhere: good ones, careless ones, and ones that mean harm."""

import hashlib
import io
import warnings
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import torch

from lenet_gui.network.architectures import LeNet

ID = "somebodys-own"


class Faithful(torch.nn.Module):
    """Does what its card says."""

    def __init__(self, network: LeNet) -> None:
        super().__init__()
        self.network = network

    @torch.jit.export
    def activations(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        return self.network.activations(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x)  # type: ignore[no-any-return]


class Talkative(Faithful):
    """Prints, even what looks like an answer."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        print('{"sentence": "I print.", "fields": {}}')  # noqa: T201
        return self.network(x)  # type: ignore[no-any-return]


class InfiniteAtFullInk(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x) / (1 - x.amin())  # type: ignore[no-any-return]


class NotANumberInAMap(Faithful):
    @torch.jit.export
    def activations(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        found = self.network.activations(x)
        found["C3"] = torch.sqrt(found["C3"] - 1000)
        return found


class OneAnswerForAll(Faithful):
    """Fits its card for a single input only."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x)[:1]  # type: ignore[no-any-return]


class OtherScores(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x) + 1  # type: ignore[no-any-return]


class Doubles(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x).double()  # type: ignore[no-any-return]


class FailsAtInk(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if bool(x.sum() > 0):
            raise ValueError("no ink, please")
        return self.network(x)  # type: ignore[no-any-return]


class Endless(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = x
        while bool(x.sum() < 1e9):
            y = 1 - y
        return y


class Writing(Faithful):
    """Saves what it sees to a file."""

    def __init__(self, network: LeNet, path: str) -> None:
        super().__init__(network)
        self.path = path

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        torch.save(x, self.path)
        return self.network(x)  # type: ignore[no-any-return]


class Hungry(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network(x) + torch.empty(8_000_000_000)[0]  # type: ignore[no-any-return]


class Growing(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = [0]
        while len(y) > 0:
            y.append(len(y))
        return x


def _nested(y: Any) -> Any:
    z: list[Any] = [y]
    return z


class Crashing(Faithful):
    """Overflows the stack: freeing a list in a list in a list … goes that deep."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = _nested(x)
        for _ in range(1_000_000):
            y = _nested(y)
        print(isinstance(y, int))  # noqa: T201 - what nobody uses is not computed
        return x


def script(module: torch.nn.Module) -> bytes:
    """The module as the bytes of a TorchScript file."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.jit.save(torch.jit.script(module.eval()), buffer)
    return buffer.getvalue()


def bomb(model: bytes) -> bytes:
    """A model whose archive also holds 320 MB of nothing, squeezed into one."""
    buffer = io.BytesIO(model)
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("model/constants/0", "w") as entry,
    ):
        for _ in range(320):
            entry.write(bytes(2**20))
    return buffer.getvalue()


def put(folder: Path, card: Path, model: bytes, **fields: object) -> tuple[Path, Path]:
    """A bundle with another model and other fields than those of `card`: its card, its model.

    The names of the files are not that of the network.
    """
    changes = {"id": ID, "sha256": hashlib.sha256(model).hexdigest()} | fields
    text = msgspec.json.decode(card.read_bytes()) | changes
    paths = (folder / "the card.json", folder / "the model.pt")
    paths[0].write_bytes(msgspec.json.encode(text))
    paths[1].write_bytes(model)
    return paths
