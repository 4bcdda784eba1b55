# Le texte de la page « Importer », et du changement de rôles.

bring-title = Importer des entretiens
bring-about = Choisissez des fichiers ; la page montre ce qui en est compris. Rien n’est écrit avant « Importer ».
bring-choose = Choisir des fichiers
bring-drop = ou déposez-les ici : Word, LibreOffice, PDF, texte, sous-titres, page web, Markdown
bring-chosen = Fichiers choisis
bring-lying = Déjà dans le dossier de l’étude
bring-lying-about = Ces fichiers sont dans le dossier des retranscriptions, et l’étude ne les a pas encore lus tels qu’ils sont.
bring-changed = changé depuis son import
bring-leave = Ne pas importer
bring-kind = { $format ->
    [markdown] Markdown
    [text] Texte
    [subtitle] Sous-titres
    [docx] Word
    [odt] LibreOffice
    [rtf] RTF
    [pdf] PDF
    [html] Page web
    [otr] oTranscribe
    [doc] Word d’avant 2007
   *[other] { $format }
}{ $encoding ->
    [none] {""}
   *[other] {", "}encodage { $encoding }
}
bring-facts = Entretien « { $id } »{ $parts ->
    [0] {""}
    [one] , une partie
   *[other] , { $parts } parties
}{ $times ->
    [0] , sans temps
    [one] , un temps ({ $first })
   *[other] , { $times } temps, de { $first } à { $last }
}{ $unlabelled ->
    [0] {""}
    [one] , un passage sans locuteur
   *[other] , { $unlabelled } passages sans locuteur
}
bring-speakers = Qui parle
bring-speaker = Étiquette
bring-role = Rôle
bring-turns = Tours
bring-words = Mots
bring-asks = mène l’entretien
bring-answers = répond
bring-swap = Échanger les rôles
bring-same = « { $label } » est « { $other } »
bring-first = Premiers tours
bring-refused = Ce fichier ne peut pas être importé
bring-held = Ce fichier contient des identifiants directs : remplacez-les dans le fichier, puis choisissez-le à nouveau
bring-permit = Importer quand même : ces identifiants restent dans l’étude, et le journal le note
bring-doubts = À savoir, et à vérifier
bring-line = (ligne { $line })
bring-count = { $count ->
    [0] Rien à importer.
    [one] Un entretien prêt.
   *[other] { $count } entretiens prêts.
}
bring-do = Importer
bring-do-count = { $count ->
    [one] Importer cet entretien
   *[other] Importer ces { $count } entretiens
}
bring-done = Importés
bring-imported = { $count ->
    [0] Tout était déjà dans l’étude.
    [one] Un entretien importé.
   *[other] { $count } entretiens importés.
}
bring-link = Importer

roles-open = Rôles
roles-about = Qui mène l’entretien, qui répond. Les codages restent sur leurs mots.
roles-done = Rôles changés
