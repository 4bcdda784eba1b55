# Ce que la lecture des retranscriptions et du livre de codes trouve faux ou douteux.

diagnostic-front-matter-open = L’en-tête commence par « --- » mais rien ne le ferme. Ajoutez une ligne « --- » après la dernière clé.
diagnostic-front-matter-unread = L’en-tête ne se lit pas comme du YAML : { $reason }. Mettez entre guillemets une valeur qui contient « : » ou « # ».
diagnostic-front-matter-not-keys = Ce qui est entre les lignes « --- » est lu comme du texte. Un en-tête doit être une suite de lignes « clé : valeur » comme dans le modèle de l’étude.
diagnostic-front-matter-duplicate = La clé « { $key } » est déjà donnée ligne { $line } ; la première valeur est gardée. Supprimez ou renommez l’une des deux.
diagnostic-transcript-empty = Ce fichier ne contient aucune parole. Vérifiez qu’il s’agit bien d’une retranscription.
diagnostic-no-label = Aucun locuteur n’est indiqué : tout le texte forme un seul tour de parole par partie. Commencez chaque tour par un nom, toujours écrit de la même façon, suivi de deux-points, par exemple « Mme A. : ».
diagnostic-labels-by-face = Personne n’est nommé : les paragraphes { $look ->
    [bold] en gras
   *[italics] en italique
 } sont pris pour les questions (Q), les autres pour les réponses (R). Vérifiez les premiers tours.
diagnostic-time-restarts = Le temps repart en arrière ici : le fichier réunit sans doute deux enregistrements.
diagnostic-label-once = « { $label } » ne parle qu’une fois. Si c’est une faute de frappe, corrigez l’étiquette ; si ce n’est pas un locuteur, écrivez ces mots sans deux-points (en Markdown, faites précéder les deux-points d’une barre oblique inversée).
diagnostic-label-near = L’étiquette « { $label } » ressemble à « { $other } » : est-ce la même personne ? Écrivez toujours son nom de la même façon.
diagnostic-label-refused = « { $label } » n’a pas été pris pour un locuteur, parce que ce nom n’apparaît qu’une fois. Si c’en est un, ajoutez-le à « [speakers] » dans study.toml (en Markdown, à « speakers » dans l’en-tête).
diagnostic-turn-empty = Le tour de parole de « { $label } » est vide. Ajoutez ses paroles ou supprimez l’étiquette.
diagnostic-speaker-named-not-heard = L’en-tête nomme « { $name } », que personne ne porte comme étiquette. Étiquettes trouvées : { $labels }.
diagnostic-interviewer-unknown = On ne sait pas qui mène l’entretien : tous ({ $labels }) sont comptés comme enquêtés. Dites-le sur la page de l’entretien ou par « propos roles ID --interviewer NOM » ; pour tous les entretiens, dans study.toml.
diagnostic-interviewer-guessed = On suppose que l’entretien est mené par { $labels }. Si c’est faux, dites-le sur la page de l’entretien ou par « propos roles ID --interviewer NOM » ; pour tous les entretiens, dans study.toml.
diagnostic-language-unknown = La langue « { $value } » n’est pas reconnue : écrivez « fr » ou « en ». Celle de l’étude est utilisée.
diagnostic-date-unread = « { $value } » n’est pas une date reconnue. Écrivez-la sous la forme 2023-06-06.
diagnostic-theme-id-missing = L’en-tête ne donne pas l’identifiant du thème ; « { $id } », tiré du nom du fichier, est utilisé. Ajoutez la clé « theme ».
diagnostic-theme-colour-unread = « { $value } » n’est pas une couleur. Écrivez-la entre guillemets droits, sous la forme #b4532a.
diagnostic-theme-empty = Ce thème ne contient aucun code. Un code est un titre de niveau 2, par exemple « ## Dettes { "{" } #dettes { "}" } ».
diagnostic-code-id-made = Le code « { $title } » n’a pas d’identifiant ; « { $id } », tiré de son titre, est utilisé. Pour le fixer, ajoutez « { "{" } #{ $id } { "}" } » au titre.
diagnostic-code-title-empty = Ce titre est vide : le code n’a pas de nom.
diagnostic-code-id-duplicate = L’identifiant « { $id } » est déjà celui d’un autre code ({ $first }). Donnez-en un différent à chaque code.
diagnostic-theme-id-duplicate = L’identifiant de thème « { $id } » est déjà pris ({ $first }). Donnez-en un différent à chaque thème.
diagnostic-code-into-unknown = Le code « { $code } » est remplacé par « { $into } », que le livre de codes n’a pas.
diagnostic-theme-edits-replaced = Ce fichier a changé, et ce qu’il dit du thème « { $theme } » remplace ce qui avait été changé dans l’étude ; les codes ajoutés dans l’étude restent. Pour garder l’autre version, défaites cet import.
diagnostic-code-axis-unknown = Le code « { $code } » pèse sur l’axe « { $axis } », que l’étude ne déclare pas. Axes déclarés : { $axes }.
diagnostic-code-weight-unread = Le poids « { $value } » du code « { $code } » sur l’axe « { $axis } » n’est pas un nombre. Écrivez par exemple « { $axis }=1 ».
diagnostic-code-weight-duplicate = Le code « { $code } » donne deux poids sur l’axe « { $axis } » ; le premier est gardé.
diagnostic-code-definition-missing = Le code « { $code } » n’a pas de définition. Ajoutez une ligne « Définition », puis « : » et le texte.
diagnostic-code-example-missing = Le code « { $code } » n’a pas d’exemple. Un verbatim aide les codeurs à s’accorder.
diagnostic-code-term-unknown = « { $term } » n’est pas une rubrique connue du code « { $code } » ; son texte est ajouté à la définition. Rubriques : Définition, Inclure, Exclure, Exemple.
diagnostic-code-text-outside = Ce texte n’appartient à aucune rubrique : « { $text } ». { $code ->
        [none] Il est ajouté au résumé du thème.
       *[other] Il est ajouté à la définition du code « { $code } ».
    }
