"""What is packed around the standalone program: desktop entry, licences, bill of materials."""

import configparser
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from importlib import metadata
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from lenet_gui.recognition.pictures import open_picture

ROOT = Path(__file__).parents[2]
DISTRIBUTION = ROOT / ".ci" / "distribution"
METAINFO = DISTRIBUTION / "linux" / "org.lenet_gui.app.metainfo.xml"


@pytest.fixture
def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capitals
    parser.read(DISTRIBUTION / "linux" / "lenet-gui.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder that is laid out as the program's, with little in it."""
    inside = tmp_path / "lenet-gui" / "_internal"
    core = Path(msgspec._core.__file__)
    for path, to in (
        (core, f"msgspec/{core.name}"),
        (ROOT / "models" / "lenet5-1998.json", "models/lenet5-1998.json"),
        (ROOT / "resources" / "fonts" / "Inter-Regular.otf", "resources/fonts/Inter-Regular.otf"),
    ):
        (inside / to).parent.mkdir(parents=True)
        shutil.copy(path, inside / to)
    return inside.parent


def write_licences(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DISTRIBUTION / "write_licences.py", folder],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1000000000"},
    )


def bill_of(folder: Path) -> dict[str, dict[str, object]]:
    bill = json.loads((folder / "licences" / "lenet-gui.cdx.json").read_text("utf-8"))
    return {component["name"]: component for component in bill["components"]}


def test_the_desktop_entry_starts_the_program_of_pyproject_with_a_picture(
    desktop_entry: configparser.SectionProxy,
) -> None:
    scripts = metadata.entry_points(group="console_scripts")
    program, picture = desktop_entry["Exec"].split()
    assert program in scripts.names
    assert picture == "%f"


def test_the_desktop_entry_offers_exactly_pictures_that_can_be_opened(
    desktop_entry: configparser.SectionProxy, tmp_path: Path
) -> None:
    offered = set(desktop_entry["MimeType"].strip(";").split(";"))
    assert offered == {"image/png", "image/jpeg", "image/bmp"}
    for mime_type in offered:
        path = tmp_path / "digit"
        Image.new("L", (20, 20), 255).save(path, mime_type.removeprefix("image/"))
        assert open_picture(path).size


def test_software_centres_are_told_the_same_as_the_desktop(
    desktop_entry: configparser.SectionProxy,
) -> None:
    told = ElementTree.parse(METAINFO).getroot()
    offered = {element.text for element in told.iter("mediatype")}
    assert offered == set(desktop_entry["MimeType"].strip(";").split(";"))
    assert told.findtext("name") == desktop_entry["Name"]
    assert told.findtext("launchable") == "lenet-gui.desktop"


def test_the_icon_of_the_desktop_entry_is_drawn(desktop_entry: configparser.SectionProxy) -> None:
    assert (ROOT / "resources" / "icons" / f"{desktop_entry['Icon']}-48.png").is_file()
    assert (ROOT / "resources" / "icons" / f"{desktop_entry['Icon']}.svg").is_file()


def test_the_bill_tells_version_licence_and_files_of_everything_inside(program: Path) -> None:
    assert write_licences(program).returncode == 0
    bill = bill_of(program)
    assert set(bill) == {"msgspec", "LeNet models", "Inter"}
    assert bill["msgspec"]["version"] == metadata.version("msgspec")
    assert bill["msgspec"]["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    assert bill["Inter"]["licenses"] == [{"license": {"id": "OFL-1.1"}}]
    assert "_internal/resources/fonts/Inter-Regular.otf" in str(bill["Inter"]["evidence"])
    assert "CC-BY-SA-3.0" in str(bill["LeNet models"]["components"])


def test_every_text_that_the_readme_of_the_licences_names_is_there(program: Path) -> None:
    write_licences(program)
    licences = program / "licences"
    readme = (licences / "README.txt").read_text("utf-8")
    named = {line.strip() for line in readme.splitlines() if line.startswith("    ")}
    texts = {name for name in named if name.endswith(".txt")}
    assert {"msgspec.txt", "Inter.txt", "LeNet-models.txt"} <= texts
    assert texts | {"GPL-3.txt", "LGPL-3.txt"} <= {path.name for path in licences.iterdir()}


def test_the_same_program_has_the_same_licences_to_the_byte(program: Path) -> None:
    written = []
    for _ in range(2):
        write_licences(program)
        written.append({p.name: p.read_bytes() for p in (program / "licences").iterdir()})
    assert written[0] == written[1]


def test_a_file_of_unknown_origin_stops_the_packing(program: Path) -> None:
    (program / "_internal" / "stranger.so").write_bytes(b"")
    ended = write_licences(program)
    assert ended.returncode == 1
    assert "_internal/stranger.so" in ended.stderr
    assert "Traceback" not in ended.stderr
