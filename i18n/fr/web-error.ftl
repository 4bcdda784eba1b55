# Ce que les pages disent quand quelque chose ne va pas : quoi, ce qui est sauf, que faire.
web-error-title = Cette page ne s’ouvre pas
web-error-home = Revenir à l’accueil
web-error-closed = Cette fenêtre n’est pas ouverte sur l’étude. Ouvrez l’adresse que « propos serve » a écrite dans le terminal.
web-error-foreign = Cette demande ne vient pas d’une page de propos. Rien n’a été changé. Rechargez la page, puis recommencez.
web-error-no-page = Il n’y a rien à l’adresse { $path }.
web-error-internal = propos n’a pas pu répondre : { $reason }. Rien n’a été changé.
web-error-unknown = L’étude n’a pas « { $name } ».
web-error-empty = L’étude n’a pas encore de quoi remplir cette page. Importez d’abord ses fichiers avec « propos import ».
web-error-nothing-to-undo = Il n’y a rien à annuler.
web-error-bad-coder = Un nom de codeur tient en 60 signes, sans retour à la ligne.
web-error-bad-language = Les pages se lisent en français ou en anglais.
web-error-bad-choice = « { $value } » n’est pas un choix pour « { $name } ». Ouvrez la page depuis la barre du haut.
web-error-unreadable = Cette demande ne se lit pas. Rien n’a été changé. Rechargez la page, puis recommencez.
web-error-bad-attribute = « { $attribute } » ne se lit pas : une caractéristique s’écrit nom=valeur.
web-error-bad-unit = Une case ne compte pas en « { $unit } » : segments, interviews ou words.
web-error-bad-measure = « { $measure } » n’est pas une mesure : presence, segments, rate, coverage ou intensity.
web-error-stale-version = Ce texte a été corrigé depuis que la page est ouverte : elle montre la version { $given }, la présente est la { $present }. Rien n’a été enregistré ; rechargez la page, puis recommencez.
web-error-no-operation = Cette demande n’a pas d’identifiant. Rien n’a été changé. Rechargez la page, puis recommencez.
web-error-correction-unknown-turn = L’entretien n’a pas de tour { $turn } : il en a { $turns }. Rien n’a été enregistré.
web-error-correction-nothing-before = Le premier tour n’a pas de tour avant lui. Rien n’a été enregistré.
web-error-correction-heading-between = Un titre sépare ces deux tours : ils ne peuvent pas se joindre. Rien n’a été enregistré.
web-error-correction-split-outside = Il faut des mots des deux côtés de la coupure. Rien n’a été enregistré.
web-error-correction-no-label = Dites qui parle. Rien n’a été enregistré.
web-error-correction-no-words = Ce tour n’a pas de locuteur à lui : il lui faut au moins un mot. Rien n’a été enregistré.
web-error-correction-unreadable = Écrits ainsi, ces mots ou ce nom ne se reliraient pas à l’identique dans le fichier exporté. Rien n’a été enregistré ; écrivez-les autrement.
web-error-no-reason = Rien n’a été enregistré : il manque la raison, en une phrase. Elle est due à qui lira.
web-error-no-words = Rien n’a été enregistré : le texte est vide, ou dépasse 4 000 signes.
web-error-bad-weight = Un poids est un nombre de −10 à 10. Rien n’a été changé.
web-error-empty-axis = Cet axe n’aurait plus aucun code. Rien n’a été changé.
web-error-nothing-to-redo = Il n’y a rien à refaire.
web-error-undo-conflict = Ce qu’il faudrait défaire a été changé depuis par { $coder }. Rien n’a été changé. Ce changement-là doit d’abord être défait.
web-error-unknown-code = { $became ->
    [merged] Le code « { $title } » a été fusionné avec « { $into } » par { $coder }. Rien n’a été enregistré. Coder avec « { $into } » ?
    [removed] Le code « { $title } » a été retiré du livre de codes par { $coder }. Rien n’a été enregistré.
   *[other] Le livre de codes n’a pas de code « { $code } ». Rien n’a été enregistré.
}
web-error-unknown-theme = Le livre de codes n’a pas de thème « { $theme } ». Rien n’a été enregistré.
web-error-unknown-transcript = L’étude n’a pas d’entretien « { $transcript } ».
web-error-unknown-version = Cet entretien n’a pas de version { $version }. Rien n’a été enregistré. Rechargez la page, puis recommencez.
web-error-span-out-of-range = Ce passage n’existe pas dans la version { $version } du texte. Rien n’a été enregistré ; sélectionnez de nouveau.
web-error-span-without-words = Ce passage n’a aucun mot. Rien n’a été enregistré.
web-error-passage-gone = Le texte a été corrigé et ce passage n’y est plus : « { $exact } ». Rien n’a été enregistré ; sélectionnez de nouveau.
web-error-coding-gone = Ce codage n’existe plus. Rien n’a été changé.
web-error-not-yours = Ce codage est de { $coder }, qui seul·e peut le changer. Rien n’a été changé.
web-error-bad-intensity = Une intensité va de 1 à 3. Rien n’a été enregistré.
web-error-nothing-to-code = Il faut un passage et un code. Rien n’a été enregistré.
web-error-bad-identifiers = Cette demande est mal numérotée. Rien n’a été enregistré. Rechargez la page, puis recommencez.
web-error-code-without-title = Un code a besoin d’un nom. Rien n’a été enregistré.
web-error-code-exists = Le livre de codes a déjà le code « { $title } ». Rien n’a été enregistré.
web-error-request-reused = Cette demande porte le numéro d’une autre. Rien n’a été changé. Rechargez la page, puis recommencez.
web-error-unknown-subject = L’étude n’a pas ce dont parle ce mémo : « { $subject } ». Rien n’a été enregistré.
web-error-memo-empty = Ce mémo ne dit rien. Rien n’a été enregistré.
web-error-memo-gone = Ce mémo n’existe plus. Rien n’a été changé.
web-error-not-your-memo = Ce mémo est de { $coder }, qui seul·e peut le changer. Rien n’a été changé.
web-error-preference-too-long = Cette préférence est trop longue pour être gardée.
web-error-one-coder = Une seule personne a codé : il n’y a rien à comparer.
web-error-reason-too-long = Une raison tient en 2 000 signes. Rien n’a été enregistré.
