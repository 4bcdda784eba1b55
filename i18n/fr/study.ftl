# L’étude et ses fichiers, au moment de l’import et du rapport.

diagnostic-file-gone = Ce fichier n’est plus dans le dossier ; ce qu’il contenait reste dans l’étude.
diagnostic-file-unreachable = { $reason ->
        [gone] Ce fichier n’existe pas : vérifiez son nom et son dossier.
        [denied] Ce fichier ne peut pas être lu : donnez-vous le droit de le lire.
        [is-folder] C’est un dossier, non un fichier : renommez-le, ou mettez le fichier à sa place.
        [is-file] Un fichier tient la place d’un dossier : renommez-le.
        [large] Ce fichier dépasse deux gigaoctets : ce n’est sans doute pas le bon.
       *[other] Ce fichier ne se lit pas ({ $reason }).
    }
diagnostic-transcript-correction-replaced = Ce fichier a changé, et son texte remplace celui qui avait été corrigé dans l’étude : les codages ont suivi. Pour garder les corrections, défaites cet import, exportez l’étude et corrigez le fichier exporté.
diagnostic-transcript-duplicate-id = L’identifiant « { $id } » est déjà celui de { $other } : donnez à chaque entretien le sien (clé id de l’en-tête).
diagnostic-coding-not-found-at-all = Le passage « { $quote } » n’est pas dans { $transcript }, ni rien d’approchant ; la ligne est gardée sans place.
diagnostic-coding-empty-passage = La ligne ne cite aucun passage de { $transcript } ; elle est gardée sans place.
diagnostic-casework-duplicate = Cette famille figure déjà à la ligne { $first }, qui est gardée ; celle-ci n’est pas comptée.
diagnostic-casework-more-duplicates = { $count ->
        [1] Une autre famille figure déjà dans ce fichier ; sa première ligne est gardée.
       *[other] { $count } autres lignes répètent une famille ; la première de chacune est gardée.
    }
diagnostic-casework-margin-twice = Ligne { $row }, colonne « { $column } » : « { $value } » figure déjà à la ligne { $first } pour la même variable. Gardez une seule des deux lignes, ou corrigez la modalité.
diagnostic-casework-negative = L’intervention se termine avant de commencer : elle compte dans les taux, pas dans les durées.
diagnostic-casework-after-extraction = L’intervention commence après l’extraction du fichier : elle compte dans les taux, pas dans les durées.
diagnostic-casework-no-opening = L’intervention n’a pas de date d’ouverture : elle compte dans les taux, pas dans les durées.

findings-band-age-under = moins de { $high } ans
findings-band-age-between = { $low }–{ $high } ans
findings-band-age-over = { $low } ans et plus
findings-band-number-under = moins de { $high }
findings-band-number-between = { $low }–{ $high }
findings-band-number-over = { $low } et plus
findings-merged = { $first } ou { $second }
