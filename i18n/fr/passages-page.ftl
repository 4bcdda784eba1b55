# Passages et matrices.
passages-summary = { $count ->
        [0] Aucun passage sur { $passages }.
        [one] 1 passage sur { $passages } ({ $share }).
       *[other] { $count } passages sur { $passages } ({ $share }), dans { $transcripts ->
            [1] un entretien
           *[other] { $transcripts } entretiens
        } sur { $all }.
    }
passages-age = { $age } ans
passages-interview = entretien { $interview }
passages-turn = tour { $turn }
passages-turns = tours { $first }–{ $last }
passages-matrices = Matrices
passages-download = Télécharger (csv)
passages-copy = Copier
passages-copied = { $count ->
        [one] 1 passage copié avec sa source.
       *[other] { $count } passages copiés avec leur source.
    }
passages-add-condition = Ajouter une condition
passages-add = Passages qui remplissent
passages-add-do = Ajouter
passages-kind = Sorte de condition
passages-value = Condition
passages-list-all = toutes ces conditions
passages-list-any = l’une de ces conditions
passages-list-not = aucune de ces conditions
passages-remove = Ôter la condition : { $name }
passages-clear = Tout effacer
passages-kind-code = code, sous-codes compris
passages-kind-only = ce code seul
passages-kind-theme = thème
passages-kind-overlaps = chevauche un passage codé
passages-kind-turn = dans le même tour qu’un passage codé
passages-kind-transcript = entretien
passages-kind-attribute = attribut de l’entretien
passages-kind-coder = codeur
passages-kind-intensity = intensité
passages-kind-definition = définition
passages-is-code = code { $name }
passages-is-only = code { $name } seul
passages-is-theme = thème { $name }
passages-is-coder = codé par { $name }
passages-is-transcript = entretien { $name }
passages-is-attribute = { $name } : { $value }
passages-is-overlaps = chevauche { $name }
passages-is-turn = même tour que { $name }
passages-is-intensity = intensité { $name }
passages-is-no-intensity = sans intensité
passages-is-stale = codé sous une définition ancienne
passages-intensity-none = sans intensité
passages-definition-stale = ancienne : le code a été redéfini depuis
passages-facet-code = Code
passages-facet-transcript = Entretien
passages-facet-coder = Codeur
passages-facet-intensity = Intensité
passages-named = { $count ->
        [0] Requêtes nommées
       *[other] Requêtes nommées ({ $count })
    }
passages-named-none = Aucune requête nommée. Posez des conditions, puis donnez-leur un nom ici.
passages-save = Nommer cette requête
passages-save-do = Enregistrer
passages-saved = Requête « { $name } » enregistrée.
passages-forget = Supprimer la requête « { $name } »
passages-forgotten = Requête supprimée.
passages-undo = Annuler
passages-away = Le serveur ne répond plus. Rien n’est perdu ; recommencez quand il est revenu.
passages-none = Aucun passage ne remplit ces conditions.
passages-nothing-coded = Rien n’est encore codé.
passages-go-code = Ouvrir un entretien
passages-pages = Suite des passages
passages-previous = Précédents
passages-next = Suivants
passages-range = { $first }–{ $last } sur { $total }

# Matrices.
matrices-title = Matrices
matrices-lead = Chaque nombre ouvre ses passages.
matrices-axis = Codes croisés avec
matrices-by-transcripts = les entretiens
matrices-by-codes = les codes
matrices-by-attribute = { $name }
matrices-measure = Ce que disent les cases
matrices-measure-passages = passages
matrices-measure-intensity = intensité la plus haute
matrices-measure-interviews = entretiens
matrices-measure-words = mots codés
matrices-measure-coverage = part des mots, en %
matrices-measure-turns = tours communs
matrices-measure-overlaps = extraits qui se chevauchent
matrices-explain-passages = Passages codés, tous codeurs ensemble : un même passage codé par deux personnes compte deux fois.
matrices-explain-intensity = Intensité la plus haute donnée par un codeur, de 1 à 3 ; un passage sans intensité vaut 1.
matrices-explain-interviews = Entretiens où cela se trouve au moins une fois.
matrices-explain-words = Mots des enquêtés qui portent le code, sans compter deux fois ce qui se recouvre.
matrices-explain-coverage = Part des mots des enquêtés qui porte le code, en %.
matrices-explain-turns = Tours de parole qui portent les deux codes ; sur la diagonale, ceux qui portent le code.
matrices-explain-overlaps = Extraits des deux codes qui ont des mots en commun ; sur la diagonale, les extraits du code.
matrices-view = Présentation
matrices-view-table = Tableau
matrices-view-network = Réseau
matrices-network = Codes qui se trouvent ensemble
matrices-pairs = Les paires les plus fréquentes
matrices-no-pair = Aucune paire de codes ne se trouve ensemble.
matrices-arcs-key = Plus l’arc est épais, plus les deux codes se trouvent ensemble.
matrices-download = Télécharger (csv)
matrices-code = Code
matrices-total = Total
matrices-one = Code affiché
matrices-cell = { $code }, { $column } : { $value }
matrices-empty = Rien n’est encore codé.
matrices-key = De rien au plus grand nombre du tableau
matrices-view-accumulation = Au fil des entretiens
