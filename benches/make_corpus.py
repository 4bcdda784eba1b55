#!/usr/bin/env python3
# Makes the corpora that the benches measure: the project's own generator, kept beside them so that
# the figures of docs/PERFORMANCE.md can be measured again on the same bytes.
"""Deterministic synthetic corpus for benchmarking interview-coding tools.

Writes French interview transcripts in Markdown (YAML front matter, then
`**Enquêteur :** ...` / `**Allocataire :** ...` turns) and, optionally, random
codings as JSON Lines.  Standard library only.  The same arguments always give
the same bytes (the seed of each document depends only on --seed and its number,
so the first 12 documents of a corpus of 1,000 equal a corpus of 12).

  make_corpus.py OUT --docs 12   --words 8000 --codings 150
  make_corpus.py OUT --docs 1000 --words 8000 --codings 150
  make_corpus.py OUT --docs 1    --words 30000 --codings 2000     # one long interview
  make_corpus.py OUT --docs 12   --words 8000 --codings 150 --coders 2

OUT/transcripts/int-0001.md ...     OUT/codings.jsonl     OUT/codes.txt
Coding lines: {"document","start","end","code","coder"}; start/end are CODEPOINT
offsets (end exclusive) into the whole file as decoded from UTF-8, front matter
included.  With --coders 2 the second coder re-codes the same documents: most
passages are kept with boundaries moved, some dropped, some given another code.
"""
import argparse
import datetime
import json
import os
import random

CODES = [
    "Non-recours", "Démarches en ligne", "Guichet fermé", "Honte", "Fierté", "Isolement",
    "Aide d’un proche", "Attente", "Rupture de droits", "Trop-perçu", "Contrôle", "Logement",
    "Expulsion", "Garde d’enfant", "Famille monoparentale", "Santé mentale", "Handicap",
    "Emploi précaire", "Chômage", "Formation", "Transport", "Dettes", "Budget du mois",
    "Alimentation", "Travailleur social", "Courrier incompris", "Langue administrative",
    "Mot de passe perdu", "Téléphone", "Espace numérique", "Injustice", "Reconnaissance",
    "Colère", "Humour", "Avenir", "Migration", "Retraite", "École", "Voisinage", "Association",
]

# Each theme lends its own subjects, verbs and complements, so that clustering and
# Reinert-type classifications have something to find.
THEMES = {
    "droits": (["la caisse", "le dossier", "l'allocation", "mon dossier", "le RSA", "la prime d’activité", "la demande", "le droit"],
               ["a été refusé", "est resté bloqué", "a été suspendu", "n'est jamais arrivé", "a changé", "s'est arrêté", "a été recalculé", "devait être renouvelé"],
               ["sans explication", "pendant trois mois", "à cause d’un trop-perçu", "après la déclaration trimestrielle", "du jour au lendemain", "parce qu'il manquait une pièce", "dès que j'ai déclaré mes heures"]),
    "numerique": (["le site", "l'application", "mon espace personnel", "le mot de passe", "l’ordinateur", "le téléphone", "le formulaire", "la page"],
                  ["ne marchait pas", "me déconnectait", "demandait un code", "plantait", "affichait une erreur", "était trop compliqué", "s’est bloqué", "tournait dans le vide"],
                  ["à la médiathèque", "avec mon petit téléphone", "quand il n'y avait plus de réseau", "au moment d’envoyer", "alors que j'avais tout rempli", "et il fallait tout recommencer"]),
    "logement": (["le propriétaire", "le loyer", "l'appartement", "le bailleur", "la chambre", "le chauffage", "l’agence", "le studio"],
                 ["augmentait", "était insalubre", "coûtait trop cher", "nous a mis dehors", "réclamait un garant", "ne répondait plus", "avait de la moisissure", "a été vendu"],
                 ["en plein hiver", "avec deux enfants", "dans le quartier", "près de la gare", "depuis la séparation", "pour cinquante mètres carrés", "au rez-de-chaussée"]),
    "famille": (["ma fille", "mon fils", "le père", "ma mère", "la crèche", "la nounou", "l'école", "ma sœur"],
                ["gardait les petits", "tombait malade", "ne comprenait pas", "m'aidait beaucoup", "a dû attendre", "pleurait le soir", "n’avait pas de place", "voulait partir"],
                ["le mercredi", "après la classe", "quand je travaillais tôt", "chez ma belle-sœur", "pendant les vacances", "jusqu’à la rentrée", "à l'hôpital"]),
    "travail": (["le patron", "le contrat", "l'intérim", "la mission", "le salaire", "Pôle emploi", "la conseillère", "la formation"],
                ["s'arrêtait", "était à mi-temps", "n’a pas été renouvelé", "commençait à cinq heures", "payait mal", "m'a radié", "ne correspondait pas", "a été reportée"],
                ["dans le nettoyage", "à l’usine", "sans prévenir", "pour quelques heures", "à trente kilomètres", "comme aide à domicile", "malgré mon dos"]),
    "sante": (["le médecin", "la fatigue", "la dépression", "mon dos", "l'opération", "la MDPH", "le traitement", "la douleur"],
              ["a tout arrêté", "durait", "m'empêchait de dormir", "a refusé", "revenait", "n’était pas reconnu", "coûtait cher", "a pris un an"],
              ["depuis l'accident", "la nuit", "sans mutuelle", "avec la complémentaire", "à cause de l’attente", "malgré les certificats", "au centre de santé"]),
    "social": (["l’assistante sociale", "l'association", "le guichet", "l'agent", "la voisine", "le médiateur", "la mairie", "le Secours populaire"],
               ["m'a écoutée", "était fermé", "a rempli les papiers", "ne savait pas", "m’a renvoyée ailleurs", "a téléphoné pour moi", "donnait des colis", "a expliqué la lettre"],
               ["avec beaucoup de patience", "sur rendez-vous seulement", "une fois par semaine", "sans me regarder", "dans le hall", "parce que j'avais honte", "et ça m’a changé la vie"]),
    "argent": (["le découvert", "la banque", "la facture", "le budget", "la dette", "le virement", "la carte", "l'électricité"],
               ["tombait le cinq", "dépassait", "bloquait tout", "n'était pas payé", "faisait des agios", "me stressait", "a été étalée", "ne suffisait plus"],
               ["à la fin du mois", "dès le dix", "pour les courses", "sans rien dire à personne", "avec les frais", "avant les fêtes", "pour la cantine"]),
}
OPENERS = ["Ben", "Alors", "Vous savez,", "En fait,", "Euh,", "Non mais", "Moi,", "C’est-à-dire que", "Bon,", "À ce moment-là,",
           "Je me souviens,", "Franchement,", "Du coup,", "Et puis", "Là,", "Après,", "Enfin voilà,", "Pour vous dire,"]
LINKS = ["et", "mais", "parce que", "alors que", "et puis", "donc", "sauf que", "même si", "et du coup", "comme quoi"]
TAILS = ["voilà", "c'est comme ça", "quoi", "j'avais plus de force", "je n’ai rien dit", "on s'habitue", "c’était l'angoisse",
         "j'ai laissé tomber", "je ne voulais pas demander", "ça m’a fait quelque chose", "on n'est pas des numéros", "à mon âge"]
QUESTIONS = ["Et comment ça s'est passé, à ce moment-là ?", "Vous pouvez me raconter la première fois ?", "Qu’est-ce que vous avez ressenti ?",
             "Vous en aviez parlé à quelqu'un ?", "Et ensuite ?", "D’accord. Et pour les démarches, vous faites comment ?",
             "Ça dure depuis combien de temps ?", "Pourquoi vous n'avez pas demandé ?", "Et vos proches, ils en pensent quoi ?",
             "Si vous deviez changer une chose, ce serait quoi ?", "Mmh, mmh.", "Vous voulez dire que le guichet était fermé ?"]
EMOJI = ["😅", "🙏", "😢", "👍🏽", "👩‍👧", "❤️", "🤷‍♀️", "😡"]
ASIDES = ["(rires)", "(silence)", "(soupir)", "[inaudible]", "(elle cherche un papier)", "(téléphone)"]
EVENTS = ["naissance", "séparation", "licenciement", "déménagement", "maladie", "contrôle", "passage à la retraite"]
SYLLABLES = ["ba", "ché", "dron", "fleu", "gar", "lin", "mou", "nè", "pou", "que", "ran", "soi", "tur", "vel", "zé", "bli", "crou", "gné", "ti", "œu"]


def rare_word(rng):
    """A long tail of made-up names and words, so that vocabularies grow as real ones do."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))


def clause(rng, theme):
    s, v, c = THEMES[theme]
    out = f"{rng.choice(s)} {rng.choice(v)} {rng.choice(c)}"
    r = rng.random()
    if r < 0.20:
        out += f" à {rare_word(rng).capitalize()}"
    elif r < 0.24:
        out += f", le {rng.randint(1, 31)} du mois, {rng.randint(20, 980)} €"
    return out


def sentence(rng, theme):
    parts = []
    if rng.random() < 0.55:
        parts.append(rng.choice(OPENERS))
    parts.append(clause(rng, theme))
    while rng.random() < 0.45:
        parts.append(rng.choice(LINKS))
        parts.append(clause(rng, theme))
    out = " ".join(parts)
    if rng.random() < 0.3:
        out += f", {rng.choice(TAILS)}"
    out = out[0].upper() + out[1:]
    r = rng.random()
    end = "." if r < 0.82 else (" !" if r < 0.90 else "…")
    out += end
    r = rng.random()
    if r < 0.012:
        out += " " + rng.choice(EMOJI)
    elif r < 0.05:
        out += " " + rng.choice(ASIDES)
    return out


def transcript(number, words, seed):
    rng = random.Random(f"{seed}/transcript/{number}")
    ident = f"int-{number:04d}"
    date = datetime.date(2021, 1, 4) + datetime.timedelta(days=rng.randint(0, 1500))
    event = rng.choice(EVENTS)
    names = list(THEMES)
    weights = [rng.random() ** 3 + 0.02 for _ in names]
    head = f"---\nid: {ident}\ndate: {date.isoformat()}\nevent: {event}\n---\n\n"
    turns, count, theme = [], 0, rng.choices(names, weights)[0]
    while count < words:
        q = rng.choice(QUESTIONS)
        if rng.random() < 0.35:
            theme = rng.choices(names, weights)[0]
            q += f" Et {rng.choice(THEMES[theme][0])} ?"
        answer = " ".join(sentence(rng, theme) for _ in range(max(1, int(rng.expovariate(1 / 6.0)) + 1)))
        turns.append(f"**Enquêteur :** {q}")
        turns.append(f"**Allocataire :** {answer}")
        count += len(q.split()) + len(answer.split()) + 6
    return ident, head + "\n\n".join(turns) + "\n"


def codings(number, text, ident, per_doc, coders, seed):
    rng = random.Random(f"{seed}/codings/{number}")
    body = text.index("\n---\n\n") + 6
    starts = [i + 1 for i in range(body, len(text) - 120) if text[i] == " " and text[i - 1] in ".!…?:*"]
    weights = [1.0 / (k + 2) for k in range(len(CODES))]
    out = []
    for _ in range(per_doc):
        start = rng.choice(starts)
        want = min(len(text) - 1, start + 40 + int(rng.expovariate(1 / 260.0)))
        stop = text.find(" ", want)
        stop = len(text) - 1 if stop < 0 else stop
        code = rng.choices(CODES, weights)[0]
        out.append((start, stop, code, "coder-1"))
    result = list(out)
    for extra in range(2, coders + 1):
        for start, stop, code, _ in out:
            r = rng.random()
            if r < 0.15:
                continue                       # dropped
            if r < 0.27:
                code = rng.choices(CODES, weights)[0]
            a = max(body, start + rng.choice([0, 0, 0, -25, 18, 40]))
            b = min(len(text) - 1, stop + rng.choice([0, 0, -30, 35, 90]))
            if b - a >= 10:
                result.append((a, b, code, f"coder-{extra}"))
    result.sort(key=lambda t: (t[3], t[0], t[1], t[2]))
    return [{"document": ident, "start": a, "end": b, "code": c, "coder": w} for a, b, c, w in result]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("--docs", type=int, default=12)
    ap.add_argument("--words", type=int, default=8000)
    ap.add_argument("--codings", type=int, default=0, help="codings per interview and coder")
    ap.add_argument("--coders", type=int, default=1)
    ap.add_argument("--seed", default="1")
    a = ap.parse_args()
    folder = os.path.join(a.out, "transcripts")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(a.out, "codes.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(CODES) + "\n")
    total_words = total_chars = lines = 0
    sink = open(os.path.join(a.out, "codings.jsonl"), "w", encoding="utf-8", newline="\n") if a.codings else None
    for n in range(1, a.docs + 1):
        ident, text = transcript(n, a.words, a.seed)
        with open(os.path.join(folder, ident + ".md"), "w", encoding="utf-8", newline="\n") as f:
            f.write(text)
        total_words += len(text.split())
        total_chars += len(text)
        if sink:
            for row in codings(n, text, ident, a.codings, a.coders, a.seed):
                sink.write(json.dumps(row, ensure_ascii=False) + "\n")
                lines += 1
    if sink:
        sink.close()
    print(f"{a.docs} transcripts, {total_words} words, {total_chars} codepoints, {lines} codings")


if __name__ == "__main__":
    main()
