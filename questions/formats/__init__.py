"""One module per format: items in, text or bytes out; and back where the format is read."""
