"""Files in and out. Turns bytes into rows and rows into bytes; knows nothing of the store."""
