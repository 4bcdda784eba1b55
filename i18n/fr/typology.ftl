# Étapes du calcul de la typologie.
progress-typology-null = Échantillons sans groupes
progress-typology-coders = Tirages entre codeurs
progress-typology-weights = Tirages des poids

# Les méthodes que la commande compare, et pourquoi il n’y a pas de profils.
typology-method-exact = Optimum exact
typology-method-kmeans = k-moyennes
typology-method-ward = Ward
typology-method-quadrants = Quadrants
typology-method-coder = Codeur { $coder } seul
typology-method-presence = Présence seule
typology-method-segments = Nombre d’extraits
typology-method-rate = Extraits pour 1 000 mots
typology-method-coverage = Part du texte
typology-method-intensity = Intensité la plus haute
typology-method-z = Axes centrés et réduits
typology-method-robust = Axes réduits par la médiane
typology-method-ranks = Rangs
typology-method-components = Composantes de tous les codes
typology-method-researcher = Placement de l’équipe
typology-error-too-few = { $cases ->
        [0] aucun entretien n’a de place sur les axes
        [one] un seul entretien a une place sur les axes
       *[other] { $cases } entretiens seulement ont une place sur les axes
    }, pour { $groups } profils demandés
typology-error-empty-axis = aucun code du livre n’a de poids sur l’axe « { $axis } »
typology-error-no-axis = aucun axe ne distingue les entretiens
typology-error-coincident = trop d’entretiens ont la même place pour { $groups } profils
