"""What is done with alerts and legal advice: raised, answered, taken further, changed. Forms open through the deeds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.acts import AnswerAlert, RemoveAlert
from iro_desktop.domain.vocabulary import ServiceList, Standing
from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.challenge_views import AdviceRow, AlertCard, AlertDraft
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.alert_change import CHANGE_TITLE, change_alert
from iro_desktop.ui.forms.about.alerts import STEP_TITLE, alert_step, to_be_answered
from iro_desktop.ui.forms.about.legal_advice import legal_advice
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.raise_alert import RaiseAlertForm
from iro_desktop.ui.review_deeds import ReviewDeeds

_OF_ALERTS = "alert."  # how the ids of their rules begin
_LATE = frozenset({Standing.OVERDUE, Standing.MISSED, Standing.MET_LATE})
_NONE_HERE = "No alert is recorded for this child. Nothing was changed. X raises one."


def no_alert() -> AlertCard | None:
    """Where no page shows alerts, none is chosen."""
    return None


def no_advice() -> AdviceRow | None:
    """Where no page shows legal advice, none is chosen."""
    return None


class ChallengeDeeds(QObject):
    """About the alert that is chosen, or meant by the date in hand; else one of the child's own."""

    alert_wanted = Signal(object)  # an AlertCard to be shown in full

    def __init__(self, deeds: Deeds, reviews: ReviewDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._desk, self._reviews = deeds, deeds.desk, reviews
        self.chosen: Callable[[], AlertCard | None] = no_alert
        self.shown: Callable[[], AlertCard | None] = no_alert  # chosen in a place of alerts alone: D is about it
        self.chosen_advice: Callable[[], AdviceRow | None] = no_advice
        deeds.also_can = self._also_can

    # which one

    def meant(self) -> AlertCard | None:
        """The chosen alert, or the one whose clock is in hand."""
        view, row = self._deeds.in_hand.view, self._deeds.in_hand.deadline
        chosen = self.chosen()
        if view is None:
            return None
        return chosen if chosen is not None and chosen.child == view.child else self.of_clock(view, row)

    def of_clock(self, view: ChildView, row: DeadlineRow | None) -> AlertCard | None:
        """The alert that date is a clock of."""
        if row is None or not row.rule.startswith(_OF_ALERTS):
            return None
        cards = self._of_child(view)
        clocks = ((card, clock) for card in cards for clock in (card.clock, card.cap))
        return next((card for card, clock in clocks if clock is not None and clock.deadline_id == row.id), None)

    def _of_child(self, view: ChildView) -> tuple[AlertCard, ...]:
        return self._deeds.attempt(lambda: self._desk.alerts_of(view.child)) or ()

    def _also_can(self, command: Command) -> bool | None:
        """What the alert that is meant decides; None: nothing."""
        if command in {Command.DONE, Command.DONE_ON}:
            card = self._in_question()
            return None if card is None else card.is_open and not card.is_answered and card.clock is not None
        if command in {Command.ALERT_STEP, Command.ALERT} and self.meant() is not None:
            return True
        return None

    def _in_question(self) -> AlertCard | None:
        """The alert that D is about: shown where alerts stand alone, or the one whose clock is in hand."""
        view, row = self._deeds.in_hand.view, self._deeds.in_hand.deadline
        shown = self.shown()
        if view is None:
            return None
        return shown if shown is not None and shown.child == view.child else self.of_clock(view, row)

    # what is done

    def open(self) -> None:
        """Show the alert in full."""
        view = self._deeds.in_hand.view
        card = self.meant() or (next(iter(self._of_child(view)), None) if view else None)
        if card is not None:
            self.alert_wanted.emit(card)

    def raise_alert(self) -> None:
        """Raise one: drafted where a recommendation is chosen or the date in hand is missed, else empty."""
        view = self._deeds.in_hand.view
        if view is None:
            return
        draft = self._draft(view)
        form = self._deeds.attempt(
            lambda: RaiseAlertForm(self._desk, self._deeds.save, view, draft, self._deeds.save_as)
        )
        if form is not None:
            self._deeds.form_wanted.emit(form)

    def _draft(self, view: ChildView) -> AlertDraft | None:
        one, row, desk = self._reviews.chosen().recommendation, self._deeds.in_hand.deadline, self._desk
        if one is not None and one.is_open:
            return self._deeds.attempt(lambda: desk.recommendation_alert(view.child, one.held_on, one.number))
        if row is None or row.standing not in _LATE or row.rule.startswith(_OF_ALERTS) or self.chosen() is not None:
            return None
        if row.rule == DUE.id:
            return self._of_recommendation(view, row)
        return self._deeds.attempt(lambda: desk.draft_alert(row.id))

    def _of_recommendation(self, view: ChildView, row: DeadlineRow) -> AlertDraft | None:
        """Drafted from the recommendation whose day is in hand."""
        told = self._deeds.attempt(lambda: self._desk.reviews_held(view.child))
        wanted = (row.review_on, row.due_on)
        one = next((one for one in told.still_open if (one.held_on, one.due_on) == wanted), None) if told else None
        if one is None:
            return None
        return self._deeds.attempt(lambda: self._desk.recommendation_alert(view.child, one.held_on, one.number))

    def step(self) -> None:
        """Say what became of an alert; an answer is what comes first."""
        view, meant = self._deeds.in_hand.view, self.meant()
        if view is None:
            return
        cards = (meant,) if meant is not None else self._of_child(view)
        cards = tuple(card for card in cards if card.is_open) or cards
        if cards:
            self._step(view, cards)
        else:
            self._deeds.went_wrong.emit(_NONE_HERE)

    def _step(self, view: ChildView, cards: Sequence[AlertCard]) -> None:
        questions = self._deeds.attempt(lambda: self._about(cards))
        if questions is not None:
            self._ask(questions, view)

    def _about(self, cards: Sequence[AlertCard]) -> Questions:
        stories = [self._desk.alert(card.child, card.raised_on, card.nth) for card in cards]
        return alert_step(stories, self._desk.service_list(ServiceList.EFFECT), self._desk.today_on)

    def done(self) -> None:
        """D: the stage in hand was answered today; else the work in hand is done."""
        card = self._in_question()
        story = self._deeds.attempt(lambda: self._desk.alert(card.child, card.raised_on, card.nth)) if card else None
        waiting = to_be_answered(story) if story else ()
        if card is None:
            self._deeds.done()
        elif waiting and self._also_can(Command.DONE):
            act = AnswerAlert(
                child=card.child,
                raised_on=card.raised_on,
                nth=card.nth,
                stage=waiting[0].stage,
                answered_on=self._desk.today_on,
            )
            self._deeds.save_at_once((act,), act.sentence)

    def done_on(self) -> None:
        """Shift+D: it was answered on another day, with what was answered; else the work was done on another day."""
        view, card = self._deeds.in_hand.view, self._in_question()
        if view is not None and card is not None:
            self._step(view, (card,))
        else:
            self._deeds.done_on()

    def change(self, otherwise: Callable[[], None]) -> None:
        """Q: change what is chosen: an alert, else what is on record of the child."""
        view, card = self._deeds.in_hand.view, self.chosen()
        if view is None or card is None or card.child != view.child:
            otherwise()
        else:
            self._change(view, card)

    def _change(self, view: ChildView, card: AlertCard) -> None:
        themes, effects = self._desk.service_list(ServiceList.THEME), self._desk.service_list(ServiceList.EFFECT)
        self._ask(change_alert(card, themes, effects, self._desk.today_on), view)

    def open_again(self, of: DraftOf) -> bool:
        """Open the form about one alert that holds what was typed; False where it is about none of the child's."""
        view = self._deeds.in_hand.view
        cards = self._of_child(view) if view else ()
        card = next((one for one in cards if one.key == of.subject), None)
        ways = {CHANGE_TITLE: self._change, STEP_TITLE: lambda view, card: self._step(view, (card,))}
        if view is None or card is None or of.title not in ways:
            return False
        ways[of.title](view, card)
        return True

    def take_away(self, card: AlertCard) -> None:
        """Take an alert away that was entered by mistake; undo brings it back."""
        self._deeds.take_away(RemoveAlert(child=card.child, raised_on=card.raised_on, nth=card.nth))

    def legal_advice(self) -> None:
        """Ask for legal advice, or say what was advised."""
        view, meant = self._deeds.in_hand.view, self.chosen_advice()
        rows = self._deeds.attempt(lambda: self._desk.advice(view.child)) if view else None
        if view is not None and rows is not None:
            of_child = meant if meant is not None and meant.child == view.child else None
            self._ask(legal_advice(view, rows, self._desk.today_on, of_child), view)

    def _ask(self, questions: Questions, view: ChildView) -> None:
        form = AskForm(questions, self._desk.typed_date, self._deeds.save, about_words(view))
        self._deeds.form_wanted.emit(form)
