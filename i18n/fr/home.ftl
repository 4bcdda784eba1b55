# Accueil, portrait d’un cas, journal, mémos.
