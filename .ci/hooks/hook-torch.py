"""PyInstaller: what the program needs of torch, in place of everything there is of it.

Its Python modules are those that imports lead to, less what build.spec leaves out.
"""

from pathlib import Path

from PyInstaller import compat
from PyInstaller.utils.hooks import collect_dynamic_libs, collect_submodules, get_package_paths

_ABOVE, _PACKAGE = get_package_paths("torch")

# What torch reads the source of: modules that `torch.jit.script` translates when a network is
# written after training, and settings modules, which torch searches for marks in comments.
_READ_AS_SOURCE = [
    "torch.functional",
    "torch.nn",
    *(
        ".".join(path.relative_to(_ABOVE).with_suffix("").parts)
        for path in Path(_PACKAGE).rglob("*config.py")
    ),
]
module_collection_mode = {"torch": "pyz"} | dict.fromkeys(_READ_AS_SOURCE, "pyz+py")

# imported by name: by torch._dynamo, which torch's optimizers import
hiddenimports = [*collect_submodules("torch._dynamo.polyfills"), "torch.onnx.operators"]

if compat.is_win:
    # torch loads every DLL that lies here, by name
    binaries = [(path, to) for path, to in collect_dynamic_libs("torch") if "test" not in path]
else:
    suffix = "dylib" if compat.is_darwin else "so"
    # Loaded by path; the libraries beside it are found as what torch's extension links to.
    # Without the manager, which shares tensors between processes, `import torch` fails.
    binaries = [
        (f"{_PACKAGE}/lib/libtorch_global_deps.{suffix}", "torch/lib"),
        (f"{_PACKAGE}/bin/torch_shm_manager", "torch/bin"),
    ]

# torch looks for its libraries where it lies itself
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
