"""What the explorer shows: an entity and its surroundings, opened step by step, never more than can be drawn."""
