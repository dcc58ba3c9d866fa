"""What can go wrong, said in sentences for people.

LenetError
├── BundleError    a model or its card cannot be used
├── PictureError   a file is no picture, or one too large to open
├── DatasetError   training or test material is missing, damaged or not to be had
├── SettingsError  the settings cannot be used; the defaults are
├── RunError       a training run cannot be started or gone on with
└── SaveError      a file could not be written; what was there before is untouched

An error keeps its English sentence apart from what it names, so that the window can say the
same sentence in the language of the person in front of it.
"""


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802, ARG001 - Qt's name: lupdate collects by it
    """Mark a sentence for translation without importing Qt; returns it unchanged."""
    return sentence


class LenetError(Exception):
    """A failure with a sentence that says what happened, where, and what to do.

    Args:
        sentence: English, with `{name}` where a field belongs.
        fields: what the sentence names, such as a path.
    """

    def __init__(self, sentence: str, **fields: object) -> None:
        super().__init__(sentence.format(**fields))
        self.sentence = sentence
        self.fields = fields


class BundleError(LenetError):
    """A model file or its card is missing, altered or not what it says."""


class PictureError(LenetError):
    """A file cannot be read as a picture."""


class DatasetError(LenetError):
    """Training or test material cannot be read or fetched."""


class SettingsError(LenetError):
    """The settings cannot be read or make no sense."""


class RunError(LenetError):
    """A training run cannot be started or gone on with."""


class SaveError(LenetError):
    """A file could not be written."""
