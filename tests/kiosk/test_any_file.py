"""Whatever stands in the kiosk's file, the kiosk opens; whatever is changed in it is changed."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from lenet_gui.errors import SettingsError
from lenet_gui.kiosk import pin
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.kiosk.config_file import change, load
from lenet_gui.kiosk.rules import rules

NAMES = tuple(asdict(KioskConfig()))
VALUES = st.sampled_from(
    ["1", "15", "0", "true", '"en"', '["en"]', "[", "]", '"""', "'''", '"light"', "en", "{a = 1}"]
)
ENDS = st.sampled_from(["\n", "\r\n", " # why\n", "  \n\n", "\\\n", "", "\n[table]\n", ", \n"])
LINES = st.builds(
    lambda name, sign, value, end: f"{name}{sign}{value}{end}",
    st.sampled_from((*NAMES, "# note", "", "foo", '"pin"')),
    st.sampled_from([" = ", "=", ".a = ", " ", ""]),
    VALUES,
    ENDS,
)
CONTENTS = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(LINES, max_size=30).map(lambda lines: "".join(lines).encode()),
)


@contextmanager
def a_file(content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kiosk.toml"
        path.write_bytes(content)
        yield path


@given(CONTENTS)
def test_every_setting_is_one_that_it_may_be(content: bytes) -> None:
    with a_file(content) as path:
        kiosk = load(path)
    for name, rule in rules().items():
        value = getattr(kiosk.config, name)
        assert value == pin.UNUSABLE or rule.take(value) == value
    assert all(str(problem).startswith(str(path)) for problem in kiosk.problems)


@given(CONTENTS, st.sampled_from([{"text_size": 200}, {"languages": ("en",)}, {"counts": False}]))
def test_what_is_changed_is_found_and_the_rest_as_before(
    content: bytes, changes: dict[str, object]
) -> None:
    with a_file(content) as path:
        before = load(path).config
        try:
            change(path, changes)
        except SettingsError:
            assert path.read_bytes() == content
            assume(False)
        after = load(path).config
    assert {name: getattr(after, name) for name in changes} == changes
    for name in set(NAMES) - set(changes):
        assert getattr(after, name) == getattr(before, name), name
