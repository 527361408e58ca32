"""The questions that a graph answers, the same from every store: `ask.ask` asks them by name."""
