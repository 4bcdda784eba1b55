# La ligne de commande.

help-heading-usage = Utilisation :
help-heading-options = Options{ " " }
help-heading-arguments = Arguments{ " " }
help-heading-commands = Commandes{ " " }
help-propos = Ce qui s’est dit : des entretiens aux profils, et des profils au questionnaire.
help-propos-study = Dossier de l’étude ; sinon le plus proche, en remontant, qui contient study.toml
help-propos-lang = Langue de l’affichage : fr ou en ; sinon celle de l’étude, sinon celle de la machine
help-propos-coder = Qui agit, tel que l’historique le nommera
help-propos-help = Affiche cette aide
help-propos-version = Affiche la version
help-propos-json = Écrit le résultat en JSON
help-propos-limit = Nombre de résultats au plus
help-propos-count = N’écrit que le nombre de résultats
help-propos-transcript = Dans cet entretien seulement
help-propos-code = Pour ce code, désigné par son identifiant ou son titre
help-init = Crée une étude vide : son fichier study.toml et ses dossiers
help-init-folder = Dossier de la nouvelle étude
help-init-title = Titre de l’étude
help-import = Lit des fichiers dans l’étude : entretiens, livre de codes, codages, questionnaire, fichier administratif, projets d’autres logiciels (QDPX, QDC)
    .more = Un fichier inchangé n’est pas relu. Un entretien modifié devient une nouvelle version, et chaque codage y est replacé. Si un fichier contient une erreur, rien n’est changé.
help-import-paths = Fichiers ou dossiers ; sans rien, ceux de l’étude
help-import-preview = Montre ce qui est compris des entretiens (locuteurs, tours, temps, doutes) ; n’écrit rien
help-check = Lit tous les fichiers et dit ce qui ne va pas, sans rien changer
help-build = Importe ce qui a changé, indexe, calcule les scores, les profils et le lien, écrit le rapport
help-serve = Ouvre l’étude dans le navigateur, pour lire, coder, chercher et comparer
help-serve-open = Ouvre aussi le navigateur
help-serve-port = Port sur cette machine (7180) ; 0 : n’importe lequel qui soit libre
help-build-edition = Édition du rapport : internal (scores de chaque personne) ou public
help-build-sections = Parties du rapport, séparées par des virgules : essentials, material, interviews, profiles, questionnaire, activity, limits, annexes ; sinon celles de study.toml, sinon toutes
help-search = Cherche dans les entretiens
    .more = Requête : les mots sont tous exigés ; OR, -mot, "expression", "a b"~5 (à cinq mots près, dans l’ordre), mot* (début), mot~1 (une faute), =mot (forme exacte). Filtres : speaker:, role:respondent, transcript:, code:, et toute caractéristique, par exemple event:séparation. Accents, majuscules, apostrophes et élisions ne comptent pas.
help-search-query = Ce qu’on cherche
help-search-context = Mots montrés avant et après ; sans cette option, le tour de parole entier
help-codings = Liste les passages codés
help-codings-sub_codes = Avec les codes qui en dépendent
help-codings-by = Par cette personne seulement
help-codings-attributes = Dans les entretiens qui ont cette caractéristique
help-matrix = Croise les codes avec les entretiens, les codes ou une caractéristique
help-matrix-columns = Colonnes : transcripts (entretiens), codes, ou le nom d’une caractéristique
help-matrix-unit = Ce qui est compté : segments (extraits), interviews (entretiens) ou words (mots)
help-matrix-csv = Écrit un tableau séparé par des points-virgules
help-typology = Range les entretiens en profils, et dit ce que vaut ce rangement
help-typology-profiles = Nombre de profils ; sinon celui de study.toml
help-typology-measure = Mesure des axes : presence, segments, rate, coverage, mean-intensity ou intensity
help-typology-seed = Graine des tirages ; sinon celle de study.toml
help-lexical = Compte et classe les mots des enquêtés : classes de segments (Reinert), vocabulaire des profils
help-lexical-classes = Nombre de classes (6)
help-lexical-segment = Mots d’un segment, environ (40)
help-lexical-double = Mots d’un segment d’une seconde classification, croisée avec la première, par exemple 60
help-lexical-forms = Compte les formes telles qu’écrites, au lieu des racines
help-lexical-profiles = Croise les classes avec les profils
help-lexical-specificities = Dit ce que chaque profil dit plus ou moins que les autres
help-lexical-export = Écrit les mots des enquêtés pour un autre programme : iramuteq FICHIER
help-saturation = Dit si les derniers entretiens apportent encore des codes
help-typology-stability = Met la partition à l’épreuve : cas tirés à nouveau, bruit, code retiré, autres méthodes
help-profile = Dit ce qu’est chaque profil : codes, cas centraux et frontière, caractéristiques, citations
help-profile-profile = Un seul profil, par exemple P1
help-profile-seed = Graine des tirages ; sinon celle de study.toml
help-scale = Dit comment les échelles sont calculées et si leurs items tiennent ensemble
help-scale-scale = Une seule échelle, par son identifiant
help-weights = Ramène le questionnaire aux marges de sa population, à côté des chiffres bruts
help-suggest = Propose des codes pour les phrases que personne n’a codées, et dit ce que valent ces propositions
    .more = propos apprend des codages de l’équipe, sur cette machine seulement. Précision et rappel sont mesurés sur des entretiens tenus à l’écart, un par un. Une proposition n’écrit rien : il faut l’accepter.
help-suggest-precision = Précision mesurée au-dessous de laquelle un code se tait, entre 0 et 1 ; sinon celle de study.toml, sinon 0,7
help-suggest-accept = Accepte ces propositions : chacune devient un codage
help-suggest-reject = Écarte ces propositions : le code n’a rien à faire là
help-suggest-ignore = Ne montre plus ces propositions, sans les juger
help-link = Relie les profils aux scores du questionnaire
help-indicators = Compte ce qui a été fait, pour qui et combien de temps
help-indicators-by_family = Compte aussi chaque ligne comme une intervention, avec des intervalles qui tirent des familles
help-history = Liste les changements : quoi, quand, par qui
help-history-runs = Les résultats gardés au lieu des changements : quoi, quand, de quels fichiers, avec quelle graine
help-roles = Dit qui mène l’entretien et qui répond, ou le change
help-roles-transcript = L’entretien, par son identifiant
help-roles-swap = Échange les rôles : qui menait répond, qui répondait mène
help-roles-interviewer = Cette étiquette mène l’entretien ; répétable
help-roles-respondent = Cette étiquette répond ; répétable
help-undo = Défait le dernier changement
help-undo-mine = Seulement parmi ses propres changements
help-redo = Refait le dernier changement défait
help-redo-mine = Seulement parmi ses propres changements
help-export = Écrit l’étude en un dossier de fichiers lisibles, qui se réimporte à l’identique, ou pour d’autres logiciels
    .more = Le texte des enquêtés pour IRaMuTeQ : propos lexical --export iramuteq FICHIER. Les codages et les passages : propos codings --json.
help-export-folder = Dossier à écrire ; il doit être vide ou ne pas exister
help-export-qdpx = Projet REFI-QDA à écrire, pour NVivo, MAXQDA, ATLAS.ti, QualCoder…
help-export-qdc = Livre de codes REFI-QDA à écrire
help-export-target = Logiciel qui lira le projet : default, nvivo, maxqda ou atlasti
help-export-html = Rapport à écrire en page HTML ; sans nom de fichier, dans le dossier des sorties
help-export-pdf = Rapport à imprimer en PDF par un Chromium, Chrome ou Edge de cette machine, à défaut par son LibreOffice ; sans nom de fichier, dans le dossier des sorties
help-export-docx = Rapport à écrire en fichier Word ; sans nom de fichier, dans le dossier des sorties
help-export-odt = Rapport à écrire en texte OpenDocument, pour LibreOffice ; sans nom de fichier, dans le dossier des sorties
help-export-xlsx = Tableaux du rapport à écrire en classeur ; sans nom de fichier, dans le dossier des sorties
help-export-checklist = Grille à écrire à la place du rapport, remplie de ce que l’étude dit : coreq (32 points) ou srqr (21 points)
help-export-sections = Parties du rapport, séparées par des virgules : essentials, material, interviews, profiles, questionnaire, activity, limits, annexes ; sinon celles de study.toml, sinon toutes
help-export-edition = Édition du document : internal (scores de chaque personne) ou public
help-export-browser = Fait imprimer le PDF par un navigateur : celui-ci, sinon le premier trouvé
help-export-office = Fait faire le PDF par LibreOffice, à partir du fichier Word : celui-ci, sinon le premier trouvé
help-export-web_annotation = Dossier d’annotations du Web (W3C, JSON-LD) à écrire, avec les textes
help-export-tidy = Dossier de tableaux à écrire, pour R et pandas : csv, xlsx, JSON, et le dictionnaire des colonnes
help-export-deposit = Archive zip à écrire pour un dépôt : étude, histoire, calculs, tableaux, empreintes
help-export-licence = Licence sous laquelle l’archive peut être utilisée
help-completions = Écrit les complétions d’un interpréteur de commandes
help-completions-shell = bash, zsh, fish, elvish ou powershell

usage-unknown-argument = Option inconnue : { $what }
usage-unknown-command = Commande inconnue : { $what }
usage-missing = Il manque : { $what }
usage-invalid-value = « { $value } » ne convient pas pour { $what }.
usage-conflict = { $what } ne s’emploie pas avec les autres options données.
usage-nearest = Possible : { $nearest }
usage-help = Pour l’aide : propos --help

progress-transcripts = Entretiens
progress-interventions = Interventions
progress-codes = Codes

error-word = Erreur :
error-output = impossible d’écrire le résultat ({ $reason }).
error-no-study = il n’y a pas d’étude dans { $folder }.
hint-no-study = Une étude est un dossier qui contient study.toml. Pour en créer une : propos init DOSSIER. Pour en désigner une : --study DOSSIER.
error-study-exists = { $folder } contient déjà une étude.
hint-study-exists = Pour y lire des fichiers : propos import. Pour recommencer, choisissez un autre dossier.
error-refused = { $count ->
    [1] une erreur dans les fichiers
   *[other] { $count } erreurs dans les fichiers
 } ; rien n’a été changé.
hint-refused = Corrigez les lignes citées, puis relancez. propos check les liste sans rien changer.
error-unknown = { $kind } « { $name } » : l’étude n’en a pas.
hint-nearest = Peut-être : { $nearest }
hint-unknown-code = propos matrix liste les codes ; ils se désignent par leur identifiant ou leur titre.
hint-unknown-transcript = propos matrix liste les entretiens.
hint-unknown-coder = propos codings nomme qui a codé.
hint-unknown-attribute = Les caractéristiques sont celles de l’en-tête des entretiens, par exemple event.
hint-unknown-profile = propos typology donne la liste des profils.
hint-unknown-suggestion = propos suggest liste les propositions ouvertes, avec la même option --precision.
error-nothing-to-undo = il n’y a rien à défaire.
error-nothing-to-redo = il n’y a rien à refaire.
error-undo-conflict = ce qu’il faudrait défaire a été changé depuis par { $coder }, au changement { $number }.
hint-undo-conflict = Rien n’a été changé. Ce changement-là doit d’abord être défait.
blind-round = Vague « { $round } » à l’aveugle{ $dated ->
    [yes] { " " }jusqu’au { $until }
   *[no] { "" }
 } : ce que les autres ont codé ou noté sur { $transcripts } n’est pas lu.
error-empty = l’étude n’a pas encore { $missing }.
hint-empty = Placez les fichiers dans les dossiers de l’étude, puis lancez propos build ; propos serve --open ouvre l’étude dans le navigateur, pour lire et coder.
error-query = la requête ne se lit pas : { $reason }
hint-query = Pour la syntaxe : propos search --help
error-typology = les profils ne peuvent pas être calculés : { $reason }
hint-typology = Voyez les poids des codes dans le livre, et la section [typology] de study.toml.
error-file-read = impossible de lire { $path } ({ $reason }).
error-file-write = impossible d’écrire { $path } ({ $reason }).
error-file-list = impossible de parcourir { $path } ({ $reason }).
file-reason = { $reason ->
    [gone] il n’existe pas
    [denied] l’accès est refusé
    [is-folder] c’est un dossier
    [is-file] un fichier tient la place d’un dossier
    [large] il dépasse deux gigaoctets
   *[other] { $reason }
 }
error-print-no-browser = aucun navigateur de cette machine ne sait imprimer en PDF.
hint-print-no-browser = Installez Chromium, Chrome ou Edge (par exemple : apt install chromium), ou indiquez-le : --browser PROGRAMME. Sinon, --office fait imprimer LibreOffice, et propos export --html écrit la page, qu’un autre navigateur imprime. Aucun fichier n’a changé.
error-print-no-office = aucun LibreOffice sur cette machine, ou il n’est pas là où il est cherché.
hint-print-no-office = Installez LibreOffice (par exemple : apt install libreoffice-writer), ou indiquez son programme : --office PROGRAMME (soffice). Sinon, propos export --docx écrit le fichier Word, que tout traitement de texte imprime. Aucun fichier n’a changé.
error-print-no-program = aucun programme de cette machine ne sait imprimer en PDF.
hint-print-no-program = Installez Chromium, Chrome ou Edge (par exemple : apt install chromium) ou LibreOffice (apt install libreoffice-writer) ; ou indiquez-en un : --browser PROGRAMME, --office PROGRAMME. Sinon, propos export --html écrit la page, qu’un autre navigateur imprime. Aucun fichier n’a changé.
error-typeset-letters = les polices de propos n’ont pas certaines lettres de ce document : { $letters }.
hint-typeset-letters = Installez Chromium, Chrome, Edge ou LibreOffice, qui impriment avec les polices de la machine. Sinon, propos export --html ou --docx écrit le document. Aucun fichier n’a changé.
error-print-not-started = { $program } ne démarre pas ({ $reason }).
error-print-failed = { $program } n’a pas imprimé le document{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
 }.
error-print-too-long = { $program } n’avait pas imprimé le document au bout de { $seconds } secondes.
hint-print = Indiquez un autre programme : --browser PROGRAMME (Chromium, Chrome ou Edge), --office PROGRAMME (LibreOffice). Sinon, propos export --html écrit la page, qu’un navigateur ouvert imprime. Aucun fichier n’a changé.
error-folder-not-empty = { $path } n’est pas vide ; l’export n’écrase rien.
error-store-damaged = la base de l’étude, .propos/study.db, est abîmée.
hint-store-damaged = Rien n’y a été écrit. Renommez le dossier .propos, puis lancez propos build : l’étude sera relue depuis ses fichiers. L’historique reste dans le dossier renommé.
error-store-foreign = la base de l’étude, .propos/study.db, n’a pas les tables de cette version de propos.
hint-store-foreign = Rien n’y a été écrit. Renommez le dossier .propos, puis lancez propos build : l’étude sera relue depuis ses fichiers. L’historique reste dans le dossier renommé.
error-store-newer = la base de l’étude, .propos/study.db, a été écrite par une version plus récente de propos.
hint-store-newer = Rien n’y a été écrit. Installez la version la plus récente, puis relancez.
error-store-busy = un autre programme occupe la base de l’étude, .propos/study.db.
hint-store-busy = Attendez qu’il ait fini, ou fermez-le, puis relancez. Rien n’a été changé.
error-internal = { $reason }
hint-internal = C’est un défaut de propos ou de la machine, non de vos fichiers. Rien n’a été perdu : l’étude est dans l’état d’avant la commande.
cli-more-findings = { $count ->
    [1] … et une autre
   *[other] … et { $count } autres
 } ; propos check les liste toutes.
cli-other-findings = { $count ->
    [1] Un avertissement ou une remarque n’est pas montré ici
   *[other] { $count } avertissements ou remarques ne sont pas montrés ici
 } ; propos check les liste.

kind-code = Code
kind-transcript = Entretien
kind-coder = Codeur ou codeuse
kind-attribute = Caractéristique
kind-speaker = Locuteur ou locutrice
kind-measure = Mesure
kind-profile = Profil
kind-axis = Axe
kind-suggestion = Proposition
missing-transcripts = d’entretien
missing-codings = de codage
missing-codebook = de livre de codes
missing-questionnaire = de questionnaire
missing-administrative = de fichier administratif
missing-typology = de profils
missing-link = de lien déclaré dans study.toml, [link]
missing-operation = d’opération ouverte

init-default-title = Étude sans titre
init-done = Étude créée dans { $folder } : study.toml et cinq dossiers.
init-next = Ensuite : placez les entretiens dans transcripts/, le livre de codes dans codebook/, puis lancez propos build ; propos serve --open ouvre l’étude dans le navigateur, pour lire et coder.

check-summary = { $errors ->
    [0] Aucune erreur
    [1] Une erreur
   *[other] { $errors } erreurs
 }, { $warnings ->
    [0] aucun avertissement
    [1] un avertissement
   *[other] { $warnings } avertissements
 }, { $notes ->
    [0] aucune remarque
    [1] une remarque
   *[other] { $notes } remarques
 }.

import-nothing = Rien n’a changé ({ $files } { $files ->
    [one] fichier lu
   *[other] fichiers lus
 }).
import-files = Fichiers : { $new } { $new ->
    [one] nouveau
   *[other] nouveaux
 }, { $changed } { $changed ->
    [one] changé
   *[other] changés
 }, { $unchanged } { $unchanged ->
    [one] inchangé
   *[other] inchangés
 }.
import-codings = Codages : { $added } { $added ->
    [one] ajouté
   *[other] ajoutés
 }, { $removed } { $removed ->
    [one] retiré
   *[other] retirés
 }, { $unplaced } sans place.
import-verdicts = Codages replacés : { $exact } au même endroit, { $moved } { $moved ->
    [one] déplacé
   *[other] déplacés
 }, { $approximate } dont les mots ont changé, { $lost } { $lost ->
    [one] perdu
   *[other] perdus
 }.
import-approximate = { $transcript } · { $code } · { $coder } : « { $before } » → « { $after } »
import-lost = { $transcript } · { $code } · { $coder } : « { $before } » n’a pas été retrouvé ; le codage est gardé

history-runs-empty = Aucun résultat gardé : lancez propos build.
history-run = propos { $version }, { $draws ->
        [none] sans tirage
       *[other] graine { $seed }
    }, fichiers { $inputs }
roles-changed = Les rôles de { $id } sont changés. L’export les écrit dans l’en-tête ; propos undo les remet.
roles-same = Rien à changer : { $id } a déjà ces rôles.
history-empty = Aucun changement.
history-import = import : { $new } { $new ->
    [one] fichier nouveau
   *[other] fichiers nouveaux
 }, { $changed } { $changed ->
    [one] changé
   *[other] changés
 }, { $added } { $added ->
    [one] codage ajouté
   *[other] codages ajoutés
 }, { $removed } { $removed ->
    [one] retiré
   *[other] retirés
 }{ $identifiers ->
    [0] {""}
   *[other] , identifiants directs admis : { $identifiers }
 }
history-undo = défait le changement { $number }
history-redo = refait le changement { $number }
history-coding = codage à la main ({ $added ->
    [1] un passage
   *[other] { $added } passages
})
history-change-coding = codage modifié
history-remove-coding = { $removed ->
    [one] codage retiré
   *[other] { $removed } codages retirés
}
history-code-new = nouveau code
history-roles = rôles changés
history-correction = texte corrigé
history-theme-new = nouveau thème
history-theme-change = thème modifié
history-theme-move = thème déplacé
history-code-change = code modifié
history-code-move = code déplacé
history-code-merge = codes fusionnés
history-code-split = code divisé
history-code-retire = code retiré
history-code-reinstate = code repris
history-definition-checked = passages revus sous la définition actuelle
history-assign-case = cas placé dans un profil
history-name-profile = profil nommé
history-write-portrait = portrait d’un profil
history-conclude = conclusion sur un profil
history-measure-axis = axe mesuré autrement
history-memo = nouveau mémo
history-change-memo = mémo modifié
history-remove-memo = mémo retiré
history-save-query = requête nommée
history-remove-query = requête supprimée
history-suggestion = propositions jugées ({ $added ->
    [0] aucun codage
    [1] un codage
   *[other] { $added } codages
})
history-undone = { " " }(défait par { $number })
undo-done = Défait :
redo-done = Refait :
undo-import-hint = Le dossier de l’étude n’est pas touché : au prochain import, les fichiers changés seront relus.

welcome-no-study = Il n’y a pas d’étude dans { $folder }.
welcome-no-study-next =
    Pour en créer une ici :            propos init
    Pour en désigner une :             propos --study DOSSIER …
    Pour l’aide :                      propos --help
welcome-study = Étude : { $folder }
welcome-next =
    propos build                       importer, calculer, écrire le rapport
    propos search "mots"               chercher dans les entretiens
    propos codings --code CODE         lire les passages d’un code
    propos check                       vérifier les fichiers
    propos --help                      toutes les commandes

codings-turn = tour { $turn }
codings-intensity = { " " }· intensité { $value }
codings-approximate = { " " }· mots changés
codings-lost = { " " }· passage perdu
codings-memo = Mémo : { $memo }
codings-summary = { $count ->
    [0] Aucun passage.
    [1] Un passage, dans un entretien.
   *[other] { $count } passages, dans { $interviews ->
        [1] un entretien
       *[other] { $interviews } entretiens
    }.
 }

search-none = Aucun tour de parole.
search-summary = { $total ->
    [1] Un tour de parole.
   *[other] { $total } tours de parole.
 }
search-shown = {" "}{ $shown ->
    [1] Un est montré
   *[other] { $shown } sont montrés
 } ; --limit en montre plus.
search-turn = tour { $turn }

matrix-total = Ensemble
matrix-code = Code
matrix-interviews = Entretiens
matrix-segments = Extraits
matrix-words = Mots

typology-method = Optimum exact parmi { $partitions ->
        [1] une seule partition possible
       *[other] les { $partitions } partitions
    } ; { $known ->
        [yes] la suivante est { $ratio } moins bonne
       *[no] rien à lui comparer, { $ratio }
    }.
typology-kmeans = k-moyennes, { $starts } départs dont { $reached } l’atteignent ; { $known ->
        [yes] la partition suivante qu’ils rencontrent est { $ratio } moins bonne
       *[no] rien à lui comparer, { $ratio }
    }. Optimum non garanti au-delà de quinze cas.
typology-not-unique = Solution non unique : { $most ->
        [yes] au moins { $count }
       *[no] { $count }
    } partitions atteignent l’optimum.
typology-case = Cas
typology-profile = Profil
typology-membership = Appartenance
typology-silhouette = Silhouette
typology-agreement = Méthode
typology-moved = Cas qui changent
typology-none = aucun
typology-boundary = Cas frontière : { $cases }
typology-typical = plus intenses : { $codes }
typology-untypical = moins intenses : { $codes }
typology-paragon = cas le plus central : { $cases }
typology-assigned = { $case } : { $computed } selon le calcul, { $profile } selon l’équipe ({ $reason })

link-own = Scores des personnes interrogées, 0 à 100 ; Kruskal-Wallis exact par permutation, Holm
link-scale = Échelle
link-p = p
link-p-holm = p corrigé
link-n = n
link-assigned = Répondants rapprochés d’un profil
link-indeterminate = Indéterminés
link-outside = Hors typologie
link-outside-rule = Hors typologie : plus loin du centre le plus proche que 99 personnes de son profil sur 100 ne le seraient (distance { $least } à { $most } selon le profil, écart-type commun { $sigma }).
link-validation = Les { $n } personnes retrouvent leur profil, chacune retirée à son tour, dans { $hits } cas (intervalle : { $interval }).
link-nobody = Aucune personne interrogée ne peut être reliée à ses réponses : pas de scores par profil, pas de rapprochement.
link-no-validation = Chaque personne retirée à son tour : indéfini ({ $reason }).
link-no-score = pas de score, trop peu d’items sont remplis
link-no-crosstab = { $variable } : indéfini ({ $reason })
link-active = active (a servi au rapprochement)
link-scores = Scores des répondants par profil ; Kruskal-Wallis, Holm
link-epsilon = ε²
link-crosstab = { $variable } : χ² = { $chi2 }, { $p }, V corrigé = { $v } (n = { $n }) ; sur tirages { $draws }
link-v-drawn = V corrigé (Bergsma) : intervalle à { $level }, { $draws } tirages d’autant de répondants, graine { $seed }.

indicators-title = { $families } familles, { $rows } lignes
indicators-duplicates = { $count ->
    [1] Une famille est présente deux fois : sa première ligne est gardée.
   *[other] { $count } familles sont présentes deux fois : leur première ligne est gardée.
 }
indicators-set-aside = { $count ->
    [1] Une intervention ouverte après l’extraction est écartée des durées.
   *[other] { $count } interventions ouvertes après l’extraction sont écartées des durées.
 }
indicators-line = { $name } : { $text }
indicators-also = { $text } ; { $goal }
indicators-event = Évènement
indicators-families = Familles
indicators-all = Ensemble
indicators-objective = objectif { $value }
indicators-characteristic = Caractéristique
indicators-concerned = Familles concernées
indicators-others = Autres familles
indicators-smd = Écart standardisé
indicators-durations = Durées, en jours
indicators-no-interval = , sans intervalle ({ $reason })
indicators-median = médiane : { $median }{ $interval } ; des seules closes : { $closed } ; { $open } encore ouvertes sur { $n }
indicators-event-median = médiane : { $median } sur { $n }

export-document-done = Écrit : { $file }{ $printer ->
    [none] { "" }
   *[other] { "" } (imprimé par { $printer })
 }
export-checklist-items = { $known } { $known ->
    [one] point renseigné
   *[other] points renseignés
 } par l’étude, { $answered } { $answered ->
    [one] rédigé
   *[other] rédigés
 } par l’équipe, { $open } à compléter (study.toml, [checklists.{ $name }]).
export-annotations-done = { $n } annotations écrites dans { $folder }{ $lost ->
    [0] .
    [one]  ; un codage sans passage est laissé de côté.
   *[other]  ; { $lost } codages sans passage sont laissés de côté.
 }
export-tidy-done = { $n } tableaux écrits dans { $folder }, en csv, xlsx et JSON{ $cut ->
    [0] .
    [one]  ; un texte trop long pour une case est coupé dans le classeur, pas ailleurs.
   *[other]  ; { $cut } textes trop longs pour une case sont coupés dans le classeur, pas ailleurs.
 }
export-deposit-done = { $n } fichiers écrits dans { $file }
    SHA-256 { $sha256 }
export-done = Étude écrite dans { $folder } : { $files } { $files ->
    [one] fichier
   *[other] fichiers
 }.

build-title = { $title }
build-interviews = Entretiens      { $transcripts } · { $turns } { $turns ->
    [one] tour
   *[other] tours
 } de parole · { $words } mots { $transcripts ->
    [one] de la personne interrogée
   *[other] des personnes interrogées
 }
build-codings = Codages         { $codings } · { $coders } { $coders ->
    [one] codeur
   *[other] codeurs
 } · { $codes } { $codes ->
    [one] code
   *[other] codes
 } · { $unplaced } sans place
build-questionnaire = Questionnaire   { $respondents } { $respondents ->
    [one] réponse
   *[other] réponses
 } · { $linked } { $linked ->
    [one] liée
   *[other] liées
 } à un entretien
build-casework = Interventions   { $interventions } · { $recipients } allocataires
build-profile = { $name } — { $cases }
build-diagnostics = Relevé          { $errors } { $errors ->
    [one] erreur
   *[other] erreurs
 }, { $warnings } { $warnings ->
    [one] avertissement
   *[other] avertissements
 }, { $notes } { $notes ->
    [one] remarque
   *[other] remarques
 } (propos check)
build-workbook = Tableaux        { $path }
build-word = Document Word   { $path }
build-report = Rapport         { $path }
build-invented = { $text }.
build-no-profiles = Pas de profils : { $reason }

serve-at = L’étude est ouverte à l’adresse { $address }
serve-stop = Cette adresse ouvre l’étude à qui la connaît : ne la partagez pas. Ctrl C arrête.
serve-no-browser = Aucun navigateur n’a pu être ouvert ; ouvrez l’adresse vous-même.
error-in-use = L’étude est déjà ouverte par une autre fenêtre de propos
hint-in-use = Allez à { $address }
error-port = Le port { $port } ne peut pas être ouvert : { $reason }
hint-port = Choisissez-en un autre avec --port, ou --port 0 pour n’importe lequel qui soit libre.

suggest-measured = { $interviews ->
    [0] Aucun entretien codé
    [one] Un seul entretien codé ({ $sentences } phrases) : rien ne peut être tenu à l’écart
   *[other] Mesuré sur { $interviews } entretiens codés ({ $sentences } phrases), tenus à l’écart en { $folds } fois
 }
suggest-blind = Vague « { $round } » à l’aveugle : les propositions n’apprennent que de vos codages, et seules vos réponses sont comptées.
suggest-code = Code
suggest-sentences = Phrases
suggest-precision = Précision
suggest-recall = Rappel
suggest-proposed = Proposées
suggest-silence = Pourquoi le code se tait
suggest-silent-retired = code retiré
suggest-silent-few-read = { $present ->
    [0] aucun entretien codé
    [1] un seul entretien codé
   *[other] { $present } entretiens codés
 }, il en faut { $needed }
suggest-silent-no-example = aucune phrase ne porte ce code
suggest-silent-few-sentences = { $present ->
    [one] une phrase, il en faut { $needed }
   *[other] { $present } phrases, il en faut { $needed }
 }
suggest-silent-few-interviews = { $present ->
    [one] dans un entretien, il en faut { $needed }
   *[other] dans { $present } entretiens, il en faut { $needed }
 }
suggest-silent-out-of-reach = aucun seuil n’atteint la précision, même choisi après coup
suggest-silent-few-proposals = { $present ->
    [0] rien d’assez sûr dans les entretiens tenus à l’écart
    [one] une phrase assez sûre, il en faut { $needed } pour mesurer
   *[other] { $present } phrases assez sûres, il en faut { $needed } pour mesurer
 }
suggest-silent-low-precision = précision mesurée { $measured }
suggest-pooled = { $codes ->
    [1] Un code parle
   *[other] { $codes } codes parlent
 } : précision { $precision }, rappel { $recall }. Ces codes ont été retenus pour leur précision, qui en est un peu flattée ; avec ceux qui se taisent faute de l’atteindre : { $all }.
suggest-place = tour { $turn }, phrase { $sentence }
suggest-in-read = { " " }· entretien déjà codé
suggest-evidence = Mots qui pèsent : { $words }
suggest-from-neighbour = { " " }(phrase voisine)
suggest-from-question = { " " }(question)
suggest-from-part = { " " }(partie du guide)
suggest-nothing = Rien à proposer : aucun code n’atteint { $precision } de précision sur les entretiens tenus à l’écart. D’autres entretiens codés, ou --precision plus bas, peuvent changer cela.
suggest-nothing-left = Aucune proposition ouverte.
suggest-summary = { $count ->
    [1] Une proposition
   *[other] { $count } propositions
 }, { $shown ->
    [1] une montrée
   *[other] { $shown } montrées
 }. Pour répondre : propos suggest --accept, --reject ou --ignore, suivi des identifiants.
suggest-read-warning = Dans un entretien déjà codé, l’équipe a lu ces phrases et n’y a rien codé : la précision mesurée n’y vaut pas, et une proposition n’est qu’une invitation à relire.
suggest-answers = { $code } : { $accepted ->
    [0] aucune acceptée
    [1] une acceptée
   *[other] { $accepted } acceptées
 }, { $rejected ->
    [0] aucune écartée
    [1] une écartée
   *[other] { $rejected } écartées
 }, { $ignored ->
    [0] aucune laissée
    [1] une laissée
   *[other] { $ignored } laissées
 } ; acceptées parmi celles jugées : { $share }
suggest-recorded = { $count ->
    [1] Une proposition
   *[other] { $count } propositions
 } { $answer ->
    [accepted] { $count ->
        [one] acceptée
       *[other] acceptées
    }
    [rejected] { $count ->
        [one] écartée
       *[other] écartées
    }
   *[ignored] { $count ->
        [one] laissée
       *[other] laissées
    }
 }, { $codings ->
    [0] aucun codage ajouté
    [1] un codage ajouté
   *[other] { $codings } codages ajoutés
 }. propos undo revient en arrière.
