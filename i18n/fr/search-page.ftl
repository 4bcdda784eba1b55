# Page de recherche.
search-label = Chercher dans les entretiens
search-view = Disposition
search-view-aligned = Alignée
search-view-context = En contexte
search-width = Contexte
search-width-short = court
search-width-long = long
search-width-turn = tour entier
search-start = Écrivez un mot : les passages s’affichent à mesure.
search-hint = Essayez « “remplir le dossier” », « “peur caf”~10 » (au plus dix mots entre eux), « lettre OR courrier », « démarch* », « code:isolement », « lettre -recommandée ».
search-no-hit = Aucune occurrence de « { $query } ».
search-instead = Chercher
search-unfilter = Ôter les filtres
search-filters = Filtres
search-facet-role = Qui parle
search-facet-code = Déjà codé
search-facet-transcript = Entretien
search-role-respondent = Enquêté·e
search-role-interviewer = Enquêteur, enquêtrice
search-more-codes = Voir les { $count } codes
search-summary-places = { $count ->
        [1] Une occurrence
       *[other] { $count } occurrences
    } dans { $transcripts ->
        [1] un entretien
       *[other] { $transcripts } entretiens
    }, singuliers et pluriels compris.
search-summary-turns = { $count ->
        [1] Un tour
       *[other] { $count } tours
    } dans { $transcripts ->
        [1] un entretien
       *[other] { $transcripts } entretiens
    }.
search-count-places = { $count ->
        [one] 1 occurrence
       *[other] { $count } occurrences
    }
search-count-turns = { $count ->
        [one] 1 tour
       *[other] { $count } tours
    }
search-table = Occurrences par entretien. Flèches : aller de l’une à l’autre ; Espace : choisir ; Maj et flèche : choisir une suite ; Entrée : ouvrir l’entretien.
search-column-tick = Choisir
search-column-before = Avant
search-column-hit = Occurrence et suite
search-column-turn = Codes et tour
search-line = Choisir l’occurrence, { $interview }, tour { $turn } : « { $words } »
search-next = Voir la suite
search-bulk = Coder la sélection
search-scope = Ce qui est codé
search-scope-hit = l’occurrence
search-scope-sentence = la phrase
search-scope-turn = le tour
search-code = Code à poser
search-enter = Entrée
search-tick-all = Tout choisir
search-tick-none = Effacer le choix
search-ticked = { $count ->
        [one] 1 occurrence choisie
       *[other] { $count } occurrences choisies
    }
search-do-hit = { $count ->
        [one] Coder 1 occurrence
       *[other] Coder { $count } occurrences
    }
search-do-sentence = { $count ->
        [one] Coder 1 phrase
       *[other] Coder { $count } phrases
    }
search-do-turn = { $count ->
        [one] Coder 1 tour
       *[other] Coder { $count } tours
    }
search-coded = { $count ->
        [0] Rien de nouveau à coder.
        [one] « { $code } » posé sur 1 passage.
       *[other] « { $code } » posé sur { $count } passages.
    }{ $already ->
        [0] {""}
        [1] {" "}Un passage le portait déjà.
       *[other] {" "}{ $already } passages le portaient déjà.
    }
search-undo = Annuler
search-undone = Annulé : les passages ne sont plus codés.
search-too-many = Seules les { $count } premières occurrences sont choisies.
search-away = Le serveur ne répond plus. Ce qui est choisi reste choisi ; recommencez quand il est revenu.

# Champ de code : le même sur toutes les pages.
code-field-placeholder = Quelques lettres d’un code
code-field-none = Aucun code de ce nom
code-field-last = dernier code
code-field-found = { $count ->
        [one] 1 code
       *[other] { $count } codes
    }
