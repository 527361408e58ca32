"""Questions as people type them: names, dates and the vocabulary's own verbs are found in them, nothing is guessed."""
