"""Acts about the passport: what an IRO tells children about themselves, and their picture."""

import base64
import binascii
from dataclasses import replace

from iro_desktop.domain.acts import SetIroPicture, WriteAboutIro
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Iro, IroProfile
from iro_desktop.exchange.pictures import bare, size_of
from iro_desktop.services.workspace import Workspace

LONGEST_SIDE = 400  # pixels: a passport shows it 4 cm wide
_NO_PICTURE = "That is no picture: a PNG or a JPEG is asked for. Nothing was saved. Choose another file."
_MOST_WORDS = 3000  # letters: a few words, not a life


def write_about_iro(act: WriteAboutIro, work: Workspace) -> None:
    """Keep the words as typed; nothing but blanks takes them away."""
    iro = work.iro(act.iro)
    words = act.words.strip() or None
    if words is not None and len(words) > _MOST_WORDS:
        raise UserError(
            f"That is longer than {_MOST_WORDS:,} letters. Nothing was saved. A child reads a few sentences.",
            field="words",
        )
    _put(work, iro, replace(_profile(work, iro), words=words))


def set_iro_picture(act: SetIroPicture, work: Workspace) -> None:
    """Keep the picture alone, without what a camera wrote into it; or take it out."""
    iro = work.iro(act.iro)
    _put(work, iro, replace(_profile(work, iro), picture=_plain(act.picture) if act.picture else None))


def _plain(picture: str) -> str:
    try:
        content = bare(base64.b64decode(picture, validate=True))
        width, height = size_of(content)
    except (binascii.Error, ValueError) as error:
        raise UserError(_NO_PICTURE, field="picture") from error
    if max(width, height) > LONGEST_SIDE or min(width, height) < 1:
        raise UserError(
            f"The picture is {width:,} by {height:,}; {LONGEST_SIDE} is the most each way. Nothing was saved. Choose "
            "it in the window, which makes it smaller.",
            field="picture",
        )
    return base64.b64encode(content).decode("ascii")


def _profile(work: Workspace, iro: Iro) -> IroProfile:
    found = next((one for one in work.all(IroProfile) if one.iro_id == iro.id), None)
    return found or IroProfile(work.new_id(), iro.id)


def _put(work: Workspace, iro: Iro, profile: IroProfile) -> None:
    """An empty one is taken away."""
    known = any(one.iro_id == iro.id for one in work.all(IroProfile))
    if profile.words is None and profile.picture is None:
        if known:
            work.remove(profile)
    else:
        work.put(profile)
