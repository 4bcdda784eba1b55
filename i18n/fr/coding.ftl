# Codages : tableaux de codages, passages sans place, ancrage.

diagnostic-coding-missing-column = Il manque la colonne « { $column } » : ajoutez-la à la première ligne. Colonnes attendues : coder, code, exact, et si besoin transcript, prefix, suffix, intensity, memo (ou leurs noms français).
diagnostic-coding-unknown-column = La colonne « { $column } » n’est pas lue.{ $nearest ->
        [empty] {""}
       *[other] {" "}Vouliez-vous dire « { $nearest } » ?
    }
diagnostic-coding-column-twice = La colonne « { $column } » apparaît deux fois : seule la première est lue. Renommez ou supprimez l’autre.
diagnostic-coding-short-row = Cette ligne n’a que { $found } { $found ->
        [one] colonne
       *[other] colonnes
    } sur { $expected } : le codage est incomplet. Complétez-la, ou supprimez-la.
diagnostic-coding-cut = Le fichier s’arrête au milieu de cette ligne ({ $found } colonnes sur { $expected }) : il a sans doute été copié en partie, et des codages manquent après elle. Reprenez le fichier entier, ou complétez la ligne.
diagnostic-coding-long-row = Cette ligne a { $found } colonnes au lieu de { $expected } : un séparateur se trouve sans doute dans le texte. Mettez le texte entre guillemets droits.
diagnostic-coding-empty-cell = La colonne « { $column } » est vide sur cette ligne : remplissez-la, ou supprimez la ligne.
diagnostic-coding-empty-quote = L’extrait est vide : copiez-y les mots du passage, ou supprimez la ligne.
diagnostic-coding-intensity = L’intensité « { $value } » n’est pas 1, 2 ou 3 : corrigez-la, ou laissez la case vide.
diagnostic-coding-table-unreadable = Le tableau ne se lit pas plus loin ({ $detail }) : enregistrez-le de nouveau en texte séparé par des tabulations.
diagnostic-coding-no-row = Le tableau ne contient aucun codage.
diagnostic-coding-more-faults = { $count ->
        [1] Une autre ligne est fautive.
       *[other] { $count } autres lignes sont fautives.
    } Vérifiez que c’est bien un tableau de codages.
diagnostic-coding-bad-json = Cette ligne n’est pas un codage en JSON ({ $detail }). Forme attendue : document, start, end, code, coder.
diagnostic-coding-bad-span = La position { $start }–{ $end } est vide ou à l’envers : la fin doit suivre le début.

diagnostic-coding-not-found = L’extrait « { $quote } » ne se trouve pas dans l’entretien.{ $nearest ->
        [empty] {" "}Vérifiez qu’il vient bien de cet entretien.
       *[other] {" "}Le passage le plus proche est « { $nearest } » : corrigez l’extrait si c’est lui.
    } Le codage est gardé pour être réparé.
diagnostic-coding-ambiguous = L’extrait « { $quote } » se trouve à { $count } endroits : remplissez prefix ou suffix avec les mots qui le précèdent ou le suivent. Le codage est gardé pour être réparé.
diagnostic-coding-unknown-code = Le code « { $code } » n’est pas dans le livre de codes.{ $nearest ->
        [empty] {" "}Ajoutez-le au livre de codes, ou corrigez le tableau.
       *[other] {" "}Vouliez-vous dire « { $nearest } » ? Corrigez le tableau, ou ajoutez ce code.
    } Le codage est gardé, et prendra place quand ce sera fait.
diagnostic-coding-unknown-transcript = L’entretien « { $transcript } » n’est pas dans l’étude.{ $nearest ->
        [empty] {" "}Importez-le, ou corrigez le nom dans le tableau.
       *[other] {" "}Importez-le, ou corrigez le nom dans le tableau si c’est « { $nearest } ».
    } Le codage est gardé, et prendra place quand ce sera fait.
diagnostic-coding-outside-text = Ce passage est dans un titre, un nom de locuteur ou l’en-tête du fichier, pas dans ce qui est dit : choisissez des mots d’un tour de parole. Le codage est gardé pour être réparé.
diagnostic-coding-other-file = Ce passage est donné par sa place dans un fichier que l’entretien n’a plus ({ $quote }) : citez ses mots (colonne exact). Le codage est gardé pour être réparé.
diagnostic-notebook-bad-line = Cette ligne n’est pas une fiche du carnet ({ $detail }). Attendu : un objet JSON avec id et les champs de son fichier.
