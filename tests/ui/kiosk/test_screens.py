"""Two screens, one of which comes and goes, under a visitor who draws."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import at_home
from tests.ui.kiosk.plugged_screens import CAN_PLUG

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What was where after each change."""
    home = at_home(tmp_path_factory.mktemp("home"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.kiosk.plugged_screens"],
        cwd=ROOT,
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


pytestmark = pytest.mark.skipif(not CAN_PLUG, reason="screens cannot be plugged in here")


def test_pad_and_network_have_a_screen_each(told: list[dict[str, object]]) -> None:
    assert told[0]["stage"] == [0, 0, 1920, 1080]
    assert told[0]["network"] == [1920, 0, 1280, 800]
    assert told[0]["beside is on"] == "network"


def test_without_the_second_screen_all_is_on_the_first(told: list[dict[str, object]]) -> None:
    assert told[1]["stage"] == [0, 0, 1920, 1080]
    assert told[1]["network"] is None
    assert told[1]["beside is on"] == "stage"


def test_plugged_in_again_it_has_the_network_again_whatever_its_size(
    told: list[dict[str, object]],
) -> None:
    assert told[2]["network"] == [1920, 0, 1024, 768]
    assert told[2]["beside is on"] == "network"


def test_a_screen_of_another_resolution_is_filled(told: list[dict[str, object]]) -> None:
    assert told[3]["stage"] == [0, 0, 1280, 1024]
    assert told[3]["network"] == [1280, 0, 1024, 768]
    assert told[4]["stage"] == [0, 0, 1080, 1920]


def test_the_visit_goes_on_whatever_happens_to_the_screens(
    told: list[dict[str, object]],
) -> None:
    for facts in told[:5]:
        assert facts["state"] == "VISIT"
        assert facts["strokes"] == 2
        assert facts["read"] == "7"
        assert facts["beside is seen"]


def test_the_next_session_has_both_screens_too(told: list[dict[str, object]]) -> None:
    assert told[5]["network"] == [1920, 0, 1280, 800]
    assert told[5]["beside is on"] == "network"
    assert told[5]["beside is seen"]
    assert told[5]["strokes"] == 0


def test_nothing_that_anybody_chose_is_remembered(told: list[dict[str, object]]) -> None:
    assert not any(facts["is remembered"] for facts in told)
