"""What can go wrong, as one small tree.

    FactcheckError
    ├── InputError          the text, or an option, cannot be used as it is
    │   └── LanguageError   the text is not English
    ├── SettingsError       a setting or a check code that does not exist
    ├── ReferenceDataError  a data package that cannot be trusted
    └── MissingExtraError   an optional library that is not installed

Every message says what to do next. None of them quotes the article: drafts are confidential.
"""


class FactcheckError(Exception):
    """The base of everything that factcheck raises on purpose."""


class InputError(FactcheckError):
    """The text, or an option, cannot be used as it is."""


class LanguageError(InputError):
    """The text is not English."""


class SettingsError(FactcheckError):
    """A setting or a check code that does not exist."""


class ReferenceDataError(FactcheckError):
    """A data package that cannot be trusted: the message names file, row and column."""


class MissingExtraError(FactcheckError):
    """An optional library that is not installed: the message names the command that installs it."""
