#!/usr/bin/env python3
# Makes the administrative records that the benches measure, from a seed, so that the figures of
# docs/PERFORMANCE.md can be measured again on the same bytes.
"""Deterministic synthetic interventions and recipients, in the columns of administrative/.

  make_casework.py STUDY --rows 1000000 --definition administrative/administrative.toml

STUDY/administrative/interventions.csv, recipients.csv, population.csv and administrative.toml;
STUDY/study.toml when there is none. One family in two hundred comes twice, one date in a thousand
contradicts another: what real files hold. Standard library only.
"""
import argparse
import datetime
import os
import random
import shutil

EVENTS = ["séparation", "monoparentalité", "impayé de loyer", "décès d'un parent", "décès d'un enfant"]
OUTCOMES = ["accepté"] * 13 + ["refus"] * 3 + ["sans réponse"] * 4
MODES = ["appel", "courrier", "sms", "visite"]
ENDS = ["objectif atteint", "orientation", "abandon", "déménagement"]
REFERRALS = ["", "CCAS", "association", "département"]
SITUATIONS = ["DIV", "SEF", "SEL", "ISO", "CEL", "VEU", "MAR", "PAC", "RPA", "RVC", "RVM", "VIM"]
ACTIVITIES = ["CDI", "CDD", "CHO", "MAT", "SANS"]
HOUSING = ["HLM", "LOC", "HOT", "PRO"]
FIRST = datetime.date(2022, 1, 1)
EXTRACTION = datetime.date(2023, 6, 30)
DAYS = [(FIRST + datetime.timedelta(days=day)).isoformat() for day in range((EXTRACTION - FIRST).days + 1)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--definition", default="administrative/administrative.toml")
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    folder = os.path.join(asked.study, "administrative")
    os.makedirs(folder, exist_ok=True)
    for name in ["administrative.toml", "population.csv"]:
        shutil.copyfile(os.path.join(os.path.dirname(asked.definition), name), os.path.join(folder, name))
    settings = os.path.join(asked.study, "study.toml")
    if not os.path.exists(settings):
        with open(settings, "w", encoding="utf-8") as out:
            out.write('title = "Un million d’interventions"\nlanguage = "fr"\n')
    families = []
    with open(os.path.join(folder, "interventions.csv"), "w", encoding="utf-8-sig", newline="") as out:
        out.write("dossier;fait_generateur;date_evenement;date_detection;date_contact;mode_contact;resultat;offre;"
                  "date_ouverture;date_cloture;motif_cloture;entretiens;orientation\r\n")
        for row in range(asked.rows):
            family = f"{7_000_000 + row}"
            if families and draw.random() < 0.005:
                family = families[draw.randrange(len(families))]
            else:
                families.append(family)
            event = draw.randrange(0, 365)
            seen = event + draw.randrange(0, 20)
            contact = seen + draw.randrange(0, 20)
            outcome = draw.choice(OUTCOMES)
            offer = opening = closing = end = talks = ""
            if outcome == "accepté":
                social = draw.random() < 0.4
                offer = "AS" if social else "IC"
                begun = contact + draw.randrange(0, 30)
                opening = DAYS[begun]
                done = begun + int(draw.expovariate(1 / (260 if social else 25)))
                if draw.random() < 0.001:
                    done = max(0, begun - 3)
                if done < len(DAYS):
                    closing, end = DAYS[done], draw.choice(ENDS)
                talks = str(draw.randrange(1, 9))
            out.write(";".join([family, draw.choice(EVENTS), DAYS[event], DAYS[seen], DAYS[contact], draw.choice(MODES),
                                outcome, offer, opening, closing, end, talks, draw.choice(REFERRALS)]) + "\r\n")
    with open(os.path.join(folder, "recipients.csv"), "w", encoding="utf-8-sig", newline="") as out:
        out.write("dossier;sexe;age;situation_familiale;enfants;quotient_familial;activite;logement;qpv;bas_revenus\r\n")
        for family in families:
            out.write(";".join([family, draw.choice("FFFM"), str(draw.randrange(18, 75)), draw.choice(SITUATIONS),
                                str(draw.randrange(0, 6)), str(draw.randrange(0, 1500)), draw.choice(ACTIVITIES),
                                draw.choice(HOUSING), draw.choice(["", "", "", "QP059001"]),
                                draw.choice(["oui", "non"])]) + "\r\n")
    print(f"{asked.rows} interventions, {len(families)} families")


if __name__ == "__main__":
    main()
