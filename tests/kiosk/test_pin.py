"""The staff's PIN: what is kept of it, and how wrong ones are slowed."""

from pathlib import Path

import pytest

from lenet_gui.errors import SettingsError
from lenet_gui.kiosk import pin

KEPT = pin.hashed("2468")


class Clock:
    """Seconds, as a test has them pass."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "wrong-tries.json"


def guess(guard: pin.PinGuard, clock: Clock, times: int) -> list[float]:
    """Try a wrong PIN again and again as soon as one may; what had to be waited after each."""
    waits = []
    for _ in range(times):
        assert not guard.admits("1111")
        waits.append(guard.wait_s)
        clock.now += guard.wait_s
    return waits


def test_only_the_pin_itself_matches() -> None:
    assert pin.matches("2468", KEPT)
    for wrong in ("2469", "246", "24680", "", "２４６８", "\ud800"):
        assert not pin.matches(wrong, KEPT)


def test_the_same_pin_is_kept_differently_each_time() -> None:
    assert pin.hashed("2468") != KEPT
    assert "2468" not in KEPT


@pytest.mark.parametrize("bad", ["123", "1234567890123", "12a4", "", "１２３４", "1234 "])
def test_what_is_no_pin_is_refused(bad: str) -> None:
    with pytest.raises(SettingsError, match="4 to 12 digits"):
        pin.hashed(bad)


@pytest.mark.parametrize(
    "text",
    [
        *("", pin.UNUSABLE, "2468", "a$b$c$d", KEPT[:-1], KEPT + "=", "x" + KEPT),
        KEPT.replace("$8192$", "$8191$"),
        KEPT.replace("$8192$", "$1073741824$"),
        KEPT.replace("$8192$", "$0$"),
        KEPT.replace("$8192$", "$" + "9" * 5000 + "$"),
    ],
)
def test_a_damaged_line_matches_nothing(text: str) -> None:
    assert not pin.is_hash(text)
    assert not pin.matches("2468", text)


def test_three_slips_cost_nothing_and_then_the_wait_doubles(path: Path, clock: Clock) -> None:
    guard = pin.PinGuard(KEPT, path, clock)
    waits = guess(guard, clock, 11)
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert guard.admits("2468")
    assert guess(guard, clock, 3) == [0, 0, 5]


def test_who_does_not_wait_is_not_even_heard(path: Path, clock: Clock) -> None:
    guard = pin.PinGuard(KEPT, path, clock)
    guess(guard, clock, 2)
    assert not guard.admits("1111")
    assert not guard.admits("2468")
    assert guard.wait_s == 5
    clock.now += 5
    assert guard.admits("2468")


def test_a_restart_forgives_nothing(path: Path, clock: Clock) -> None:
    guess(pin.PinGuard(KEPT, path, clock), clock, 5)
    again = pin.PinGuard(KEPT, path, clock)
    assert guess(again, clock, 1) == [40]
    assert again.admits("2468")
    assert pin.PinGuard(KEPT, path, clock).wait_s == 0


def test_a_quiet_hour_forgives(path: Path, clock: Clock) -> None:
    guess(pin.PinGuard(KEPT, path, clock), clock, 9)
    clock.now += 3601
    assert guess(pin.PinGuard(KEPT, path, clock), clock, 3) == [0, 0, 5]


def test_a_clock_that_was_set_back_shuts_nobody_out(path: Path, clock: Clock) -> None:
    guess(pin.PinGuard(KEPT, path, clock), clock, 4)
    clock.now = 5.0
    guard = pin.PinGuard(KEPT, path, clock)
    assert guard.wait_s == 10
    clock.now += 10
    assert guard.admits("2468")


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b'{"wrong": "x", "last": 1}', b"\xff" * 9])
def test_damaged_memory_is_no_reason_to_shut_the_staff_out(
    path: Path, clock: Clock, left: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(left)
    assert pin.PinGuard(KEPT, path, clock).admits("2468")


def test_where_nothing_can_be_written_tries_are_slowed_all_the_same(
    tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "file").write_text("no folder")
    guard = pin.PinGuard(KEPT, tmp_path / "file" / "tries.json", clock)
    assert guess(guard, clock, 4) == [0, 0, 5, 10]
