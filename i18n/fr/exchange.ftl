# Projets et livres de codes d’autres logiciels : ce qui est réparé, gardé ou perdu.

export-project-done = Projet écrit dans { $file } : { $transcripts } { $transcripts ->
    [one] entretien
   *[other] entretiens
 }, { $codes } { $codes ->
    [one] code
   *[other] codes
 }, { $codings } { $codings ->
    [one] codage
   *[other] codages
 }.
export-codebook-done = Livre de codes écrit dans { $file } : { $codes } { $codes ->
    [one] code
   *[other] codes
 }.

diagnostic-exchange-loss = { $what ->
    [codings] { $name } : { $count ->
        [one] un codage sans place ou sans code n’est pas écrit.
       *[other] { $count } codages sans place ou sans code ne sont pas écrits.
    }
    [codings-inside] { $name } (PDF ou enregistrement) repart tel qu’il est venu ; { $count ->
        [one] un codage fait depuis n’est pas écrit.
       *[other] { $count } codages faits depuis ne sont pas écrits.
    }
    [formatted] { $name } a changé depuis son arrivée : sa forme mise en page n’est pas écrite, son texte l’est.
    [entry] Le fichier « { $name } », venu d’un autre logiciel, n’a pas pu être écrit.
    [kept] { $count ->
        [one] Un élément venu d’un autre logiciel porte un identifiant déjà pris : il n’est pas écrit.
       *[other] { $count } éléments venus d’autres logiciels portent des identifiants déjà pris : ils ne sont pas écrits.
    }
    [decisions] Les autres logiciels ne lisent pas les décisions ({ $count }) : elles ne sont pas écrites.
    [rounds] Les autres logiciels ne lisent pas les vagues de codage ({ $count }) : elles ne sont pas écrites.
    [queries] Les autres logiciels ne lisent pas les requêtes enregistrées ({ $count }) : elles ne sont pas écrites.
    [unplaced] { $count ->
        [one] Un codage attend encore sa place : il n’est pas écrit.
       *[other] { $count } codages attendent encore leur place : ils ne sont pas écrits.
    }
    [questionnaire] Ce format n’a pas de place pour le questionnaire : il n’est pas écrit.
    [administrative] Ce format n’a pas de place pour le fichier administratif : il n’est pas écrit.
    [weights] Les poids sur les axes ({ $count ->
        [one] un code
       *[other] { $count } codes
    }) ne sont lus que par propos.
    [code-memos] { $count ->
        [one] Un mémo de code n’a pas de place dans un livre de codes : il n’est pas écrit.
       *[other] { $count } mémos de codes n’ont pas de place dans un livre de codes : ils ne sont pas écrits.
    }
   *[other] « { $name } » ({ $what }) n’est pas écrit.
 }

diagnostic-archive-unreadable = { $reason ->
    [not-archive] Ce fichier n’est pas une archive : exportez-le de nouveau depuis le logiciel d’origine.
    [truncated] Cette archive est coupée : copiez-la ou téléchargez-la de nouveau en entier.
    [damaged] Cette archive est abîmée : copiez-la ou téléchargez-la de nouveau.
    [password] Ce fichier est protégé par un mot de passe : enregistrez-le sans protection, puis recommencez.
    [entries] Cette archive contient plus de cent mille fichiers : ce n’est pas un projet.
    [unsafe-name] Cette archive contient un nom qui mène hors d’elle (« { $entry } ») : elle est refusée.
    [missing] Le fichier « { $entry } » manque dans l’archive.
    [large] « { $entry } » est trop gros pour être lu.
    [bomb] « { $entry } » grossit démesurément une fois décompressé : l’archive est refusée.
    [damaged-entry] « { $entry } » est abîmé dans l’archive : exportez-la de nouveau.
    [method] « { $entry } » est compressé d’une façon inconnue : compressez l’archive de nouveau, en « deflate ».
   *[other] Cette archive ne se lit pas ({ $reason }).
 }
diagnostic-xml-broken = Ce fichier XML ne se lit pas plus loin ({ $detail }) : exportez-le de nouveau depuis le logiciel d’origine.
diagnostic-xml-cut-off = Ce fichier XML s’arrête avant sa fin : il a été coupé. Exportez-le de nouveau.
diagnostic-xml-empty = Ce fichier XML est vide.
diagnostic-xml-too-deep = Des éléments sont emboîtés sur plus de { $limit } niveaux : ce n’est pas un projet.
diagnostic-xml-doctype = Ce fichier déclare un type de document (DOCTYPE), ce qu’aucun projet ne fait : il est refusé.
diagnostic-xml-entity = L’entité « { $entity } » n’est pas définie : exportez le fichier de nouveau.

diagnostic-qdpx-no-qde = Cette archive ne contient aucun projet (project.qde) : choisissez un export QDPX.
diagnostic-qdpx-several-qde = Cette archive contient { $count } projets : gardez-en un seul.
diagnostic-qdpx-other-name = Le projet de l’archive s’appelle « { $name } » et non project.qde ; il est lu quand même.
diagnostic-qdpx-no-project = Le premier élément est « { $element } » et non Project : ce n’est pas un projet REFI-QDA.
diagnostic-qdc-no-codebook = Le premier élément est « { $element } » et non CodeBook : ce n’est pas un livre de codes REFI-QDA.
diagnostic-qdpx-namespace = L’espace de noms « { $namespace } » n’est pas celui de la norme ; le fichier est lu quand même.
diagnostic-qdpx-duplicate-guid = { $count ->
    [one] Un identifiant est donné deux fois (« { $guid } ») ; les deux éléments sont lus.
   *[other] { $count } identifiants sont donnés plusieurs fois (le premier : « { $guid } ») ; tous les éléments sont lus.
 }
diagnostic-qdpx-element-lost = L’élément « { $element } » n’est pas connu et n’est pas gardé.
diagnostic-qdpx-entry-lost = « { $entry } » dépasse { $limit } Mo : ce fichier n’est pas gardé dans l’étude.
diagnostic-qdpx-source-kept = « { $name } » ({ $kind }) n’est pas du texte : il est gardé tel quel et repartira dans un export QDPX.
diagnostic-qdpx-case-kept = Le cas « { $name } » n’a pas de texte : il est gardé tel quel et repartira dans un export QDPX.
diagnostic-qdpx-text-missing = Le texte de « { $name } » manque dans le fichier : ses codages ne sont pas lus. Exportez le projet avec ses documents.
diagnostic-qdpx-colour-unread = La couleur « { $value } » ne se lit pas ; le code reste sans couleur.
diagnostic-qdpx-code-deep = Le code « { $code } » est trop profond pour un fichier de livre de codes : un export en dossier le mettra à côté de celui qui le contient.
diagnostic-qdpx-definition-kept = Le fichier définit « { $code } » autrement ; la définition de l’étude est gardée.
diagnostic-qdpx-name-taken = Un autre entretien s’appelle déjà « { $name } » ; celui-ci devient « { $id } ».
diagnostic-qdpx-convention-found = Les positions de « { $name } » sont comptées ainsi : { $convention }. C’est ce que disent ses passages.
diagnostic-qdpx-convention-assumed = Trop peu de passages disent comment les positions de « { $name } » sont comptées : vérifiez-en quelques-uns.
diagnostic-qdpx-selection-outside = Ce passage ({ $start } à { $end }) dépasse le texte : il est coupé à sa fin.
diagnostic-qdpx-selection-unread = Le passage « { $name } » n’a pas de positions lisibles : il n’est pas lu.
diagnostic-qdpx-selection-bare = { $count ->
    [one] « { $name } » : un passage n’a ni code ni commentaire ; il n’est pas gardé.
   *[other] « { $name } » : { $count } passages n’ont ni code ni commentaire ; ils ne sont pas gardés.
 }
diagnostic-qdpx-dangling = Ce codage renvoie à un code qui n’est pas dans le fichier (« { $guid } ») ; il attend sa place.
diagnostic-qdpx-unknown-coder = { $count ->
    [one] Un codage ne dit pas qui l’a fait ; il est donné à « { $coder } ».
   *[other] { $count } codages ne disent pas qui les a faits ; ils sont donnés à « { $coder } ».
 }
diagnostic-qdpx-note-empty = La note « { $name } » n’a pas de texte lisible ; elle est gardée telle quelle et repartira dans un export QDPX.
diagnostic-qdpx-comment-moved = Un commentaire porte sur un titre ou une étiquette : il devient un mémo de l’entretien.
diagnostic-transcript-without-words = Un texte de ce fichier ne contient aucune parole ; il n’est pas lu.
