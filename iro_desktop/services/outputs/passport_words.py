"""What a passport says for each band of age: what a review is, and what an IRO is for."""

from dataclasses import dataclass

from iro_desktop.domain.vocabulary import AgeBand


@dataclass(frozen=True, slots=True)
class About:
    """The words of one band. Braces: ``name``, ``iro``."""

    greeting: str
    who: str
    job: str
    review_heading: str
    review: tuple[str, ...]
    help_heading: str
    help: str


_MIDDLE = About(
    greeting="Hi {name}, this is for you.",
    who="My name is {iro}. I am your Independent Reviewing Officer. That is a long name, so people say IRO.",
    job="I check that the plans for you are good. I make sure that people listen to you and do what they say.",
    review_heading="What is a review?",
    review=(
        "It is a meeting about you: how you are, and what should change.",
        "You can help to choose where it is and who comes.",
        "You can come, or stay for a part of it. You can also write, draw or tell me what you think.",
        "I come to see you before it, so that we can talk alone.",
    ),
    help_heading="If something is wrong",
    help="Tell me, or tell any adult you trust. An advocate is a person on your side, who helps you to say what you "
    "want. Ask me to find you one. Childline is free: 0800 1111.",
)

ABOUT = {
    AgeBand.EARLY: About(
        greeting="Hello {name}!",
        who="My name is {iro}.",
        job="I help to see that you are safe and well.",
        review_heading="Why do I come?",
        review=(
            "I come to see you, and we can play.",
            "Then the grown-ups talk about what is good for you.",
            "You can tell me what you like.",
        ),
        help_heading="If you are sad or cross",
        help="Tell a grown-up. You can tell me too. We will help you.",
    ),
    AgeBand.YOUNG: About(
        greeting="Hello {name}! This is for you.",
        who="My name is {iro}.",
        job="I make sure that grown-ups look after you well and do what they say.",
        review_heading="What is a review?",
        review=(
            "It is a meeting about you.",
            "We talk about what is good, and what you want to change.",
            "You can come. You can also draw or write what you think.",
            "I will come to see you first.",
        ),
        help_heading="If you are sad or cross",
        help="You can tell me. You can tell any grown-up you like. There is a helper who can say it with you. That "
        "helper is called an advocate. Childline is free: 0800 1111.",
    ),
    AgeBand.MIDDLE: _MIDDLE,
    AgeBand.OLDER: About(
        greeting="Hi {name},",
        who="I am {iro}, your Independent Reviewing Officer (IRO).",
        job="It is my job to check that the plan for you is right, that your views count, and that people do what they "
        "agreed. I do not work in your social worker’s team, and I can disagree with it.",
        review_heading="Your reviews",
        review=(
            "A review is a meeting about how things are going for you and what should change.",
            "You can help to decide where it is, when it is and who comes, and you can lead it.",
            "If you do not want to be there, you can write to me or ask somebody to speak for you.",
            "Before each review I offer to see you alone.",
        ),
        help_heading="Your rights",
        help="You have the right to an advocate, who is on your side, and to make a complaint. I can help you with "
        "both. Childline is there day and night on 0800 1111, free of charge.",
    ),
    AgeBand.NEARLY_ADULT: About(
        greeting="Hi {name},",
        who="I am {iro}, your Independent Reviewing Officer (IRO).",
        job="I chair your reviews, check that your plan is right for you and that people do what they have agreed. I "
        "am independent of your social worker’s team, and I can challenge it.",
        review_heading="Your reviews",
        review=(
            "They look at your plan, now and for the time after you turn 18.",
            "Where and when they are and who is there is largely up to you. You can chair them.",
            "You can ask for a review earlier if something important changes.",
            "You can talk to me in private, before a review or at any time.",
        ),
        help_heading="Your rights",
        help="You have the right to an independent advocate, to see what is written about you and to make a complaint. "
        "I can put you in touch with the right people. Childline is open to you until you are 19: 0800 1111.",
    ),
}
