"""A picture and an answer as documents for an office: PowerPoint, Word, PNG. Each takes plain data and gives bytes."""
