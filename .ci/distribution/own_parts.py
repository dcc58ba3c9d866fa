"""What lies in this repository, and who made it."""

from pathlib import Path

from component import Component

ROOT = Path(__file__).parents[2]

_MIT = (ROOT / "LICENSE").read_text("utf-8")
_FONTS = (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
_COLOUR_MAPS = (ROOT / "resources" / "colormaps" / "README.md").read_text("utf-8")
_DIGITS = """\
The cards, models/*.json, hold small pictures of test digits that the networks misread.

MNIST: Y. LeCun, C. Cortes, C. J. C. Burges, http://yann.lecun.com/exdb/mnist/,
Creative Commons Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/legalcode
Changed: each was fitted into the networks' input and written as text. These pictures are under the
same licence.
"""
_GALLERY = (ROOT / "resources" / "samples" / "README.md").read_text("utf-8")
_TRAINING = """\
The networks learnt from MNIST (Y. LeCun, C. Cortes, C. J. C. Burges; CC BY-SA 3.0) and strokes:
F. Alimoglu, E. Alpaydin, UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0,
https://creativecommons.org/licenses/by/4.0/legalcode; B. Lake, R. Salakhutdinov, J. Tenenbaum,
Omniglot, MIT. Their cards name the files with SHA-256.

"""


def own_parts(version: str) -> dict[str, Component]:
    """The part that each file belongs to: by the start of its path, the first that fits."""
    ours = Component(
        name="LeNet GUI", version=version, licence="MIT", origin="this project", texts=(_MIT,)
    )
    inter = Component(
        name="Inter",
        version="",
        licence="OFL-1.1",
        origin="https://github.com/rsms/inter",
        texts=(_FONTS,),
    )
    return {
        "resources/fonts/Inter": inter,
        "resources/fonts/NotoSansCJK": Component(
            name="Noto Sans CJK SC",
            version="",
            licence="OFL-1.1",
            origin="https://github.com/notofonts/noto-cjk",
            texts=(_FONTS,),
        ),
        "resources/colormaps/": Component(
            name="Scientific colour maps: berlin, vik",
            version="8.0",
            licence="MIT",
            origin="https://doi.org/10.5281/zenodo.8035877",
            texts=(_COLOUR_MAPS,),
        ),
        "resources/samples/gallery": Component(
            name="MNIST digits of the gallery",
            version="",
            licence="CC-BY-SA-3.0",
            origin="http://yann.lecun.com/exdb/mnist/",
            texts=(_GALLERY,),
        ),
        "models/": Component(
            name="LeNet models",
            version=version,
            licence="MIT",
            origin="this project",
            texts=(_TRAINING + _MIT,),
            parts=(
                Component(
                    name="MNIST digits on the cards",
                    version="",
                    licence="CC-BY-SA-3.0",
                    origin="http://yann.lecun.com/exdb/mnist/",
                    texts=(_DIGITS,),
                ),
            ),
        ),
        "resources/": ours,
        "lenet_gui": ours,
    }
