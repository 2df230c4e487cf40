"""The app room: command line and HTTP. It only composes `extractors` and `graph`."""
