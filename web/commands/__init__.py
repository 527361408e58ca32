"""The commands of `govgraph`, one module each: they read what was typed, call, and print."""
