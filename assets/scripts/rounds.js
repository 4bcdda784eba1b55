// Rounds of coding: opening, closing, changing.
