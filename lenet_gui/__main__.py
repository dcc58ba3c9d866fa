"""`python -m lenet_gui` is `lenet-gui`."""

import sys

from lenet_gui.cli import main

sys.exit(main())
