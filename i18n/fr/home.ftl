# Accueil, portrait d’un cas, journal, mémos.
home-empty-title = Une étude sans entretien
home-empty = Aucun entretien encore. Déposez des fichiers dans le dossier « transcripts » de l’étude, puis lancez « propos import ».
home-facts = { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }, { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    } des enquêté·es, { $codings ->
        [one] { $codings } codage
       *[other] { $codings } codages
    } { $persons ->
        [0] sans codeur
        [one] par une personne
        [2] par deux personnes
        [3] par trois personnes
       *[other] par { $persons } personnes
    }{ $respondents ->
        [0] .
        [one] , { $respondents } questionnaire.
       *[other] , { $respondents } questionnaires.
    }
home-saved = Dernier changement :
home-resume = Reprendre { $id } au tour { $turn }
home-resume-read = { $read ->
        [one] Vous avez lu { $read } tour sur { $turns }.
       *[other] Vous avez lu { $read } tours sur { $turns }.
    }
home-resume-do = Reprendre la lecture
home-begin = Commencer { $id }, { $person }
home-begin-turns = { $count ->
        [one] Un tour à lire ; vous n’y avez rien codé encore.
       *[other] { $count } tours à lire ; vous n’y avez rien codé encore.
    }
home-begin-do = Ouvrir l’entretien
home-settle = Arbitrer { $id }
home-settle-left = { $count ->
        [one] Il reste un désaccord sur cet entretien.
       *[other] Il reste { $count } désaccords sur cet entretien.
    }
home-settle-do = Ouvrir les deux lectures
home-uncoded = Relire { $id }
home-uncoded-left = { $count ->
        [one] Un tour de l’enquêté·e y reste sans codage de votre main.
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
        [0] { $id } : rien de codé de votre main
        [one] { $id } : un codage de votre main
       *[other] { $id } : { $count } codages de votre main, le long de l’entretien
    }
home-waiting = À régler
home-waiting-none = Rien n’attend.
home-waiting-all = Tout ce qui attend
home-questions = { $count ->
        [one] désaccord à arbitrer
       *[other] désaccords à arbitrer
    }
home-questions-detail = { $first } et { $second }, { $count ->
        [one] un entretien
       *[other] { $count } entretiens
    }
home-adjusted = { $count ->
        [one] codage touché par une correction
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
            [one] Un fichier relu
           *[other] { $changed } fichiers relus
        }
        [one] Un fichier importé
       *[other] { $new } fichiers importés
    }{ $codings_added ->
        [0] { "" }
        [one] , un codage ajouté
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
done-undo = Annulé : { $words }
done-other = Changement « { $kind } » { $transcript }
