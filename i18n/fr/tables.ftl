# Réglages, textes et tableaux : ce que les lecteurs de fichiers ont à dire.

diagnostic-text-empty = Le fichier est vide : vérifiez qu’il a été enregistré ou copié en entier.
diagnostic-text-binary = Ce n’est pas un fichier texte (octet { $byte }) : enregistrez-le en texte (UTF-8) depuis le logiciel qui l’a produit.
diagnostic-text-broken = Le texte est coupé ou mal encodé à cet endroit (encodage { $encoding }) : enregistrez-le de nouveau en UTF-8.
diagnostic-text-long-line = Cette ligne dépasse { $limit } Mio : ce n’est pas un texte écrit par une personne. Vérifiez le fichier.
diagnostic-text-guessed-encoding = Le fichier n’est pas en UTF-8 ; il a été lu comme { $encoding }. Si des accents manquent, enregistrez-le en UTF-8.

diagnostic-settings-syntax = Le fichier de réglages ne se lit pas à cet endroit ({ $detail }) : un guillemet, un crochet ou un signe = manque ou est en trop.
diagnostic-settings-too-large = Le fichier de réglages pèse { $bytes } octets : ce n’est sans doute pas le bon fichier.
diagnostic-settings-unknown-key = La clé « { $name } » n’existe pas dans « { $section } ».{ $nearest ->
        [empty] {""}
       *[other] {" "}Vouliez-vous dire « { $nearest } » ?
    }
diagnostic-settings-wrong-type = La valeur de « { $name } » doit être { $expected ->
        [text] un texte entre guillemets
        [integer] un nombre entier
        [number] un nombre
        [boolean] true ou false
        [texts] une liste de textes entre crochets
        [numbers] une liste de nombres entre crochets
        [tables] une suite de tableaux [[…]]
        [day] une date, comme 2023-06-30
       *[table] un tableau
    }.
diagnostic-settings-missing-key = Il manque la clé « { $name } » dans « { $section } » : ajoutez-la.
diagnostic-settings-empty = La valeur de « { $name } » est vide : écrivez-la.
diagnostic-settings-range = La valeur { $value } de « { $name } » n’est pas entre { $least } et { $most }.
diagnostic-settings-choice = « { $value } » n’est pas une valeur de « { $name } ». Valeurs possibles : { $allowed }.
diagnostic-settings-duplicate = « { $value } » est déclaré deux fois : donnez un autre identifiant au second.
diagnostic-settings-checklist-item = « { $value } » n’est pas un point de la grille « { $checklist } » : écrivez son numéro, de 1 à { $most }.
diagnostic-settings-folder = « { $value } » n’est pas un dossier de l’étude : écrivez un chemin relatif, avec /, sans « .. ».
diagnostic-settings-two-axes = Il faut deux axes pour placer les cas, il y en a { $count } : déclarez-les par [[axes]].
diagnostic-settings-same-axis = Les deux axes du plan sont « { $value } » : choisissez-en deux différents.
diagnostic-settings-profile-twice = Ce profil est décrit deux fois : réunissez les deux.
diagnostic-settings-bands = Les bornes de « { $name } » doivent être des nombres entiers croissants.
diagnostic-settings-indicator-source = L’indicateur « { $value } » doit avoir une seule source : checklist, item ou scale.

diagnostic-settings-text-number = Dans « { $name } », « { $text } » vaut « { $value } », qui n’est pas un nombre.
diagnostic-settings-text-range = « { $text } » vaut { $value }, hors de l’étendue { $least } à { $most } de cette échelle.
diagnostic-settings-missing-and-not-asked = « { $value } » ne peut dire à la fois une non-réponse (missing) et une question non posée (not_asked) : gardez l’un des deux.
diagnostic-settings-item-range = Écrivez range = [minimum, maximum], le minimum d’abord.
diagnostic-settings-key-items = La clé « { $value } » demande { $expected } items, dans leur ordre ; il y en a { $count }.
diagnostic-settings-score-bands = Les bornes basses des tranches du score doivent croître : { $value } vient trop tard.
diagnostic-settings-unknown-name = « { $value } » n’est déclaré nulle part.{ $nearest ->
        [empty] {""}
       *[other] {" "}Vouliez-vous dire « { $nearest } » ?
    }
diagnostic-settings-period = Le dernier jour de la période précède le premier.

diagnostic-table-duplicate-column = Deux colonnes s’appellent « { $column } » : renommez-en une.
diagnostic-table-missing-column = Il manque la colonne « { $column } », déclarée dans le fichier de réglages.{ $nearest ->
        [empty] {""}
       *[other] {" "}Est-ce « { $nearest } » ?
    }
diagnostic-table-open-quote = Un guillemet s’ouvre dans cette ligne et ne se ferme pas : doublez-le ou fermez-le.
diagnostic-table-fields = La ligne { $row } a { $fields } champs, l’en-tête en a { $columns } : un séparateur manque ou est en trop. La ligne n’est pas lue.
diagnostic-table-unreadable = Le tableau ne se lit pas : { $detail }.
diagnostic-table-not-a-day = Ligne { $row }, colonne « { $column } » : « { $value } » n’est pas une date de la forme déclarée.
diagnostic-table-not-a-number = Ligne { $row }, colonne « { $column } » : « { $value } » n’est pas un nombre.
diagnostic-table-more-faults = { $count } autres fautes de ce fichier ne sont pas listées.

diagnostic-questionnaire-no-id = Ligne { $row } : sans identifiant dans « { $column } », la réponse n’est pas gardée.
diagnostic-questionnaire-duplicate-id = Ligne { $row } : « { $id } » a déjà répondu à la ligne { $first } du fichier. La première réponse est gardée.
diagnostic-questionnaire-out-of-range = Ligne { $row }, colonne « { $column } » : { $value } n’est pas entre { $least } et { $most }. Corrigez, ou déclarez un code de non-réponse (missing).
diagnostic-questionnaire-not-asked = Ligne { $row }, colonne « { $column } » : « { $value } » répond à une question que « { $filter } » dit non posée. La réponse est gardée : vérifiez-la, ou le filtre (filters).
diagnostic-questionnaire-unknown-answer = Ligne { $row }, colonne « { $column } » : « { $value } » n’est pas une réponse déclarée.{ $nearest ->
        [empty] {""}
       *[other] {" "}Est-ce « { $nearest } » ?
    }

diagnostic-casework-no-family = Ligne { $row } : sans numéro de famille dans « { $column } », elle n’est pas comptée.
diagnostic-casework-unknown-value = Ligne { $row }, colonne « { $column } » : « { $value } » n’est pas déclaré dans administrative.toml.{ $nearest ->
        [empty] {""}
       *[other] {" "}Est-ce « { $nearest } » ?
    }
