# Grilles COREQ et SRQR : questions dans nos mots, réponses tirées de l’étude.
checklist-coreq-title = Grille COREQ de l’étude
checklist-coreq-subtitle = Ce qu’un article fondé sur des entretiens doit dire, en 32 points
checklist-coreq-source = Points d’après Tong A., Sainsbury P., Craig J., « Consolidated criteria for reporting qualitative research (COREQ): a 32-item checklist for interviews and focus groups », International Journal for Quality in Health Care, 2007, 19(6), p. 349-357. Les questions sont reformulées.
checklist-srqr-title = Grille SRQR de l’étude
checklist-srqr-subtitle = Ce qu’un article de recherche qualitative doit dire, en 21 points
checklist-srqr-source = Points d’après O’Brien B. C., Harris I. B., Beckman T. J., Reed D. A., Cook D. A., « Standards for reporting qualitative research: a synthesis of recommendations », Academic Medicine, 2014, 89(9), p. 1245-1251. Les questions sont reformulées.

checklist-lead = Les chiffres viennent de l’étude, les mêmes que dans le rapport. Ce que propos ne peut pas savoir (qui vous êtes, comment les personnes ont été trouvées, pourquoi) reste à compléter : rien n’est supposé.
checklist-where = Où écrire : dans study.toml, sous [checklists.{ $name }], une ligne par point, par exemple 7 = "…", ou 7 = {"{"} fr = "…", en = "…" {"}"}. La prochaine grille reprend ces réponses, avec ce que l’étude dit.
checklist-count-known = { $n ->
    [one] point renseigné
   *[other] points renseignés
 } par l’étude
checklist-count-answered = { $n ->
    [one] point rédigé
   *[other] points rédigés
 } par l’équipe
checklist-count-open = { $n ->
    [one] point
   *[other] points
 } à compléter
checklist-items = { $n ->
    [one] Point { $first }
    [2] Points { $first } et { $last }
   *[other] Points { $first } à { $last }
 }
checklist-column-number = N°
checklist-column-item = Point et question
checklist-column-answer = Réponse
checklist-to-write = à compléter (clé { $item })
checklist-to-complete = reste à compléter (clé { $item })

checklist-coreq-team = Équipe de recherche et réflexivité
checklist-coreq-personal = Caractéristiques personnelles
checklist-coreq-relationship = Relation avec les personnes
checklist-coreq-design = Conception de l’étude
checklist-coreq-theory = Cadre théorique
checklist-coreq-selection = Choix des personnes
checklist-coreq-setting = Cadre des entretiens
checklist-coreq-collection = Recueil
checklist-coreq-findings = Analyse et résultats
checklist-coreq-analysis = Analyse
checklist-coreq-reporting = Présentation

checklist-coreq-1 = Qui a mené les entretiens
    .question = Qui, parmi les auteurs, a conduit les entretiens ?
checklist-coreq-2 = Titres
    .question = Quels sont les diplômes de ces personnes ?
checklist-coreq-3 = Métier
    .question = Quel était leur métier au moment de l’étude ?
checklist-coreq-4 = Genre
    .question = Étaient-elles des femmes, des hommes ?
checklist-coreq-5 = Expérience et formation
    .question = Quelle expérience ou quelle formation aux entretiens avaient-elles ?
checklist-coreq-6 = Relation établie avant
    .question = Connaissaient-elles les personnes avant le début de l’étude ?
checklist-coreq-7 = Ce que les personnes savaient
    .question = Que savaient les personnes de qui les interrogeait, de ses buts, de ses raisons ?
checklist-coreq-8 = Ce qui est dit de qui interroge
    .question = Quels partis pris, intérêts ou raisons de celles et ceux qui interrogent sont signalés ?
checklist-coreq-9 = Orientation de la méthode
    .question = Sur quelle démarche l’étude repose-t-elle (théorie ancrée, analyse de contenu, phénoménologie…) ?
checklist-coreq-10 = Mode de sélection
    .question = Comment les personnes ont-elles été choisies (choix raisonné, convenance, proche en proche…) ?
checklist-coreq-11 = Mode de contact
    .question = Comment ont-elles été contactées (courrier, téléphone, de vive voix…) ?
checklist-coreq-12 = Effectif
    .question = Combien de personnes l’étude compte-t-elle ?
checklist-coreq-13 = Refus
    .question = Combien ont refusé ou abandonné, et pourquoi ?
checklist-coreq-14 = Lieu
    .question = Où les entretiens ont-ils eu lieu (domicile, lieu de travail, service…) ?
checklist-coreq-15 = Tiers présents
    .question = Quelqu’un d’autre était-il présent ?
checklist-coreq-16 = Description des personnes
    .question = Quelles sont les caractéristiques importantes de l’échantillon, et ses dates ?
checklist-coreq-17 = Guide d’entretien
    .question = Les questions et relances sont-elles données ? Le guide a-t-il été essayé ?
checklist-coreq-18 = Entretiens répétés
    .question = Des personnes ont-elles été revues, et combien de fois ?
checklist-coreq-19 = Enregistrement
    .question = Les entretiens ont-ils été enregistrés, en son ou en image ?
checklist-coreq-20 = Notes de terrain
    .question = Des notes ont-elles été prises pendant ou après les entretiens ?
checklist-coreq-21 = Durée
    .question = Combien de temps les entretiens ont-ils duré ?
checklist-coreq-22 = Saturation
    .question = La saturation est-elle discutée ?
checklist-coreq-23 = Retranscriptions rendues
    .question = Les retranscriptions ont-elles été soumises aux personnes pour correction ?
checklist-coreq-24 = Nombre de codeurs
    .question = Combien de personnes ont codé ?
checklist-coreq-25 = Livre de codes
    .question = Les codes et leur arborescence sont-ils décrits ?
checklist-coreq-26 = Origine des thèmes
    .question = Les thèmes ont-ils été fixés d’avance ou tirés des données ?
checklist-coreq-27 = Logiciel
    .question = Quel logiciel a servi à gérer les données ?
checklist-coreq-28 = Retour vers les personnes
    .question = Les personnes ont-elles donné leur avis sur les résultats ?
checklist-coreq-29 = Citations
    .question = Des citations illustrent-elles les thèmes, chacune avec de qui elle vient ?
checklist-coreq-30 = Accord entre données et résultats
    .question = Les résultats s’accordent-ils avec les données présentées ?
checklist-coreq-31 = Thèmes majeurs
    .question = Les thèmes majeurs sont-ils présentés clairement ?
checklist-coreq-32 = Thèmes mineurs et cas divergents
    .question = Les cas divergents et les thèmes mineurs sont-ils discutés ?

checklist-srqr-front = Titre et résumé
checklist-srqr-introduction = Introduction
checklist-srqr-methods = Méthodes
checklist-srqr-results = Résultats
checklist-srqr-discussion = Discussion
checklist-srqr-other = Autres
checklist-srqr-1 = Titre
    .question = Le titre dit-il le sujet, et que l’étude est qualitative ou selon quelle démarche ?
checklist-srqr-2 = Résumé
    .question = Le résumé donne-t-il contexte, but, méthodes, résultats et conclusions, selon la forme de la revue ?
checklist-srqr-3 = Problème
    .question = Quel phénomène est étudié, que dit-on déjà de lui, et pourquoi l’étudier ?
checklist-srqr-4 = But ou question
    .question = Quel est le but de l’étude, quelles sont ses questions ?
checklist-srqr-5 = Démarche et paradigme
    .question = Quelle démarche qualitative, quelle théorie, quel paradigme, et pourquoi ?
checklist-srqr-6 = Chercheurs et réflexivité
    .question = En quoi qui fait la recherche (parcours, positions, relation avec les personnes) a-t-il pu peser sur elle ?
checklist-srqr-7 = Contexte
    .question = Où et dans quelles circonstances, et pourquoi elles comptent ?
checklist-srqr-8 = Échantillonnage
    .question = Comment et pourquoi ces personnes ou documents ont-ils été choisis, et quand s’est-on arrêté ?
checklist-srqr-9 = Éthique
    .question = Quel avis d’un comité, quel consentement, quelles mesures de confidentialité ?
checklist-srqr-10 = Recueil des données
    .question = Quelles données, recueillies comment, de quelle date à quelle date ?
checklist-srqr-11 = Instruments
    .question = Quels guides, questionnaires, appareils, et ont-ils changé en cours d’étude ?
checklist-srqr-12 = Unités d’étude
    .question = Combien de personnes, de documents ou d’évènements, avec quelles caractéristiques ?
checklist-srqr-13 = Traitement des données
    .question = Comment les données ont-elles été retranscrites, saisies, gardées, vérifiées, codées, pseudonymisées ?
checklist-srqr-14 = Analyse
    .question = Comment les thèmes et les inférences ont-ils été établis, et par qui ?
checklist-srqr-15 = Crédibilité
    .question = Quelles techniques la soutiennent (double codage, journal, triangulation, retour vers les personnes) ?
checklist-srqr-16 = Synthèse et interprétation
    .question = Quels sont les principaux résultats : thèmes, interprétations, modèle ?
checklist-srqr-17 = Liens avec les données
    .question = Quelles preuves (citations, extraits, notes) appuient les résultats ?
checklist-srqr-18 = Apport et portée
    .question = En quoi les résultats rejoignent, prolongent ou contredisent-ils les travaux antérieurs, et où valent-ils ?
checklist-srqr-19 = Limites
    .question = Quelles sont les limites de la crédibilité des résultats ?
checklist-srqr-20 = Conflits d’intérêts
    .question = Quelles influences ont pu peser sur l’étude, et comment ont-elles été gérées ?
checklist-srqr-21 = Financement
    .question = Qui a financé l’étude, et quel rôle a-t-il joué ?

checklist-known-title = Titre déclaré : { $text }.
checklist-known-question = { $text }.
checklist-known-sample = { $n ->
    [one] Un entretien
   *[other] { $n } entretiens
 }, { $words } mots des personnes interrogées (de { $least } à { $most } par entretien).
checklist-known-dates = Dates des entretiens : { $dates }.
checklist-known-characteristics = Chaque personne est décrite dans le rapport (tableau des personnes interrogées) par : { $names }.
checklist-known-interviewer = { $label } ({ $n } { $n ->
    [one] entretien
   *[other] entretiens
 })
checklist-known-interviewers = Dans les retranscriptions, qui interroge est noté : { $labels }.
checklist-known-respondents = { $n ->
    [0] Dans chaque retranscription, une seule personne répond.
    [one] Dans une retranscription, plusieurs personnes répondent.
   *[other] Dans { $n } retranscriptions, plusieurs personnes répondent.
 } Un tiers qui ne dit rien n’y paraît pas.
checklist-known-guide = Dans toutes les retranscriptions{ $n ->
    [one] {" "}revient la partie { $titles }.
   *[other] {" "}reviennent { $n } parties : { $titles }.
 }
checklist-known-repeated = L’étude tient une retranscription par cas.
checklist-known-times = { $n } { $n ->
    [one] retranscription porte
   *[other] retranscriptions portent
 } des repères de temps, sur { $total }.
checklist-known-last-times = Dernier repère de temps : de { $least } à { $most } minutes, sur { $n } { $n ->
    [one] retranscription
   *[other] retranscriptions
 } parmi { $total }. La durée entière n’est pas dans les fichiers.
checklist-known-memos = Le carnet de l’étude tient { $n } { $n ->
    [one] mémo
   *[other] mémos
 }.
checklist-known-saturation = Des { $codes } codes du livre, { $met } sont rencontrés, le dernier au { $rank ->
    [one] premier entretien
   *[other] { $rank }ᵉ entretien
 } dans l’ordre des dates ; { $after ->
    [0] le dernier entretien en apporte encore.
    [one] l’entretien suivant n’en apporte aucun.
   *[other] les { $after } suivants n’en apportent aucun.
 } Le livre borne ce compte : il peut montrer que le livre est épuisé, non que tout a été dit.
checklist-known-corrections = { $n ->
    [0] Le texte d’aucune retranscription n’a changé depuis son import.
    [one] Le texte d’une retranscription a changé depuis son import ; ses versions sont gardées.
   *[other] Le texte de { $n } retranscriptions a changé depuis leur import ; leurs versions sont gardées.
 } L’étude ne dit pas si les personnes les ont relues.
checklist-known-coder = { $codings } { $codings ->
    [one] codage
   *[other] codages
 } sur { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
 }
checklist-known-coders = { $coders } : { $each }. { $double ->
    [0] Aucun entretien n’est codé par deux personnes.
    [one] Un entretien sur { $total } est codé par au moins deux personnes.
   *[other] { $double } entretiens sur { $total } sont codés par au moins deux personnes.
 }
checklist-known-agreement = Accord par code (α de Krippendorff, unité : le tour de parole) : de { $least } à { $most } ; au moins 0,80 pour { $firm } codes sur { $total }.
checklist-known-codebook = Livre de { $codes } { $codes ->
    [one] code
   *[other] codes
 } en { $themes } { $themes ->
    [one] thème
   *[other] thèmes
 }, dont { $defined } avec une définition et { $bounded } avec ce qui en est exclu ; il est reproduit dans les annexes du rapport.
checklist-known-derivation = { $added ->
    [0] Les { $codes } codes viennent du livre importé ; aucun n’a été créé dans l’atelier pendant le codage.
    [one] Un code a été créé dans l’atelier ; les autres viennent du livre importé.
   *[other] { $added } codes ont été créés dans l’atelier ; les autres viennent du livre importé.
 }
checklist-known-software = propos { $version }, graine des tirages { $seed } ; réglages et empreintes des fichiers sont à la fin du rapport.
checklist-known-quotes = Le rapport cite { $quotes } { $quotes ->
    [one] extrait
   *[other] extraits
 } de { $people } { $people ->
    [one] personne
   *[other] personnes
 } sur { $total }, chacun avec l’entretien et le tour de parole.
checklist-known-counterexamples = { $against ->
    [0] Aucun contre-exemple n’est cité.
    [one] Un contre-exemple est cité.
   *[other] { $against } contre-exemples sont cités.
 } { $n ->
    [0] Aucun cas n’est frontière.
    [one] Cas frontière : { $names }.
   *[other] Cas frontière : { $names }.
 }
checklist-known-registers = Les { $extracts } extraits codés sont listés, code par code, dans les registres du rapport ; chaque compte y mène.
checklist-known-theme = { $title } ({ $codes } { $codes ->
    [one] code
   *[other] codes
 }, { $extracts } { $extracts ->
    [one] extrait
   *[other] extraits
 })
checklist-known-themes = { $n ->
    [one] Thème :
   *[other] Thèmes :
 } { $themes }.
checklist-known-profile = { $name }, { $title } ({ $n } { $n ->
    [one] personne
   *[other] personnes
 })
checklist-known-profiles = { $n ->
    [one] Un profil :
   *[other] { $words } profils :
 } { $profiles }.
checklist-known-rare = { $n ->
    [0] Tous les codes rencontrés le sont dans plus de { $most } entretiens.
    [one] Un code n’est présent que dans { $most } entretiens au plus : { $names }.
   *[other] { $n } codes ne sont présents que dans { $most } entretiens au plus : { $names }.
 }
checklist-known-approach = L’analyse code les entretiens selon un livre, place les cas sur des axes déclarés ({ $axes }) et les range en { $groups } profils.
checklist-known-methods = Le classement en profils est confronté à { $n } { $n ->
    [one] autre méthode ou lecture
   *[other] autres méthodes ou lectures
 }{ $draws ->
    [0] { "" }
   *[other] { "" } et à { $draws } tirages entre les codeurs
 }.
checklist-known-questionnaire = Questionnaire : { $n } réponses, dont { $interviewed } de personnes interrogées.
checklist-known-scales = Échelles du questionnaire : { $names }.
checklist-known-casework = Fichier des interventions : { $interventions } interventions, { $families } familles.
checklist-known-secrecy = Dans le rapport, les personnes sont désignées par leur identifiant. { $hides ->
    [yes] Dans les tableaux, tout effectif de répondants ou de familles de moins de { $threshold } est masqué ; les comptes d’entretiens, d’extraits et de codages ne le sont pas.
   *[no] Les comptes d’entretiens, d’extraits et de codages ne sont pas masqués.
 }
checklist-known-versions = Chaque retranscription garde ses versions, et ses codages suivent le texte de l’une à l’autre ({ $n ->
    [0] aucune n’a changé depuis son import
    [one] une a changé depuis son import
   *[other] { $n } ont changé depuis leur import
 }).
checklist-known-trail = Le journal tient { $operations } { $operations ->
    [one] opération datée
   *[other] opérations datées
 } et { $memos ->
    [0] aucun mémo
    [one] { $memos } mémo
   *[other] { $memos } mémos
 }.
checklist-known-limits = Le rapport énonce { $n } { $n ->
    [one] limite
   *[other] limites
 }, dans sa partie « Limites ».
