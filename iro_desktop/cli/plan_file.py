"""The file of ``plan rules``: a list of acts, or GOV.UK's bank holidays."""

import json
from pathlib import Path

from iro_desktop.domain.act_json import act_from_json
from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import RefusedInput, UserError
from iro_desktop.exchange.bank_holidays import DIVISION, holiday_events
from iro_desktop.services.import_bank_holidays import days_to_add
from iro_desktop.services.snapshot import Snapshot


def acts_in(file: Path, now: Snapshot) -> tuple[Act, ...]:
    """The acts; of bank holidays those not known yet. Raises ``RefusedInput`` where nothing can be read."""
    value = _value(file)
    if isinstance(value, dict) and DIVISION in value:
        return days_to_add(holiday_events(value, file.name), now.calendar)
    values = [value] if isinstance(value, dict) else value
    if not isinstance(values, list) or not values:
        raise RefusedInput(f"{file.name} holds no list of acts and no bank holidays. Nothing was changed.")
    return tuple(act_from_json(one, position) for position, one in enumerate(values, 1))


def _value(file: Path) -> object:
    try:
        value: object = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UserError(f"{file.name} was not found. Nothing was changed.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise RefusedInput(f"{file.name} could not be read as JSON. Nothing was changed.") from error
    return value
