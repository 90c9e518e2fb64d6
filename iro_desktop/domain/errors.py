"""Errors that carry a sentence for a person: what happened, what is safe, what to do."""


class UserError(Exception):
    """A situation the person can put right; its text is shown as it stands (exit code 1).

    ``field``: the field of the act it is about, so that a form says it beside that field; "" where it is about several.
    """

    def __init__(self, sentence: str = "", field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class RefusedInput(UserError):
    """Nothing could be read from the input, and nothing was changed (exit code 2)."""


class Conflict(UserError):
    """The row was changed by somebody else, or by a later act, since it was read."""


class WrongPassphrase(UserError):
    """The key file is whole, but this passphrase or recovery key does not open it."""


class DamagedKeyFile(UserError):
    """The key file is missing, cut short or altered; no passphrase can open it."""


class StoreBusy(UserError):
    """Another window or command is writing to this store."""
