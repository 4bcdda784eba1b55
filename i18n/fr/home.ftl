# Accueil, portrait d’un cas, journal, mémos.
home-empty-title = Une étude sans entretien
home-empty = Aucun entretien encore. Importez-en un, ou déposez des fichiers dans le dossier « transcripts » de l’étude.
home-facts = { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }, { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    } des enquêté·es, { $codings ->
        [0] aucun codage encore
        [one] { $codings } codage
       *[other] { $codings } codages
    }{ $persons ->
        [0] { "" }
        [1] { " " }par une personne
        [2] { " " }par deux personnes
        [3] { " " }par trois personnes
       *[other] { " " }par { $persons } personnes
    }{ $respondents ->
        [0] .
        [one] , { $respondents } questionnaire.
       *[other] , { $respondents } questionnaires.
    }
home-saved = Dernier changement :
home-resume = Reprendre { $id } au tour { $turn }
home-resume-read = { $read ->
        [one] Vous avez lu { $read } tour sur { $turns }.
       *[other] Vous avez lu { $read } tours sur { $turns }.
    }
home-resume-do = Reprendre la lecture
home-begin = Commencer { $id }, { $person }
home-begin-turns = { $count ->
        [1] Un tour à lire ; vous n’y avez rien codé encore.
       *[other] { $count } tours à lire ; vous n’y avez rien codé encore.
    }
home-begin-do = Ouvrir l’entretien
home-settle = Arbitrer { $id }
home-settle-left = { $count ->
        [1] Il reste un désaccord sur cet entretien.
       *[other] Il reste { $count } désaccords sur cet entretien.
    }
home-settle-do = Ouvrir les deux lectures
home-uncoded = Relire { $id }
home-uncoded-left = { $count ->
        [1] Un tour de l’enquêté·e y reste sans codage de votre main.
       *[other] { $count } tours de l’enquêté·e y restent sans codage de votre main.
    }
home-typology = Regarder les profils
home-typology-detail = Tout est lu, codé et réglé.
home-typology-do = Ouvrir la typologie
home-interviews = Les entretiens
home-legend = Thèmes
home-number = N°
home-person = Enquêté·e
home-strips = Vos codages, du début à la fin
home-you = Vous
home-col-uncoded = Non codés
home-col-memos = Mémos
home-col-read = Lus
home-age = { $years ->
        [one] { $years } an
       *[other] { $years } ans
    }
home-strip = { $count ->
        [0] { $id } : rien de codé de votre main
        [one] { $id } : un codage de votre main
       *[other] { $id } : { $count } codages de votre main, le long de l’entretien
    }
home-waiting = À régler
home-waiting-none = Rien n’attend.
home-waiting-all = Tout ce qui attend
home-questions = { $count ->
        [one] désaccord à arbitrer
       *[other] désaccords à arbitrer
    }
home-questions-detail = { $first } et { $second }, { $count ->
        [1] un entretien
       *[other] { $count } entretiens
    }
home-adjusted = { $count ->
        [1] codage touché par une correction
       *[other] codages touchés par une correction
    }
home-unplaced = { $count ->
        [one] ligne de codage sans place
       *[other] lignes de codage sans place
    }
home-unlinked = { $count ->
        [one] entretien sans son questionnaire
       *[other] entretiens sans leur questionnaire
    }
home-diagnostics = { $count ->
        [one] remarque de l’import
       *[other] remarques de l’import
    }
home-recent = Derniers changements
home-recent-all = Tout le journal
home-undo = Annuler

when-time = { $hour } h { $minutes }
when-yesterday = hier, { $time }

pending-title = À régler
pending-questions = Désaccords
pending-questions-of = { $left ->
        [one] { $left } désaccord à arbitrer sur { $total }
       *[other] { $left } désaccords à arbitrer sur { $total }
    }
pending-adjusted = Codages touchés par une correction
pending-adjusted-about = Le texte a changé sous ces codages. Gardez la nouvelle place, choisissez-en une autre dans l’entretien, ou retirez le codage.
pending-adjusted-one = Ajusté
pending-lost = Sans place
pending-turn = tour { $turn }
pending-accept = Garder
pending-elsewhere = Choisir une autre place
pending-remove = Retirer
pending-accepted = Le codage garde sa nouvelle place.
pending-removed = Retiré.
pending-unplaced = Lignes de codage sans place
pending-unplaced-about = Ces lignes de vos tables citent des mots que l’entretien ne contient pas, ou contient plusieurs fois. Elles sont essayées de nouveau à chaque import.
pending-unlinked = Entretiens sans leur questionnaire
pending-linked-twice = Le questionnaire { $respondent } est aussi celui de { $also }.
pending-names-nobody = L’en-tête ne donne aucun numéro de questionnaire.
pending-names-unknown = Le questionnaire { $respondent } n’est pas dans le fichier des réponses.
pending-diagnostics = Remarques de l’import

history-none = Aucun changement encore.
done-import = { $new ->
        [0] { $changed ->
            [1] Un fichier relu
           *[other] { $changed } fichiers relus
        }
        [1] Un fichier importé
       *[other] { $new } fichiers importés
    }{ $codings_added ->
        [0] { "" }
        [1] , un codage ajouté
       *[other] , { $codings_added } codages ajoutés
    }
done-settle = { $choice ->
        [first] Désaccord réglé, { $code }, { $transcript }
        [second] Désaccord réglé, { $code }, { $transcript }
        [union] Désaccord réglé, { $code }, { $transcript }
        [none] Désaccord réglé, { $code } écarté, { $transcript }
       *[other] Désaccord rouvert, { $code }, { $transcript }
    }
done-accept = Nouvelle place gardée, { $code }, { $transcript }
done-remove = { $code } retiré, { $transcript }
done-drop-row = Ligne sans place retirée, { $transcript }
done-undo = Annulé : { $words }
done-other = Changement « { $kind } » { $transcript }
done-coding = { $code } posé, { $count ->
        [1] un passage
       *[other] { $count } passages
    }, { $transcript }
done-code = { done-coding }
done-change-coding = { $code } modifié, { $transcript }
done-remove-coding = { $code } retiré, { $count ->
        [1] un passage
       *[other] { $count } passages
    }, { $transcript }
done-code-new = Nouveau code, { $title }
done-new-code = { done-code-new }
done-memo = Mémo écrit { $transcript }
done-change-memo = Mémo modifié { $transcript }
done-remove-memo = Mémo retiré { $transcript }
done-roles = Rôles changés, { $transcript }
done-correction = Texte corrigé au tour { $turn }, { $transcript }
done-weigh-code = Poids de { $code } changé
done-measure-axis = Mesure d’un axe changée
done-assign-case = { $case } placé·e dans un profil
done-name-profile = Profil nommé
done-write-portrait = Portrait d’un profil écrit
done-conclude = Conclusion écrite sur un profil
done-save-query = Requête enregistrée, { $name }
done-remove-query = Requête retirée, { $name }
done-round = Vague de codage ouverte, { $name }
done-change-round = Vague de codage modifiée, { $name }
done-close-round = Vague de codage fermée, { $name }
done-suggestion = { $count ->
        [one] { $answer ->
            [accepted] Proposition acceptée
            [rejected] Proposition écartée
           *[other] Proposition laissée
        }
       *[other] { $count } { $answer ->
            [accepted] propositions acceptées
            [rejected] propositions écartées
           *[other] propositions laissées
        }
    }, { $code }, { $transcript }
done-redo = Rétabli : { $words }
journal-undo = Annuler ma dernière modification
journal-redo = Rétablir
history-kind = Quoi
history-when = Quand
history-who = Qui
history-what = Quoi
journal-undone = annulé depuis
history-next-undone = la prochaine que vous annulerez
history-pages = Pages du journal
history-newer = Plus récents
history-older = Plus anciens
history-count = { $count ->
        [0] Aucun changement.
        [1] Un changement.
       *[other] { $count } changements.
    }
history-kind-import = import
history-kind-coding = codages posés
history-kind-change-coding = codages modifiés
history-kind-remove-coding = codages retirés
history-kind-code-new = nouveaux codes
history-kind-memo = mémos écrits
history-kind-change-memo = mémos modifiés
history-kind-remove-memo = mémos retirés
history-kind-roles = rôles changés
history-kind-correction = corrections du texte
history-kind-settle = désaccords réglés
history-kind-accept = places gardées
history-kind-remove = codages retirés d’« À régler »
history-kind-drop-row = lignes retirées
history-kind-undo = annulations
history-kind-redo = rétablissements
history-kind-round = vagues de codage
history-kind-suggestion = propositions jugées

memos-new = Nouveau mémo sur l’étude
memos-help = E09:14 dans le texte mène au tour 14 de E09. Ctrl Entrée enregistre.
memos-keep = Enregistrer
memos-leave = Abandonner
memos-edit = Modifier
memos-remove = Retirer
memos-removed = Mémo retiré.
memos-kind = Sur
memos-all = Tous
memos-transcript = Entretien
memos-coder = De qui
memos-words = Mots
memos-filter = Filtrer
memos-none = Aucun mémo encore. Un mémo garde une idée sur l’étude, un entretien, une personne, un code ou un passage.
memos-none-here = Aucun mémo ne répond à ces filtres.
memos-count = { $count ->
        [0] Aucun mémo.
        [1] Un mémo.
       *[other] { $count } mémos.
    }
memos-kind-study = l’étude
memos-kind-transcript = un entretien
memos-kind-case = une personne
memos-kind-code = un code
memos-kind-coding = un codage
memos-kind-turn = un tour
memos-of-study = L’étude
memos-of-case = { $id }, la personne
memos-of-turn = { $id }, tour { $turn }
memos-of-lost-turn = { $id }, un tour qui n’existe plus
memos-of-coding = { $code }, { $id }, tour { $turn }

preferences-about = Celles de { $name }, gardées dans l’étude. La langue et le thème sont ceux de ce navigateur.
preferences-look = Page
preferences-theme = Thème
preferences-theme-system = Du système
preferences-theme-light = Clair
preferences-theme-dark = Sombre
preferences-favourites = Favoris
preferences-favourites-about = Les chiffres 1 à 9 posent ces codes, dans cet ordre.
preferences-no-code = Aucun
preferences-up = Monter
preferences-down = Descendre
preferences-keys = Touches
preferences-keys-about = Elles n’agissent que dans le texte d’un entretien. Les lettres y cherchent toujours un code.
preferences-single = Touches seules : lettres, chiffres et signes agissent sans Ctrl
preferences-command = Ce qu’elle fait
preferences-key = Touche
preferences-change = Changer
preferences-off = coupée
preferences-switch-off = Couper
preferences-switch-on = Remettre
preferences-press = Appuyez sur la touche, ou Échap
preferences-letters = Une lettre seule cherche un code : choisissez un signe, ou Ctrl avec une lettre.
preferences-taken = Cette touche ne se change pas.
preferences-reset = Remettre toutes les touches
preferences-kept = Enregistré.

case-title = { $id }, { $person }
case-open = Lire et coder
case-place = Place dans la typologie
case-standing = { $label }, { $name }
case-axis = { $axis } : { $value } (moyenne { $mean })
case-assigned = L’équipe l’a placé·e en { $profile } : { $reason }
case-beside = Avec
case-typology = Ouvrir la typologie
case-codes = Codes
case-codes-about = Nombre d’extraits, codeurs réunis ; points : intensité la plus haute donnée, une s’il n’y en a pas.
case-codes-none = Aucun.
case-intensity = intensité { $level }
case-quotes = Ses mots
case-quote = { $code }, tour { $turn }
case-against = contre-exemple
case-known = Ce qu’on sait
case-attribute = { $key ->
    [date] Date
    [interviewer] Personne qui mène l’entretien
    [respondent] Enquêté·e
    [questionnaire] Questionnaire
    [notice] Avertissement
   *[other] { $key }
}
case-progress = Avancement
case-read = { $read } tours sur { $turns }
case-codings = { $count ->
        [0] aucun codage
        [1] un codage
       *[other] { $count } codages
    }
case-uncoded = { $count ->
        [0] aucun tour
        [1] un tour
       *[other] { $count } tours
    }
case-scores = Questionnaire
case-scores-about = Réponses { $respondent }, de 0 à 100. Trait épais : cette personne. Bande et trait fin : quartiles et médiane de tous les répondants.
case-scores-none = Aucun questionnaire ne correspond à cet entretien. Quartiles et médiane de tous les répondants.
case-median = médiane { $median }
case-memo = Mémo sur cette personne

command-turn-next = Tour suivant
command-turn-previous = Tour précédent
command-sentence-next = Phrase suivante
command-sentence-previous = Phrase précédente
command-word-next = Mot suivant
command-word-previous = Mot précédent
command-respondent-next = Tour suivant de l’enquêté·e
command-respondent-previous = Tour précédent de l’enquêté·e
command-uncoded-next = Tour non codé suivant
command-uncoded-previous = Tour non codé précédent
command-coding-next = Codage suivant
command-coding-previous = Codage précédent
command-turn-first = Premier tour
command-turn-last = Dernier tour
command-page-next = Page suivante
command-page-previous = Page précédente
command-code = Poser le code allumé
command-palette = Ouvrir la palette
command-in-vivo = Code in vivo
command-new-code = Nouveau code
command-undo = Annuler
command-redo = Rétablir
command-ends = Ajuster les bornes
command-weaker = Intensité moindre
command-stronger = Intensité plus forte
command-memo = Mémo du codage, sinon du tour
command-remove = Retirer le codage ouvert
command-find = Chercher dans le livre de codes
command-keys = Liste des touches
