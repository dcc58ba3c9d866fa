"""When modules are imported, and what that leaves behind."""

import subprocess
import sys


def test_what_was_imported_quickly_is_out_of_the_collectors_way() -> None:
    """Its rounds walk through what came later alone, and it is on again."""
    code = (
        "import gc\n"
        "from lenet_gui import imports\n"
        "before = gc.get_freeze_count()\n"
        "with imports.quickly():\n"
        "    assert not gc.isenabled()\n"
        "    import numpy\n"
        "print(gc.isenabled())\n"
        "print(gc.get_freeze_count() - before > 10_000, len(gc.get_objects()) < 100)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
