# Coders, agreement, disagreements.
