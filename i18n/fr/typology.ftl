# Étapes du calcul de la typologie.
progress-typology-null = Échantillons sans groupes
progress-typology-coders = Tirages entre codeurs
progress-typology-weights = Tirages des poids
