"""Components that PyInstaller took from the Debian (or Ubuntu) that the program was built on."""

import platform
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path, PurePosixPath

from component import Component

_COMMON = Path("/usr/share/common-licenses")

# Of source packages whose copyright file is written for people only.
_LICENCES = {
    "fontconfig": "HPND",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gcc-14": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgcrypt20": "LGPL-2.1-or-later",
    "libx11": "MIT",
    "libxau": "MIT",
    "libxcb": "MIT",
    "libxdmcp": "MIT",
    "libxkbcommon": "MIT",
    "util-linux": "BSD-3-Clause",
    "xz-utils": "0BSD",
}


def _answer(*command: str) -> str:
    """What a command prints; empty where it finds nothing."""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout  # noqa: S603 - fixed commands


@cache
def _libraries() -> dict[str, Path]:
    """Every shared library that the system's loader finds, by name."""
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin")
    if ldconfig is None:
        return {}
    found: dict[str, Path] = {}
    for line in _answer(ldconfig, "-p").splitlines():
        name, arrow, path = line.strip().partition(" => ")
        if arrow:
            found.setdefault(name.split(" ")[0], Path(path))
    return found


@cache
def package_of_library(file: str) -> str | None:
    """The Debian package of a shared library, given by its path in the program."""
    path = _libraries().get(PurePosixPath(file).name)
    if path is None or shutil.which("dpkg") is None:
        return None
    # /lib is a link to /usr/lib, and packages name their files by either
    real = path.resolve()
    pattern = f"*/{real.parent.name}/{real.name}"
    return _answer("dpkg", "-S", pattern).partition(":")[0] or None


def package(name: str, files: tuple[str, ...]) -> Component:
    """The component of a Debian package; `files` are those of it that the program holds."""
    wanted = "${source:Package}\t${source:Version}\t${Version}\t${Architecture}\n"
    answer = _answer("dpkg-query", "-W", "-f", wanted, name).splitlines()[0]
    source, source_version, version, architecture = answer.split("\t")
    text = Path(f"/usr/share/doc/{name}/copyright").read_text("utf-8", errors="replace")
    system = platform.freedesktop_os_release()["ID"]
    where = "https://snapshot.debian.org" if system == "debian" else "https://launchpad.net/ubuntu"
    kind = "package" if system == "debian" else "+source"
    return Component(
        name=name,
        version=version,
        licence=_LICENCES.get(source) or _main_licence(text),
        origin=f"{where}/{kind}/{source}/{source_version}/",
        purl=f"pkg:deb/{system}/{name}@{version}?arch={architecture}",
        files=files,
        texts=(text,),
    )


def _main_licence(text: str) -> str:
    """What a machine-readable copyright file says of all files of which it says nothing else."""
    found = re.search(r"^Files: *\n? *\*.*?^License: *(\S[^\n]*)", text, re.MULTILINE | re.DOTALL)
    return found.group(1).replace("Expat", "MIT") if found else "see its text"


def common_texts(texts: str) -> dict[str, str]:
    """The long licence texts that Debian keeps once and that `texts` point to, by name."""
    names = set(re.findall(rf"{_COMMON}/([A-Z][A-Za-z0-9.-]*[A-Za-z0-9])", texts))
    return {
        name: (_COMMON / name).read_text("utf-8")
        for name in sorted(names)
        if (_COMMON / name).is_file()
    }
