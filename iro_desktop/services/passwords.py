"""Passphrases people can remember: five words from a list of plain short English ones (over 50 bits with a number)."""

import random

WORDS = (
    "acorn amber anchor apple april arrow aspen autumn badge bagel baker bamboo banjo barley basil beacon bench "
    "berry birch bishop blanket blossom bobbin bonnet border bottle bramble bread brick bridge bright broom bubble "
    "bucket butter button cabin cactus camel candle canvas carbon cargo carpet carrot castle cedar cellar cereal "
    "chalk cherry chimney cinder circle citrus clay clever cliff clock clover coast cobble cocoa comet copper coral "
    "corner cotton cradle crane crayon cricket crown crumb crystal cuckoo curtain cushion daisy dawn deck denim "
    "desert dinner dolphin donkey door dragon drift drum dune eagle early earth easel echo elbow ember engine "
    "ermine fable falcon feather fence fern ferry fiddle field finch flame flannel flask flint flour flute forest "
    "fossil fountain fox frost gable galaxy garden garlic gentle ginger glacier glass glove goblet golden goose "
    "grain granite grape gravel green guitar hammer hamper harbour harvest hazel heather hedge helmet heron hinge "
    "hollow honey hoop horizon hotel humble ice igloo inch indigo ink iris island ivory ivy jacket jasmine jelly "
    "jigsaw jolly journey jug jungle juniper kayak kettle kingdom kitchen kite kitten ladder lagoon lamp lantern "
    "lark laurel lavender leaf ledge lemon lentil level light lilac lily linen lion lizard lobster locket lotus "
    "lunar lute magnet magpie mango maple marble market meadow melon mercury merry mild mill mint mirror misty "
    "mitten mole moon morning mosaic moss mountain muffin museum music mustard nectar needle nest nettle noble "
    "noodle north nutmeg oak oasis oat ocean olive onion opal orbit orchard orchid otter oven oyster paddle palace "
    "panda paper parade parrot parsley pasta path pebble pencil penguin pepper piano picnic pigeon pillow pilot "
    "pine planet plate plum pocket polar pond poppy porch potato prairie prism pumpkin puzzle quarry quartz quick "
    "quiet quilt rabbit radio raft rain raven reef ribbon ridge river robin rocket rose royal ruby saddle saffron "
    "sail salad salmon sand sapling satin saucer scarf school sequin shadow shelf shell silver skate sketch slate "
    "sleigh slipper snow solar song spark sparrow spice spiral spoon spring spruce squirrel stable star steam stone "
    "storm straw stream summer sunny swan swift table tailor tandem teapot temple tender thimble thistle thunder "
    "tiger timber toast tomato topaz tower trail travel treacle tulip tunnel turnip turtle umbrella upland valley "
    "vanilla velvet violet violin vista wagon walnut walrus water wheat whistle willow window winter wonder woollen "
    "yellow yonder zebra zenith zigzag "
).split()


def five_words(source: random.Random) -> str:
    """Five words and two digits, joined by blanks."""
    return " ".join([*(source.choice(WORDS) for _ in range(5)), f"{source.randrange(10, 100)}"])
