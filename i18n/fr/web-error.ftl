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
web-error-unreadable = Cette demande ne se lit pas. Rien n’a été changé. Rechargez la page, puis recommencez.
web-error-bad-attribute = « { $attribute } » ne se lit pas : une caractéristique s’écrit nom=valeur.
web-error-bad-unit = Une case ne compte pas en « { $unit } » : segments, interviews ou words.
web-error-bad-measure = « { $measure } » n’est pas une mesure : presence, segments, rate, coverage ou intensity.
web-error-no-reason = Rien n’a été enregistré : il manque la raison, en une phrase. Elle est due à qui lira.
web-error-no-words = Rien n’a été enregistré : le texte est vide, ou dépasse 4 000 signes.
web-error-bad-weight = Un poids est un nombre de −10 à 10. Rien n’a été changé.
web-error-empty-axis = Cet axe n’aurait plus aucun code. Rien n’a été changé.
web-error-bad-operation = Cette demande est mal formée. Rien n’a été changé. Rechargez la page.
