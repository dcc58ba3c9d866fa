"""Each of the five networks with random weights, and its bundle."""

from pathlib import Path

import pytest
import torch

from lenet_gui.network import bundle
from lenet_gui.network.architectures import ARCHITECTURES, LeNet
from tests.random_bundle import RESULTS, TRAINING


@pytest.fixture(scope="session", params=ARCHITECTURES)
def any_network(request: pytest.FixtureRequest) -> LeNet:
    """Not to be changed. Batch norm has statistics and gains of some training."""
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(1998)
        network = ARCHITECTURES[request.param]()
        for name, tensor in network.state_dict().items():
            if ".norm." in name and tensor.is_floating_point():
                tensor.uniform_(0.5, 1.5)
            elif name.endswith(".bias"):
                tensor.uniform_(-0.3, 0.3)
    return network.eval()


@pytest.fixture(scope="session")
def any_card(any_network: LeNet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The card of the network's bundle; not to be changed."""
    folder = tmp_path_factory.mktemp("any")
    return bundle.write(any_network, folder, training=TRAINING, results=RESULTS)
