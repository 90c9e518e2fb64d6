"""The sentences of a letter for each band of age. A service changes the letter, not these; they are where it begins."""

from dataclasses import dataclass, replace

from iro_desktop.domain.vocabulary import AgeBand


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a letter for one band says. Braces: ``name``, ``iro``, ``day``, ``review``, ``who``, ``words``.

    Where ``there`` has no place for ``who``, those who came stand beneath it as a list.
    """

    greeting: str
    me: str
    me_unnamed: str
    opening: str
    review: str
    pathway: str
    came: str  # they were there
    sent: str  # they sent word
    missed: str  # neither
    there: str
    not_there: str
    said_heading: str
    said: str
    agreed_heading: str
    agreed: str
    nothing_agreed: str
    declined: str
    they_do: str
    you_do: str
    i_do: str
    by: str
    done: str
    next_heading: str
    next_on: str
    next_by: str
    next_unknown: str
    help_heading: str
    help: str
    closing: str


_MIDDLE = Phrases(
    greeting="Hi {name},",
    me="I am {iro}. I check that the plans for you are good, and that people do what they say. My job is called "
    "Independent Reviewing Officer.",
    me_unnamed="I check that the plans for you are good, and that people do what they say.",
    opening="On {day} we had {review}.",
    review="your review. It is a meeting about how things are going for you",
    pathway="your review. It is a meeting about your plan for when you leave care",
    came="Thank you for coming. It was good to hear from you.",
    sent="You did not come. You let us know what you think, and that helped. Thank you.",
    missed="You were not there, and that is all right. I would like to hear what you think.",
    there="These people came: {who}.",
    not_there="They could not come: {who}.",
    said_heading="What you told us",
    said="You said: “{words}.” We talked about it.",
    agreed_heading="What we want to happen",
    agreed="We talked about what would help. This is what we want to happen:",
    nothing_agreed="Things can stay as they are. If you want something to change, tell me.",
    declined="We asked for something else too, and the answer was no. I will tell you why.",
    they_do="{Who} will see to it",
    you_do="You will do this, with help if you want it",
    i_do="I will do this myself",
    by=", by {day}",
    done="This is done.",
    next_heading="When we meet again",
    next_on="Your next review is on {day}. You can help to choose who comes and where we meet.",
    next_by="Your next review will be by {day}. You can help to choose who comes and where we meet.",
    next_unknown="I will tell you when your next review is. You can help to choose who comes and where we meet.",
    help_heading="If you are not happy",
    help="You can talk to me at any time. If something is wrong, you can say so. That is called a complaint, and "
    "nobody may be cross with you for it. An advocate is a person on your side. They help you to say what you want. "
    "Ask me, or any adult you trust, to find you one. You can also call Childline on 0800 1111. It is free.",
    closing="From {iro}",
)

WORDS = {
    AgeBand.EARLY: replace(
        _MIDDLE,
        greeting="Hello {name},",
        me="My name is {iro}. I help to see that you are safe and well.",
        me_unnamed="I help to see that you are safe and well.",
        opening="On {day} some grown-ups met to talk about you.",
        came="You were there too. I liked to see you.",
        sent="You did not come. You told us what you like. Thank you.",
        missed="",
        there="These people came:",
        not_there="",
        said_heading="What you told us",
        said="You told us: “{words}.”",
        agreed_heading="What we will do",
        agreed="We want good things for you. This is what we want:",
        nothing_agreed="All is well. It can stay as it is.",
        declined="",
        they_do="{Who} will do it",
        you_do="You can do it with some help",
        i_do="I will do it",
        by="",
        done="It is done.",
        next_heading="What comes next",
        next_on="We will meet again on {day}.",
        next_by="We will meet again by {day}.",
        next_unknown="We will meet again.",
        help_heading="If you are sad or cross",
        help="Tell a grown-up. You can tell me too. We will listen, and we will help you.",
        closing="From {iro}",
    ),
    AgeBand.YOUNG: replace(
        _MIDDLE,
        me="My name is {iro}. I check that grown-ups look after you well. They must do what they say.",
        me_unnamed="I check that grown-ups look after you well. They must do what they say.",
        review="a meeting about you. It is called your review",
        pathway="a meeting about you. It is called your review",
        came="Thank you for being there.",
        sent="You did not come. You told us what you think. Thank you.",
        missed="You were not there. That is all right. I want to hear from you.",
        there="These people came:",
        not_there="These people could not come:",
        said="You said: “{words}.” We thought about that.",
        agreed_heading="What we want to happen",
        agreed="We want these things to happen:",
        nothing_agreed="Things can stay as they are. If you want a change, tell me.",
        declined="We asked for one more thing. The answer was no. I will tell you why.",
        they_do="{Who} will do it",
        you_do="You can do it, with some help",
        i_do="I will do it",
        next_on="We will meet again on {day}. Who do you want to be there? You can tell me.",
        next_by="We will meet again by {day}. Who do you want to be there? You can tell me.",
        next_unknown="I will tell you when we meet again. Who do you want to be there? You can tell me.",
        help_heading="If you are sad or cross",
        help="You can tell me. You can tell any grown-up you like. It is fine to say when things are wrong. There is a "
        "helper who can say it with you. That helper is called an advocate. Ask me, and I will find one for you. "
        "You can also call Childline on 0800 1111. It is free.",
    ),
    AgeBand.MIDDLE: _MIDDLE,
    AgeBand.OLDER: replace(
        _MIDDLE,
        me="I am {iro}, your Independent Reviewing Officer. My job is to check that the plan for you is right and that "
        "your views count. I also check that people do what they agreed.",
        me_unnamed="I am writing to you about your review.",
        review="your review, to look at how things are going and what should change",
        pathway="your review, to look at your plan for leaving care and what should change",
        came="Thank you for coming and for what you brought to it.",
        sent="You decided not to come, but you let us know your views. Thank you: they mattered.",
        missed="You were not there, and that is your choice. I would still like to know what you think.",
        there="The people who came were {who}.",
        not_there="The people who could not come were {who}.",
        said="You told us: “{words}.” We talked about this at the review.",
        agreed_heading="What was agreed",
        agreed="This is what I have recommended, and who is responsible for it:",
        nothing_agreed="Nothing needs to change at the moment. If you see it another way, tell me.",
        declined="I recommended one more thing which was not accepted. I will explain why if you ask me.",
        they_do="{Who} will see to this",
        you_do="This one is yours, with help if you want it",
        i_do="I will do this myself",
        next_heading="Your next review",
        next_on="It is on {day}. You can help to decide where it is and who comes, and you can lead it if you like.",
        next_by="It will be by {day}. You can help to decide where it is and who comes, and lead it if you like.",
        next_unknown="I will tell you the day. You can help to decide where it is and who comes, and lead it if you "
        "like.",
        help_heading="If you are not happy with something",
        help="You can contact me at any time, and you can ask to see me alone. You have the right to make a complaint. "
        "You also have the right to an advocate: somebody on your side who is not part of the council. I can find you "
        "one, or you can ask any worker. Childline is there day and night on 0800 1111, free of charge.",
        closing="Best wishes,\n{iro}",
    ),
    AgeBand.NEARLY_ADULT: replace(
        _MIDDLE,
        me="I am {iro}, your Independent Reviewing Officer. I check that your plan is right for you, that you have a "
        "say in it, and that people do what they have agreed.",
        me_unnamed="I am writing to you about your review.",
        review="your review",
        pathway="the review of your pathway plan, which sets out the support you get as you move on from care",
        came="Thank you for taking part.",
        sent="You chose not to be there and let us know your views. Thank you: they were heard.",
        missed="You were not there, which is up to you. I would still like to hear how you see things.",
        there="Also there: {who}.",
        not_there="Not able to come: {who}.",
        said="In your own words: “{words}.”",
        agreed_heading="What was agreed",
        agreed="These are my recommendations, each with who is responsible:",
        nothing_agreed="I made no recommendations this time. If something should change, please tell me.",
        declined="One recommendation was not accepted. I can go through the reasons with you.",
        they_do="Responsible: {who}",
        you_do="This one is for you; ask if you want help with it",
        i_do="I will do this myself",
        next_heading="Next review",
        next_on="It is on {day}. Tell me where you would like it to be, who should be there, and if you want to "
        "chair it.",
        next_by="It will be by {day}. Tell me where you would like it to be, who should be there, and if you want to "
        "chair it.",
        next_unknown="I will tell you the day. Tell me where you would like it to be, who should be there, and if you "
        "want to chair it.",
        help_heading="Your rights",
        help="You can contact me directly and ask to talk in private. You have the right to an independent advocate, "
        "to see what is written about you, and to make a complaint. I can put you in touch with an advocate. You may "
        "also have the right to a personal adviser, who helps you to plan for the time after you turn 18. Childline is "
        "there until you are 19, day and night, on 0800 1111.",
        closing="Best wishes,\n{iro}\nIndependent Reviewing Officer",
    ),
}
