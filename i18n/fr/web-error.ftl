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
web-error-too-many-places = On code au plus { $most } passages à la fois. Choisissez-en moins.
web-error-bad-condition = « { $value } » n’est pas une condition sur un passage. Choisissez-la dans la liste.
web-error-query-name = Un nom de requête tient en 1 à { $most } signes.
web-error-bad-attribute = « { $attribute } » ne se lit pas : une caractéristique s’écrit nom=valeur.
web-error-bad-unit = Une case ne compte pas en « { $unit } » : segments, interviews ou words.
web-error-bad-measure = « { $measure } » n’est pas une mesure : presence, segments, rate, coverage ou intensity.
