"""The law as dated data, and the pure functions that turn facts into deadlines. No files, no SQL, no Qt."""
