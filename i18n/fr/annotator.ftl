# Page d'un entretien : lire et coder.

reader-codebook = Livre de codes
reader-find = Chercher dans le livre de codes
reader-find-here = Chercher un code
reader-close = Fermer
reader-definition = Définition
reader-previous = Entretien précédent, { $id }
reader-next = Entretien suivant, { $id }
reader-age = { $age } ans
reader-suggestions = Propositions
reader-memos = Mémos
reader-correct = Corriger
reader-outline = Plan de l’entretien
reader-text = Entretien { $id }
reader-by-keys = Coder au clavier
reader-portrait = Portrait
reader-skip = Aller au texte de l’entretien
reader-turn = Tour { $number }, { $speaker }
reader-turn-of-nobody = Tour { $number }
reader-margin = Codages en marge
reader-tools = Outils
reader-codes = Codes
reader-plan = Plan
reader-undo = Annuler

# Compter, nommer
word-count = { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
coding-count = { $count ->
        [one] { $count } codage
       *[other] { $count } codages
    }
coder-you = vous
coding-intensity = intensité { $intensity }
coding-has-memo = mémo
margin-more = { $count ->
        [1] et un autre
       *[other] et { $count } autres
    }
favourite = Touche
favourite-choose = Touche qui pose ce code
favourite-number = favori { $number }
role = transcription à coder
close = Fermer
undo = Annuler
give-up = Abandonner
nothing-coded = Rien n’est codé. Sélectionnez un passage, ou appuyez sur ↓.

# Ce qui est allumé, dit à l'oreille
lit = { $words } { $count ->
        [1] Un mot
       *[other] { $count } mots
    }, tour { $turn }, { $codings ->
        [0] sans codage.
        [one] un codage : { $codes }.
       *[other] { $codings } codages : { $codes }.
    }
by-keys-help = Flèches pour allumer, lettres ou Entrée pour coder, point d’interrogation pour les touches, Échap pour sortir.
ends-help = Bornes : flèches par mot, Maj et flèches par caractère, Tab change de borne, Entrée garde, Échap rend.
ends-from = Début.
ends-to = Fin.

# Après un geste
placed = { $code } posé sur { $count ->
        [1] un mot
       *[other] { $count } mots
    }.
already-placed = « { $code } » est déjà posé sur ce passage.
recoded = { $before } devient { $code }.
moved-ends = Bornes de « { $code } » : { $count ->
        [1] un mot
       *[other] { $count } mots
    }.
set-intensity = Intensité { $intensity } pour « { $code } ».
no-intensity = « { $code } » n’a plus d’intensité.
removed = { $code } retiré.
created = Code « { $code } » créé dans « { $theme } ».
memo-kept = Mémo enregistré.
undone = Annulé : { $what }
redone = Rétabli : { $what }
undone-elsewhere = Annulé dans { $where } : { $what }
redone-elsewhere = Rétabli dans { $where } : { $what }
undone-unsent = Annulé avant l’envoi.
no-coding = Plus aucun codage dans cette direction.
no-uncoded = Plus aucun tour sans codage dans cette direction.
no-respondent = Plus aucun tour de l’enquêté·e dans cette direction.
copied = Passage copié avec sa source.
copy-passage = « { $words } » ({ $source })
copy-interview = entretien { $id }
copy-turn = tour { $turn }

# Palette
palette = Coder le passage
palette-find = Chercher un code
palette-codes = Codes
palette-rest = Dernier code, puis favoris
palette-last = Dernier code, puis codes récents
palette-placed = posé
palette-option = , { $theme }, { $count ->
        [1] un codage ici
       *[other] { $count } codages ici
    }
palette-none = Aucun code ne contient « { $query } ».
palette-count = { $count ->
        [0] Aucun code.
        [1] Un code.
       *[other] { $count } codes.
    }
palette-vivo = Code in vivo : « { $words } »
palette-new = Nouveau code…
palette-new-named = Nouveau code « { $query } »

# Livre de codes
definition = Définition
definition-short = Déf.
definition-include = Inclure
definition-exclude = Exclure
definition-example = Ex.
definition-none = À définir.
definition-more = Ses passages
new-code = Nouveau code
new-code-title = Nom
new-code-theme = Thème
new-code-new-theme = Nouveau thème…
new-code-theme-title = Nom du nouveau thème
codes-none = Aucun code encore. Surlignez des mots : + crée un code, * en fait un des mots mêmes.
new-code-do = Créer et coder
new-code-only = Créer

# Fiche d'un codage
card = Fiche du codage
card-close = Fermer la fiche
card-you = Vous
card-definition = codé sous la version { $version } de la définition
card-definition-old = codé sous la version { $version } de la définition, qui en est à la { $current }
card-approximate = place approchée après une correction du texte
card-imported = importé
card-suggested = proposition acceptée
card-intensity = Intensité
card-memo = Mémo sur ce codage
card-change = Changer de code
card-remove = Retirer
card-list = { $count ->
        [1] Un autre codage ici
       *[other] { $count } autres codages ici
    }
memo-link = { $id }, tour { $turn }

# Mémos
notes = Mémos
notes-turn = Tour { $turn }
notes-transcript = Cet entretien
notes-case = Cette personne
notes-others = Autres tours
notes-write = Écrire un mémo ; { $id }:14 y devient un lien
notes-edit = Modifier
notes-remove = Supprimer

# Correction du texte
fix-text = Texte du tour { $turn }
fix-speaker = Qui parle
fix-merge = Joindre au précédent
fix-split = Couper ici
fix-save = Enregistrer
fix-cut = Nouveau tour à partir de « { $words }… ».
fix-joined = Joint au tour précédent.
fix-none = { $count ->
        [0] Aucun codage sur ce tour, aucun changement.
        [1] Un codage sur ce tour, aucun changement.
       *[other] { $count } codages sur ce tour, aucun changement.
    }
fix-verdicts = { $exact ->
        [1] Un inchangé
       *[other] { $exact } inchangés
    }, { $moved ->
        [1] un déplacé
       *[other] { $moved } déplacés
    }, { $approximate ->
        [1] un ajusté
       *[other] { $approximate } ajustés
    }, { $lost ->
        [0] aucun ne tombe.
        [1] un codage tombe.
       *[other] { $lost } codages tombent.
    }
fix-done = Tour { $turn } corrigé : version { $version } du texte.
verdict-exact = inchangé
verdict-moved = déplacé
verdict-approximate = ajusté
verdict-lost = tombe

# Autres personnes
reads-here = lit ici
coders-others = { $count } codeurs
coders-show = Voir les codages de { $coder }
blind = À l’aveugle. Les codages et la présence des autres sont masqués jusqu’à la fin de la vague.
blind-until = À l’aveugle. Les codages et la présence des autres sont masqués jusqu’au { $until }.

# Serveur
server-away = Le serveur ne répond plus. Vous pouvez continuer : { $count ->
        [0] ce que vous ferez attendra
        [1] un geste attend
       *[other] { $count } gestes attendent
    } sur cette page et { $count ->
        [0] partira
        [one] partira
       *[other] partiront
    } une seule fois à son retour.
server-closed = Le serveur a redémarré : ouvrez l’adresse qu’il a écrite dans le terminal. Ce qui attend sur cette page ({ $count }) partira ensuite, une seule fois.
server-back = { $count ->
        [1] Serveur revenu, un geste enregistré.
       *[other] Serveur revenu, { $count } gestes enregistrés.
    }
text-corrected = { $count ->
        [one] Le tour { $turn } a été corrigé.
       *[other] { $count } tours ont été corrigés, à partir du tour { $turn }.
    }
text-corrected-follow = { $count ->
        [one] Le tour { $turn } a été corrigé ; votre sélection a suivi.
       *[other] { $count } tours ont été corrigés, à partir du tour { $turn } ; votre sélection a suivi.
    }

# Touches
keys = Touches
keys-change = Changer ou couper des touches
keys-read = Lire et allumer
keys-code = Coder
keys-mend = Reprendre
key-Enter = Entrée
key-Space = Espace
key-Escape = Échap
key-Delete = Suppr
key-Backspace = Retour
key-Home = Début
key-End = Fin
key-PageDown = Page ↓
key-PageUp = Page ↑
key-ArrowDown = ↓
key-ArrowUp = ↑
key-ArrowRight = →
key-ArrowLeft = ←
key-Arrow = flèche
key-Mod = Ctrl
key-Mod-mac = ⌘
key-Word = Ctrl
key-Word-mac = ⌥
key-Shift = Maj
key-Shift-mac = ⇧
key-undo = Ctrl Z
key-undo-mac = ⌘ Z
key-does-turn-next = tour suivant, précédent
key-does-sentence-next = phrase suivante, précédente ; dans un tour allumé, sa première, sa dernière
key-does-word-next = mot suivant, précédent
key-does-stretch = étendre, réduire
key-does-respondent-next = tour de l’enquêté·e suivant, précédent
key-does-uncoded-next = tour non codé suivant, précédent
key-does-coding-next = codage suivant, précédent
key-does-turn-first = premier, dernier tour
key-does-page-next = défiler d’une page, garder ce qui est allumé
key-does-code = le code allumé, d’abord le dernier
key-does-favourite = favori (rangée du haut, sans Maj)
key-does-search = chercher un code, puis Entrée
key-does-palette = ouvrir la palette entière
key-does-in-vivo = code in vivo
key-does-new-code = nouveau code, avec sa définition
key-does-undo = annuler, sans limite
key-does-redo = rétablir
key-does-ends = ajuster les bornes
key-does-weaker = intensité moindre, plus forte
key-does-memo = mémo du codage, sinon du tour
key-does-remove = retirer le codage ouvert
key-does-copy = copier le passage avec sa source
key-does-leave = fermer, puis éteindre, puis sortir du texte
key-does-find = chercher dans le livre de codes
key-does-keys = cette liste
