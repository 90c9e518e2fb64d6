"""Challenge and praise: the board, the lists, the counts, and one alert in full."""
