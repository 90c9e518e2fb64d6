"""``letter`` and ``about-iro``: the letter to a child and how it reads; what an IRO tells children about themselves."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.vocabulary import AgeBand
from iro_desktop.services.child_letter.letters import LetterShown, letter_of, read_letter
from iro_desktop.services.child_letter.reading_over import LetterRead, MarkKind
from iro_desktop.services.iro_profiles import about_iro
from iro_desktop.services.outputs.readers import check_reader
from iro_desktop.services.restrictions import Thing


@click.command("letter")
@click.argument("child_id", metavar="ID")
@click.option("--review", type=IsoDate(), help="The day of the review held; else the newest.")
@click.option("--band", type=click.Choice([one.value for one in AgeBand]), help="For that age; else the child's own.")
@names_options
@json_option
@click.pass_obj
def letter_command(
    options: Options,
    child_id: str,
    review: date | None,
    band: str | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """The letter to a child after a review: whether it is written and sent, and how it reads.

    Its text, or what is proposed for it, holds names: it is shown with --names alone, to a reader who may have it.
    It is written with the act WriteLetter and made with "export letter".

    Example: iro-desktop letter AB12
    """
    with reading(options) as store:
        now = snapshot(store, options)
        if child_id not in now.children:
            raise child_unknown(now, child_id)
        child = now.children[child_id]
        if names and reader:
            check_reader(child.facts, reader, Thing.LETTER, options.today)
        with store.reading() as facts:
            written = facts.letters(child.facts.child.id)
        letter = letter_of(now, child, review, written, AgeBand(band) if band else None)
        read = read_letter(now, child, letter.band, letter.shown)
    shown = allow_names(options, "letter", names, reader, purpose)
    if as_json:
        show_json(_as_json(letter, read, shown=shown))
        return
    click.echo(f"{letter.child}, review of {letter.held_on.isoformat()}, for {letter.band.label}")
    sent = f"sent {letter.sent_on.isoformat()}" if letter.sent_on else "not sent"
    click.echo(f"  {'written' if letter.is_written else 'proposed, not written'}, {sent}")
    click.echo(f"  {read.age_words}. {read.fits_words}. {read.words} words.")
    for kind, words in _KINDS.items():
        found = read.of(kind)
        said = (
            f": {', '.join(dict.fromkeys(one.words for one in found))}" if shown and kind is not MarkKind.LONG else ""
        )
        click.echo(f"  {words}: {len(found)}{said}" if found else f"  {words}: none")
    if shown:
        click.echo(f"\n{letter.shown}")


_KINDS = {
    MarkKind.NAME: "names that must not stand in it",
    MarkKind.JARGON: "words of the field",
    MarkKind.LONG: "long sentences",
}


def _as_json(letter: LetterShown, read: LetterRead, *, shown: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "child": letter.child,
        "review": letter.held_on.isoformat(),
        "band": letter.band.value,
        "written": letter.is_written,
        "sent_on": letter.sent_on.isoformat() if letter.sent_on else None,
        "words": read.words,
        "reading_ease": None if read.score is None else round(read.score, 1),
        "reading_age": read.age,
        "is_plain": read.is_plain,
        "names": len(read.of(MarkKind.NAME)),
        "jargon": len(read.of(MarkKind.JARGON)),
        "long_sentences": len(read.of(MarkKind.LONG)),
    }
    if shown:
        told["text"] = letter.shown
        told["marks"] = [
            {"kind": one.kind.value, "words": one.words, "advice": one.advice, "from": one.start, "to": one.end}
            for one in read.marks
        ]
    return told


@click.command("about-iro")
@click.argument("iro")
@names_options
@json_option
@click.pass_obj
def about_iro_command(
    options: Options, iro: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """Whether an IRO tells children about themselves in the passport, in words and with a picture.

    The words are somebody's own: they are shown with --names alone. They are written with the acts WriteAboutIro and
    SetIroPicture; the passport is made with "export passport".

    Example: iro-desktop about-iro "Jo Bloggs"
    """
    with reading(options) as store:
        about = about_iro(store, snapshot(store, options), iro)
    shown = allow_names(options, "about-iro", names, reader, purpose)
    if as_json:
        told = {"iro": about.iro, "has_words": bool(about.words), "has_picture": bool(about.picture)}
        show_json(told | ({"words": about.words} if shown else {}))
        return
    click.echo(f"{about.iro}: {about.in_words}")
    if about.words and shown:
        click.echo(about.words)
