# Codeurs, accord, désaccords.
coders-title = Codeurs
coders-one = Une seule personne a codé : il n’y a rien à comparer encore.
coders-one-here = Une seule personne a codé cet entretien.
coders-basis = { $first } et { $second } ont codé { $interviews ->
        [0] { "" }aucun entretien en commun.
        [one] un entretien en commun, { $turns } tours d’enquêté·es.
       *[other] { $interviews } entretiens en commun, { $turns } tours d’enquêté·es.
    }
coders-first = À gauche
coders-second = À droite
coders-compare = Comparer
coders-alpha = α de Krippendorff
coders-alpha-here = α, cet entretien
coders-alpha-all = α, tous les entretiens
coders-kappa = κ de Cohen
coders-positive = Accord positif
coders-positive-short = Acc. pos.
coders-percent = Paires égales
coders-percent-short = Égales
coders-settled = Réglés
coders-settled-of = { $settled } sur { $total }
coders-unit = Unité : un code dans un tour d’enquêté·e, posé ou non. Intervalle à 95 % par rééchantillonnage d’entretiens entiers (sous huit entretiens, de leurs tours aussi). Le consensus n’est pas compté comme une personne.
coders-by-interview = Entretien par entretien
coders-by-code = Code par code
coders-by-code-alpha = α par code
coders-code = Code
coders-axis = α sur un axe de 0 à 1
coders-interval = 95 %
coders-interval-of = intervalle sur tous les entretiens { $interval }
coders-low = Du plus faible au plus fort. Trait à 0,667, le moins que Krippendorff accepte pour conclure avec réserve.
coders-undefined = ind.
coders-undefined-same = Indéfini : les deux ont fait de même dans tous les tours.
coders-undefined-few = Indéfini : aucun entretien n’est codé par les deux.
coders-reading = { $id }, deux lectures
coders-reading-about = Unité : le tour de l’enquêté·e ({ $turns } ici). Point et nombre : cet entretien. Barre : intervalle à 95 % sur { $interviews } entretiens ; un seul entretien n’en donne pas. Trait à 0,667.
coders-duo = Lecture côte à côte
coders-open = Ouvrir l’entretien
coders-questions = Désaccords
coders-shown = Désaccords montrés
coders-show-all = Tous
coders-show-open = Ouverts
coders-show-boundaries = Bornes
coders-show-code = Codes
coders-all-settled = Tout est réglé sur { $id }.
coders-next = Passer à { $id }
coders-question-boundaries = Bornes, tour { $turn }
coders-question-code = Code différent, tour { $turn }
coders-question-alone = { $name } uniquement, tour { $turn }
coders-is-settled = , réglé
coders-nothing = rien
coders-choose = Choisir
coders-union = Réunir
coders-none = Aucun
coders-reason = Raison, gardée dans le journal
coders-reason-optional = Facultative
coders-answered = Réglé par { $name } : { $choice }.
coders-chosen = Réglé : { $choice }. { $progress }.
coders-undo = Annuler
coders-blind = Vague « { $round } » à l’aveugle : les désaccords s’ouvriront quand elle sera fermée.
coders-blind-until = Vague « { $round } » à l’aveugle : les désaccords s’ouvriront après le { $until }.
coders-rounds = Vagues de codage
coders-rounds-about = Une vague dit qui code quels entretiens. À l’aveugle, personne n’y voit ce que font les autres avant sa fin.
coders-rounds-none = Aucune vague encore.
coders-round-about = { $coders }, { $interviews ->
        [1] un entretien
       *[other] { $interviews } entretiens
    }{ $blind ->
        [yes] , à l’aveugle
       *[no] { "" }
    }
coders-round-open = ouverte
coders-round-until = ouverte jusqu’au { $until }
coders-round-closed = fermée
coders-round-close = Fermer la vague
coders-round-new = Nouvelle vague
coders-round-name = Nom
coders-round-coders = Personnes
coders-round-transcripts = Entretiens
coders-round-blind = À l’aveugle : les codages des autres sont absents des pages
coders-round-last = Dernier jour (facultatif)
coders-round-do = Ouvrir la vague
