# Page des mots : classes de segments, profils, vocabulaire.
words-title = Mots des enquêtés
words-lead = Ce que disent les enquêtés, compté : les manières de dire qui vont ensemble, où elles se trouvent, et les mots propres à chaque profil. Chaque mot mène à ses occurrences.
words-classes = Classes
words-segment = Mots par segment
words-double = Mots par segment, seconde taille (facultatif)
words-forms = Formes telles quelles, sans les réunir par racine
words-do = Calculer
words-computing = Les mots sont comptés et classés ; la page se complète seule.
words-computing-share = Les mots sont comptés et classés, { $share } %
words-classes-title = Classes de segments (Reinert)
words-discourse = Barre et nombre : le khi-deux de chaque mot avec la classe ; les mots d’un seul entretien ne sont pas listés. Ces classes sont des manières de dire, pas des groupes de personnes.
words-held = { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }
words-chi2 = khi-deux
words-typical = Segments typiques
words-crossing-part = Classes et profils
words-crossing-title = Segments de chaque classe dans les entretiens de chaque profil
words-vocabulary-title = Vocabulaire distinctif des profils
words-vocabulary-of = Vocabulaire de { $profile }
words-vocabulary-unit = { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }, { $words } mots des enquêtés
words-no-word = { $profile } : aucun mot ne se distingue (spécificité d’au moins 2, cinq occurrences, deux entretiens).
words-word = Mot
words-specificity = Spécificité
words-here = Ici
words-all = Partout
words-interviews = Entretiens d’ici
