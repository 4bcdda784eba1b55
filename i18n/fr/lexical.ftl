# Les mots des enquêtés : classes, vocabulaire, saturation.
progress-lexical-classes = Classes de segments

lexical-words = { $interviews } entretiens, { $words } mots des enquêtés, { $entries } mots différents.
lexical-segments = { $segments } segments d’environ { $size } mots, { $terms } termes ; { $share } des segments sont classés.
lexical-few-classified = Moins de 70 % des segments sont classés : ces classes disent peu de l’ensemble.
lexical-stopped = { $classes } classes seulement : { $reason }.
lexical-no-classes = Pas de classes : { $reason }.
lexical-double = Double classification : { $classes } classes sur lesquelles les deux tailles de segments s’accordent.
lexical-no-double = Les deux tailles de segments ne s’accordent sur aucune classe ({ $reason }) ; voici celles de la première.
lexical-class = Classe { $number } – { $segments } segments ({ $share }), { $interviews ->
        [1] un entretien
       *[other] { $interviews } entretiens
    }
lexical-typical = « { $text } » ({ $case }, tour { $turn })
lexical-discourse = Entre parenthèses, le khi-deux de chaque mot ; les mots d’un seul entretien ne sont pas listés. Ces classes sont des manières de dire, pas des groupes de personnes.
lexical-column-class = Classe
lexical-crossing = Segments, et khi-deux signé entre parenthèses. V de Cramér { $v } ; p = { $p } ({ $draws } tirages où les profils changent d’entretien : les segments d’un même entretien se ressemblent, et le khi-deux seul serait trop sûr).
lexical-no-crossing = Classes et profils ne se croisent pas : { $reason }.
lexical-no-vocabulary = Pas de vocabulaire par profil : { $reason }.
lexical-more = dit plus : { $words }
lexical-less = dit moins : { $words }
lexical-word = { $word } ({ $score }, { $count } fois, { $interviews ->
        [0] aucun entretien
        [1] un entretien
       *[other] { $interviews } entretiens
    })
lexical-none = aucun mot
lexical-one-person = { $count ->
        [1] Un mot écarté, parce qu’un seul entretien le dit
       *[other] { $count } mots écartés, parce qu’un seul entretien les dit
    }
lexical-specificity = Spécificité de Lafon : 2 vaut une probabilité de 0,01. Elle suppose des mots tirés indépendamment, ce que ceux d’une même personne ne sont pas : lisez-la comme une description.
lexical-exported = { $file } : { $interviews } entretiens, pour IRaMuTeQ. Ce que ce format n’a pas :
lexical-loss-interviewer-turns = tours d’autres personnes que les enquêtés : { $count }
lexical-loss-notes = minutages et indications (rires, silences) : { $count }
lexical-loss-codings = codages : { $count }
lexical-loss-signs = signes réservés, remplacés par des blancs : { $count }
lexical-loss-values = caractéristiques écrites sans accents ni espaces : { $names }
lexical-loss-variables = caractéristiques laissées de côté (trop longues ou vides) : { $names }
lexical-loss-ids = entretiens nommés autrement : { $names }
lexical-loss-empty = entretiens sans parole d’enquêté : { $names }
lexical-unknown-format = Le format « { $name } » n’est pas connu ; écrivez par exemple : propos lexical --export iramuteq corpus.txt
lexical-reason-constant = tous les segments ont les mêmes mots
lexical-reason-nothing = il n’y a pas assez de mots pleins
lexical-reason-single-group = il faut au moins deux profils qui parlent
lexical-reason-empty-table = une seule classe ou un seul profil a des segments
lexical-reason-never = le mot n’est dit nulle part
lexical-reason-always = le mot est dit partout
lexical-reason-few = { $present } segments là où il en faut { $needed }

saturation-case = Entretien
saturation-day = Date
saturation-new = Codes nouveaux
saturation-met = Codes rencontrés
saturation-mean = Moyenne tous ordres
saturation-sd = Écart-type
saturation-undated = non daté
saturation-uncoded = Que personne n’a codés, donc laissés de côté : { $cases }
saturation-found = { $met } codes rencontrés, sur { $codebook } du livre.
saturation-chao = Estimation du nombre de codes que de tels entretiens pourraient porter (Chao2) : { $estimate }, erreur type { $error } ; codes rencontrés dans un seul entretien : { $uniques }.
saturation-coverage = Couverture (Good–Turing) : { $coverage }.
saturation-never = Codes du livre jamais rencontrés : { $codes }
saturation-none = Pas de courbe : { $reason }.
saturation-caveat = Le livre de codes borne la courbe : ce qui n’est pas parmi ses { $codebook } codes ne peut pas être rencontré. Une courbe plate montre que le livre est épuisé, pas que le terrain l’est.
