# Ce que la lecture d’un document (Word, LibreOffice, RTF, sous-titres) trouve faux ou laisse de côté.

diagnostic-archive-unread = { $reason ->
    [password] Ce fichier est protégé par un mot de passe. Ouvrez-le dans son logiciel, retirez le mot de passe et enregistrez-le de nouveau.
    [truncated] Ce fichier est coupé : sa fin manque. Copiez-le ou téléchargez-le de nouveau.
    [not-archive] Ce fichier n’est pas le document que son nom annonce. Ouvrez-le dans son logiciel et enregistrez-le de nouveau.
    [missing] Ce fichier n’est pas un document que propos sait lire : il y manque « { $entry } ».
    [bomb] Ce fichier est refusé : « { $entry } » grossit plus de deux cents fois en se dépliant.
    [large] Ce fichier est refusé : « { $entry } » dépasse la taille permise.
    [entries] Ce fichier est refusé : il contient trop d’éléments.
    [unsafe-name] Ce fichier est refusé : l’un de ses éléments, « { $entry } », mène hors de l’archive.
   *[other] Ce fichier est abîmé{ $entry ->
        [none] {""}
       *[other] {" "}(« { $entry } »)
    }. Ouvrez-le dans son logiciel et enregistrez-le de nouveau.
}
diagnostic-xml-unread = { $reason ->
    [document-type] Ce fichier est refusé : « { $part } » déclare un type de document, par lequel il pourrait demander d’autres fichiers.
    [deep] Ce fichier est refusé : « { $part } » emboîte trop d’éléments les uns dans les autres (octet { $byte }).
   *[other] Ce fichier est abîmé : « { $part } » ne se lit plus à l’octet { $byte }. Ouvrez-le dans son logiciel et enregistrez-le de nouveau.
}
diagnostic-rtf-unread = { $reason ->
    [cut] Ce fichier RTF est coupé : sa fin manque (octet { $byte }).
    [deep] Ce fichier RTF est refusé : il emboîte trop de groupes les uns dans les autres (octet { $byte }).
   *[other] Ce fichier n’est pas du RTF.
}
diagnostic-document-unread = { $ending ->
    [gdoc] Ce fichier n’est qu’un lien vers Google Docs : rien n’en est lu. Là-bas, choisissez Fichier, Télécharger, Microsoft Word (.docx), et mettez ce document à sa place.
    [pages] Ce document de Pages n’est pas lu. Dans Pages, choisissez Fichier, Exporter vers, Word (.docx), et mettez ce document à sa place.
   *[other] Ce document (.{ $ending }) n’est pas lu. Ouvrez-le dans son logiciel et enregistrez-le en .docx ou .odt, à côté ou à sa place.
}
diagnostic-document-old-or-locked = Ce fichier est au format de Word d’avant 2007, ou protégé par un mot de passe. Ouvrez-le dans son logiciel et enregistrez-le en .docx ou .odt, sans mot de passe.
diagnostic-pdf-unread = { $reason ->
    [password] Ce PDF demande un mot de passe. Ouvrez-le dans votre lecteur, puis imprimez-le dans un nouveau PDF, sans mot de passe.
    [large] Ce PDF dépasse 128 Mo : il contient sans doute des images. Donnez le fichier d’où il vient (.docx, .odt, .txt).
    [too-much] Ce PDF se déplie au-delà de toute mesure, ou dépasse { $limit } pages ; il est refusé.
   *[damaged] Ce PDF est abîmé, ou n’en est pas un. Ouvrez-le dans votre lecteur et enregistrez-le de nouveau, ou donnez le fichier d’où il vient (.docx, .odt, .txt).
}
diagnostic-pdf-no-text = Ce PDF ne contient aucun texte : { $pages ->
    [one] sa page est une image
   *[other] ses { $pages } pages sont des images
}. Passez-le d’abord par une reconnaissance de caractères, ou donnez le fichier d’où il vient.
diagnostic-pdf-no-letters = Les polices de ce PDF ne disent pas quelles lettres elles dessinent : son texte serait illisible. Donnez le fichier d’où il vient (.docx, .odt, .txt).
diagnostic-pdf-picture-page = La page { $page } est une image, sans texte : rien n’en est repris.
diagnostic-pdf-repeated = { $count ->
    [one] Une ligne répétée de page en page (titre courant ou numéro) est laissée de côté
   *[other] { $count } lignes répétées de page en page (titres courants, numéros) sont laissées de côté
}, dont « { $words } ».
diagnostic-pdf-line-numbers = { $count ->
    [one] Un numéro de ligne, dans la marge, est laissé de côté.
   *[other] { $count } numéros de ligne, dans la marge, sont laissés de côté.
}
diagnostic-pdf-turned = Page { $page } : { $count ->
    [one] une lettre écrite de travers n’est pas reprise.
   *[other] { $count } lettres écrites de travers (filigrane, marge) ne sont pas reprises.
}
diagnostic-pdf-nameless = { $count ->
    [one] Un signe dont le PDF ne dit pas la lettre n’est pas repris.
   *[other] { $count } signes dont le PDF ne dit pas la lettre ne sont pas repris.
}
diagnostic-document-tracked-changes = Ce document suit ses modifications : { $inserted ->
    [one] un passage ajouté est pris
   *[other] { $inserted } passages ajoutés sont pris
}, { $deleted ->
    [one] un passage supprimé est laissé
   *[other] { $deleted } passages supprimés sont laissés
}.
diagnostic-document-comment = Un commentaire{ $author ->
    [none] {""}
   *[other] {" "}de { $author }
} n’est pas repris dans le texte : « { $words } ». S’il compte, faites-en un mémo.
diagnostic-document-more-comments = { $count ->
    [one] Un autre commentaire n’est pas repris non plus.
   *[other] { $count } autres commentaires ne sont pas repris non plus.
}
diagnostic-document-footnote = Une note n’est pas reprise dans le texte : « { $words } ».
diagnostic-document-hidden = { $count ->
    [one] Un passage masqué est laissé de côté.
   *[other] { $count } passages masqués sont laissés de côté.
}
diagnostic-document-objects = { $count ->
    [one] Une image est laissée de côté.
   *[other] { $count } images sont laissées de côté.
}
diagnostic-subtitle-no-cue = Aucun sous-titre n’est trouvé dans ce fichier : il faut des lignes comme « 00:01:05,000 --> 00:01:09,500 ».
diagnostic-subtitle-nobody = Ce fichier ne dit pas qui parle : tout est dit par « { $label } », coupé aux silences. Corrigez les locuteurs dans l’entretien, tour par tour.
diagnostic-subtitle-rolling = Ces sous-titres défilent : { $count } d’entre eux répètent les mots du précédent. Chaque mot n’est pris qu’une fois.
diagnostic-subtitle-time-restarts = Le temps repart en arrière ici : le fichier réunit sans doute deux enregistrements.

preview-file = { $path } : { $format ->
    [markdown] Markdown
    [text] texte
    [subtitle] sous-titres
    [docx] Word
    [odt] LibreOffice
    [rtf] RTF
    [pdf] PDF
    [html] page web
    [otr] oTranscribe
   *[other] { $format }
}{ $encoding ->
    [none] {""}
   *[other] {", "}encodage { $encoding }
}
preview-speaker = Locuteur
preview-role = Rôle
preview-turns = Tours
preview-words = Mots
preview-interviewer = mène l’entretien
preview-respondent = répond
preview-rest = {"  "}Entretien « { $id } », { $parts ->
    [0] sans titre de partie
    [one] un titre de partie
   *[other] { $parts } titres de partie
}, { $times ->
    [0] sans temps
    [one] un temps ({ $first })
   *[other] { $times } temps, de { $first } à { $last }
}{ $unlabelled ->
    [0] {""}
    [one] {", "}un tour sans locuteur
   *[other] {", "}{ $unlabelled } tours sans locuteur
}.
preview-nothing-written = { $files ->
    [0] Aucun entretien parmi ces fichiers.
    [one] Rien n’est écrit : sans --preview, cet entretien est importé.
   *[other] Rien n’est écrit : sans --preview, ces { $files } entretiens sont importés.
}
preview-stopped = Rien n’est écrit. { $faulty ->
    [one] Un fichier est en erreur, et l’import s’arrêterait : il prend tout ou rien. Corrigez ce fichier, ou ôtez-le
   *[other] { $faulty } fichiers sont en erreur, et l’import s’arrêterait : il prend tout ou rien. Corrigez ces fichiers, ou ôtez-les
} du dossier.{ $files ->
    [0] {""}
    [one] {" "}L’autre entretien est alors importé sans --preview.
   *[other] {" "}Les { $files } autres entretiens sont alors importés sans --preview.
}
diagnostic-html-deep = Cette page emboîte plus de 2 000 éléments : elle n’est pas une retranscription, et elle est refusée.
diagnostic-html-no-words = Cette page ne montre aucun mot. Si le texte y est écrit par un script, ouvrez-la dans un navigateur, copiez le texte et enregistrez-le en .txt ou .docx.
diagnostic-otr-unread = Ce fichier d’oTranscribe est incomplet ou abîmé. Exportez-le de nouveau (Exporter, puis « oTranscribe file (.otr) »), ou enregistrez-le en texte.
diagnostic-upload-name = Ce nom ne peut pas être celui d’un fichier de l’étude. Renommez le fichier (sans barre, deux-points ni guillemets, sans point au début) et choisissez-le de nouveau.
diagnostic-upload-kind = Ce n’est pas un fichier d’entretien. L’étude lit : { $kinds }.
diagnostic-upload-exists = Le dossier « { $folder } » contient déjà un autre fichier de ce nom. Renommez le vôtre et choisissez-le de nouveau : rien n’est remplacé.
