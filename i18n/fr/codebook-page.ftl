# Page du livre de codes : l’arbre, la fiche d’un code, son histoire, ses passages.
codebook-tree = Livre de codes
codebook-tree-keys = Flèches pour parcourir, Entrée pour ouvrir. Alt et flèches haut ou bas changent l’ordre, Alt et flèches droite ou gauche changent le niveau.
codebook-find = Chercher un code
codebook-find-none = Aucun code ne porte ce nom.
codebook-new-code = Code
codebook-new-theme = Thème
codebook-needs-theme = Ajoutez d’abord un thème
codebook-back = Tout le livre de codes
codebook-others = Le livre de codes a changé ailleurs.
codebook-reload = Mettre à jour
codebook-new-code-title = Nouveau code
codebook-new-theme-title = Nouveau thème
codebook-name = Nom
codebook-colour = Couleur
codebook-no-colour = choisie par propos
codebook-summary = Résumé
codebook-codes = Codes
codebook-no-codes = Aucun code dans ce thème.
codebook-empty = Le livre de codes est vide. Ajoutez un thème, puis ses codes.
codebook-under = Sous « { $title } »
codebook-add = Ajouter
codebook-save = Enregistrer
codebook-leave = Abandonner
codebook-rename = Renommer
codebook-move = Déplacer
codebook-merge = Fusionner
codebook-split = Scinder
codebook-retire = Retirer
codebook-up = Monter
codebook-down = Descendre
codebook-in = Mettre sous le précédent
codebook-out = Sortir d’un niveau
codebook-to-theme = Vers le thème
codebook-move-do = Mettre là
codebook-move-keys = Dans l’arbre : Alt et ↑ ↓ pour l’ordre, Alt et → ← pour le niveau.
codebook-merge-what = Les passages prennent l’autre code ; là où une même personne avait posé les deux sur les mêmes mots, il n’en reste qu’un, avec les deux mémos. Ce code est retiré.
codebook-merge-with = Fusionner avec
codebook-merge-do-none = Fusionner
codebook-merge-do = Fusionner avec « { $title } »
codebook-reason-optional = Pourquoi (facultatif)
codebook-split-what = Cochez des passages ; ils prendront un autre code.
codebook-split-to = Vers un code qui existe
codebook-split-new = Ou un nouveau code, nommé
codebook-split-definition = Sa définition
codebook-split-do = Scinder
codebook-tick-all = Tout cocher
codebook-tick = Cocher le passage : { $words }
codebook-ticked = { $count ->
    [0] Aucun passage coché.
    [one] { $count } passage coché.
   *[other] { $count } passages cochés.
}
codebook-retire-what = Le code garde ses passages, et n’est plus proposé.
codebook-reason = Raison
codebook-instead = Code à donner à sa place (facultatif)
codebook-retire-do = Retirer le code
codebook-retired = Retiré.
codebook-retired-word = retiré
codebook-replaced = Remplacé par
codebook-reinstate = Reprendre
codebook-field-title = Nom
codebook-field-definition = Définition
codebook-field-include = Inclure
codebook-field-exclude = Exclure
codebook-field-examples = Exemples
codebook-field-examples-count = { $count ->
    [0] Exemple
    [one] Exemple
   *[other] Exemples
}
codebook-field-weights = Axes
codebook-field-theme = Thème
codebook-field-parent = Sous
codebook-field-retired = Retrait
codebook-edit-definition = Modifier la définition
codebook-edit-include = Modifier ce qui s’inclut
codebook-edit-exclude = Modifier ce qui s’exclut
codebook-edit-examples = Modifier les exemples
codebook-edit-summary = Modifier le résumé
codebook-examples-how = Une ligne vide entre deux exemples.
codebook-nothing = Rien n’est écrit.
codebook-weight-of = Poids sur l’axe { $axis }
codebook-facts = { $count ->
    [0] Aucun passage.
    [one] { $count } passage dans { $interviews } entretien, { $coders } codeur.
   *[other] { $count } passages dans { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }, { $coders ->
        [one] { $coders } codeur
       *[other] { $coders } codeurs
    }.
}
codebook-history = Histoire du code
codebook-history-read = Lu dans les fichiers de l’étude.
codebook-history-made = Ajouté au livre de codes.
codebook-history-gone = Ôté du livre de codes.
codebook-history-merged = Fusionné.
codebook-version = Version { $count }
codebook-by-interview = Par entretien
codebook-passages = Passages
codebook-which = Passages montrés
codebook-all-passages = Tous
codebook-older = À relire, { $count }
codebook-older-what = { $count ->
    [one] { $count } passage a été codé sous une définition plus ancienne.
   *[other] { $count } passages ont été codés sous une définition plus ancienne.
}
codebook-all-right = Tous conviennent
codebook-right = Convient
codebook-remove = Retirer
codebook-recode = Recoder
codebook-recode-to = Recoder avec
codebook-coded-under = Codé sous la version { $count }
codebook-turn = tour { $count }
codebook-intensity = intensité { $count }
codebook-lost = passage perdu dans le texte actuel
codebook-memo = Mémo
codebook-no-passages = Aucun passage.
codebook-no-passage-yet = Aucun passage. La définition est là pour le premier.
codebook-more = { $count ->
    [one] { $count } autre passage.
   *[other] { $count } autres passages.
}
codebook-more-see = Les voir tous
codebook-done-change = Enregistré.
codebook-done-move = « { $title } » déplacé.
codebook-done-new = « { $title } » ajouté.
codebook-done-retire = « { $title } » retiré.
codebook-done-reinstate = « { $title } » repris.
codebook-done-merge = { $count ->
    [0] « { $from } » fusionné avec « { $title } ».
    [one] « { $from } » fusionné avec « { $title } » : { $count } passage recodé.
   *[other] « { $from } » fusionné avec « { $title } » : { $count } passages recodés.
}
codebook-done-split = { $count ->
    [one] { $count } passage recodé avec « { $title } ».
   *[other] { $count } passages recodés avec « { $title } ».
}
codebook-done-right = { $count ->
    [one] { $count } passage convient.
   *[other] { $count } passages conviennent.
}
codebook-done-remove = Codage retiré.
codebook-done-undo = Annulé.
codebook-done-redo = Rétabli.
codebook-undo = Annuler
codebook-at-edge = Il ne peut pas aller plus loin.
codebook-away = Le serveur ne répond plus. Rien n’a été enregistré ; ce que vous avez écrit reste là.
