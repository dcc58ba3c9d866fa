"""Distortion changes digits as it says, whole batches at a time, and by its generator alone."""

from dataclasses import replace

import pytest
import torch
from torch import Generator, Tensor

from lenet_gui.training.augment import Distortion, distort

NONE = Distortion(rotation=0, shear=0, scale=0, shift=0, elastic=0, elastic_nodes=6, line=0)


def a_cross(count: int) -> Tensor:
    """Inputs (count, 1, 32, 32) with a cross of 3 pixels' width, 20 long."""
    inputs = torch.zeros(count, 1, 32, 32)
    inputs[:, :, 6:26, 15:18] = 1
    inputs[:, :, 15:18, 6:26] = 1
    return inputs


def centre(inputs: Tensor) -> Tensor:
    """Centres of mass (N, 2), y and x."""
    mass = inputs.sum(dim=(1, 2, 3))
    at = torch.arange(32.0)
    rows, columns = inputs.sum(dim=(1, 3)) @ at, inputs.sum(dim=(1, 2)) @ at
    return torch.stack([rows / mass, columns / mass], dim=1)


def seeded(seed: int = 0) -> Generator:
    return Generator().manual_seed(seed)


def test_no_distortion_leaves_the_ink_alone() -> None:
    assert torch.allclose(distort(a_cross(4), NONE, seeded()), a_cross(4), atol=1e-5)


@pytest.mark.parametrize(
    "distortion",
    [
        replace(NONE, rotation=20),
        replace(NONE, shear=0.3),
        replace(NONE, scale=0.2),
        replace(NONE, shift=3),
        replace(NONE, elastic=1),
        replace(NONE, line=0.5),
    ],
    ids=["rotation", "shear", "scale", "shift", "elastic", "line"],
)
def test_every_kind_changes_each_input_in_its_own_way(distortion: Distortion) -> None:
    distorted = distort(a_cross(8), distortion, seeded())
    assert distorted.shape == (8, 1, 32, 32)
    assert distorted.min() >= 0
    assert distorted.max() <= 1 + 1e-5
    differences = (distorted[:, None] - distorted[None]).abs().amax(dim=(2, 3, 4))
    assert (differences + torch.eye(8) > 0.01).all()


def test_same_seed_gives_the_same_distortion_and_another_seed_another() -> None:
    distortion = Distortion(
        rotation=10, shear=0.1, scale=0.1, shift=1, elastic=0.5, elastic_nodes=6, line=0.2
    )
    first = distort(a_cross(4), distortion, seeded(1))
    assert torch.equal(first, distort(a_cross(4), distortion, seeded(1)))
    assert not torch.equal(first, distort(a_cross(4), distortion, seeded(2)))


def test_distortion_takes_no_chance_from_elsewhere() -> None:
    before = torch.get_rng_state()
    distort(a_cross(4), replace(NONE, rotation=10, elastic=1, line=0.1), seeded())
    assert torch.equal(before, torch.get_rng_state())


def test_shift_stays_in_its_range_and_uses_it() -> None:
    moved = centre(distort(a_cross(200), replace(NONE, shift=3), seeded())) - centre(a_cross(1))
    assert moved.abs().max() <= 3.01
    assert moved.abs().max() > 2.5


def test_scale_stays_in_its_range_and_uses_it() -> None:
    bar = torch.zeros(200, 1, 32, 32)
    bar[:, :, 6:26, 6:26] = 1
    ink = distort(bar, replace(NONE, scale=0.2), seeded()).amax(dim=2).sum(dim=(1, 2)) / 20
    assert 0.78 < ink.min() < 0.85
    assert 1.15 < ink.max() < 1.22


def test_rotation_turns_a_bar_by_no_more_than_it_says() -> None:
    bar = torch.zeros(200, 1, 32, 32)
    bar[:, :, 15:17, 4:28] = 1
    turned = distort(bar, replace(NONE, rotation=20), seeded())
    at = torch.arange(32.0) - 15.5
    mass = turned.sum(dim=(1, 2, 3))
    across = turned.sum(dim=(1, 2)) @ at**2 / mass
    product = (turned[:, 0] * at[None, :, None] * at[None, None, :]).sum(dim=(1, 2)) / mass
    down = turned.sum(dim=(1, 3)) @ at**2 / mass
    angles = torch.rad2deg(0.5 * torch.atan2(2 * product, across - down))
    assert angles.abs().max() <= 20.5
    assert angles.min() < -15
    assert angles.max() > 15


def test_line_is_thickened_and_thinned() -> None:
    ink = distort(a_cross(100), replace(NONE, line=0.5), seeded()).sum(dim=(1, 2, 3))
    before = a_cross(1).sum()
    assert ink.min() < 0.8 * before
    assert ink.max() > 1.2 * before
