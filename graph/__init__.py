"""The graph room: what was read, kept, resolved and answered. It knows no Korean and no HTTP."""
