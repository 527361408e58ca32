"""Governance as a graph: what documents claim, what follows from it, and what can be asked.

Read in this order: `model` (the nouns), `kinds` (the vocabulary), `spans` (printed dates), `derive` (claims become
relations), `store` and `stores` (where a graph is kept), `queries` (the questions), `pictures` (what is drawn).
Nothing here knows of Flask, of the command line, of the environment or of a file's place.
"""
