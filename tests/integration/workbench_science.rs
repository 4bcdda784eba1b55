//! Results of the science on the pages: what each shows is what its command says.

use serde_json::Value;

use crate::client::Client;
use crate::study::Study;
use crate::workbench_methods::complete;

fn bundled() -> (Study, Client) {
    let study = Study::imported();
    let client = Client::open(&study, "c1");
    (study, client)
}

/// A number as French pages write it.
fn french(value: &Value, decimals: usize) -> String {
    let value = value.as_f64().unwrap();
    format!("{value:.decimals$}").replace('.', ",").replace('-', "\u{2212}")
}

/// The table of a page, from its caption to the next one's.
fn table<'p>(page: &'p str, name: &str) -> &'p str {
    let from = page.find(&format!("id=\"tab-{name}\"")).unwrap_or_else(|| panic!("no {name}"));
    let to = page[from..].find("</section>").unwrap();
    &page[from..from + to]
}

#[test]
fn the_page_of_the_trials_shows_what_the_command_computes() {
    let (study, client) = bundled();
    let first = client.get("/typology/solidity");
    assert_eq!(first.status, 200);
    assert!(first.text.contains("data-waiting=\"/page/typology/trials\""), "said while it is computed");
    assert!(first.text.contains("Les épreuves sont en cours"));
    assert!(!first.text.contains("tab-trial"), "nothing is shown before it is known");
    let page = complete(&client, "/typology/solidity");
    let told = study.run(["typology", "--stability"]).succeeds().out;
    let json = study.json(["typology", "--stability"]);
    let typology = &json["typology"];
    let trials = &typology["stability"];
    // One sentence, whoever says it.
    let verdict = told.lines().last().unwrap();
    assert!(verdict.contains("continuum") && page.contains(verdict), "{verdict}");
    let null = &typology["structure"]["gaussian_null"];
    assert!(table(&page, "trial-nulls").contains(&french(&null["p"], 2)), "{null}");
    assert!(table(&page, "trial-nulls").contains(&null["draws"].to_string()));
    let gap = &trials["numbers"]["gap"];
    let numbers = table(&page, "trial-numbers");
    for value in gap["gap"].as_array().unwrap() {
        assert!(numbers.contains(&french(value, 2)), "{value}");
    }
    assert!(numbers.contains("so") && numbers.contains(">1<"), "from one group, which has no silhouette");
    let ratio = typology["structure"]["runner_up_ratio"].as_f64().unwrap() - 1.0;
    assert!(table(&page, "trial-optimum").contains(&french(&(100.0 * ratio).into(), 1)), "{ratio}");
    let bootstrap = table(&page, "trial-bootstrap");
    for profile in trials["bootstrap"]["profiles"].as_array().unwrap() {
        assert!(bootstrap.contains(&french(&profile["jaccard"], 2)), "{profile}");
    }
    assert!(bootstrap.contains("un Jaccard bas est attendu"), "the caveat stands beside");
    let memberships = table(&page, "trial-memberships");
    for member in typology["membership"].as_array().unwrap() {
        let kept = 100.0 * member["kept"].as_f64().unwrap();
        assert!(memberships.contains(&format!("{kept:.0}\u{202f}%")), "{member}");
    }
    let seed = trials["seed"].to_string();
    for name in ["nulls", "numbers", "cases", "memberships", "bootstrap", "consensus"] {
        let own = table(&page, &format!("trial-{name}"));
        assert!(own.contains(&seed) && own.contains("n = 12"), "{name} tells its n and its seed");
    }
    assert!(page.contains("Retrait d’un cas") && page.contains("Bruit de la taille du désaccord"));
    assert!(
        typology["weight_draws"] == 1000 && page.contains("Dirichlet, B = 1\u{202f}000"),
        "draws of weights"
    );
}

#[test]
fn the_card_shows_value_tests_and_words_as_the_commands_do() {
    let (study, client) = bundled();
    let page = complete(&client, "/typology?profile=P3");
    let sheet = study.json(["profile", "--profile", "P3"]);
    let codes = table(&page, "card-codes");
    for code in sheet["profiles"][0]["codes"].as_array().unwrap().iter().filter(|code| code["v"].is_number())
    {
        let v = code["v"].as_f64().unwrap();
        let sign = if v >= 0.05 { "+" } else { "" };
        let v = format!("{sign}{}", french(&code["v"], 1));
        assert!(codes.contains(&v), "{code}: {v}");
        if code["active"] == true {
            assert!(codes.contains("actif"), "{code}");
        }
    }
    let words = study.json(["lexical", "--specificities"]);
    let part = words["vocabulary"].as_array().unwrap().iter().find(|one| one["label"] == "P3").unwrap();
    let listed = part["more"].as_array().unwrap();
    assert!(!listed.is_empty(), "the profile has words of its own");
    let vocabulary = table(&page, "vocabulary-P3");
    for word in listed.iter().take(7) {
        let text = word["word"].as_str().unwrap().replace('\'', "&#39;");
        assert!(vocabulary.contains(&text), "{word}");
        assert!(word["interviews"].as_u64().unwrap() >= 2, "a word of one person is that person's: {word}");
    }
}

#[test]
fn the_questionnaire_stands_weighted_beside_unweighted() {
    let (study, client) = bundled();
    let page = client.get("/questionnaire").text;
    let told = study.json(["weights"]);
    let effect = &told["effect"];
    assert!(page.contains(&french(&effect["deff"], 2)), "{effect}");
    let pair = |one: &Value| {
        ["unweighted", "weighted"].map(|side| {
            let mean = &one[side];
            format!("{} ± {}", french(&mean["mean"], 1), french(&mean["standard_error"], 1))
        })
    };
    let scores = table(&page, "weights-scores");
    for scale in told["scores"].as_array().unwrap() {
        for cell in pair(&scale["all"]) {
            assert!(scores.contains(&cell), "{}: {cell}", scale["scale"]);
        }
    }
    assert!(page.contains("ne corrige pas le fait d’avoir choisi de répondre"), "what weights do not do");
    // Small numbers stay hidden: no row shows a share of fewer than five respondents.
    let near = table(&page, "weights-near");
    let weighted = told["weighted"].as_f64().unwrap();
    for one in told["near"].as_array().unwrap() {
        let count = (one["unweighted"]["mean"].as_f64().unwrap() * weighted).round();
        if count > 0.0 && count < 5.0 {
            let share = french(&(100.0 * one["unweighted"]["mean"].as_f64().unwrap()).into(), 1);
            assert!(!near.contains(&format!("{share} ±")), "{share}");
        }
    }
}

#[test]
fn a_questionnaire_that_cannot_be_weighted_says_why() {
    let study = Study::bundled();
    let margins = "margins = [\"event\", \"offer\", \"sex\", \"age\", \"family\"]";
    study.replace("study.toml", margins, "margins = [\"moods\"]");
    study.run(["import"]).succeeds();
    let page = Client::open(&study, "c1").get("/questionnaire").text;
    assert!(page.contains("Pas de redressement"), "{page}");
    assert!(page.contains("«\u{202f}moods\u{202f}» n’est pas connu"));
}

#[test]
fn codes_accumulate_on_the_page_as_the_command_says() {
    let (study, client) = bundled();
    let page = client.get("/matrices?view=accumulation").text;
    let told = study.json(["saturation"]);
    let found = &told["accumulation"];
    assert!(page.contains("id=\"fig-accumulation\""));
    assert!(page.contains(&french(&found["chao2"], 1)), "{found}");
    assert!(page.contains(&format!("{} codes rencontrés", found["observed"])), "{found}");
    assert!(page.contains("Une courbe plate montre que le livre est épuisé"), "what bounds it");
    let english = {
        let mut client = client;
        client.in_english();
        client.get("/matrices?view=accumulation").text
    };
    assert!(english.contains("id=\"fig-accumulation\""));
}

#[test]
fn the_words_are_classified_behind_their_page_and_lead_to_the_passages() {
    let (study, client) = bundled();
    let first = client.get("/words");
    assert_eq!(first.status, 200);
    assert!(first.text.contains("data-waiting=\"/page/words\""), "said while it is computed");
    let page = complete(&client, "/words");
    let told = study.json(["lexical", "--profiles", "--specificities"]);
    let classes = told["classes"]["classes"].as_array().unwrap();
    assert_eq!(page.matches("id=\"class-").count(), 2 * classes.len(), "a card a class, with its title");
    for class in classes {
        let shared =
            |term: &&Value| term["chi2"].as_f64() > Some(0.0) && term["interviews"].as_u64() > Some(1);
        let word = class["terms"].as_array().unwrap().iter().find(shared).unwrap();
        assert!(page.contains(&format!(">{}</a>", word["word"].as_str().unwrap())), "{word}");
        let typical = &class["typical"][0];
        let (case, turn) = (typical["case"].as_str().unwrap(), &typical["turn"]);
        let door = format!("/transcripts/{case}?turn={turn}#t{turn}");
        assert!(page.contains(&format!("href=\"{door}\"")), "{door}");
        let reading = client.get(door.split('#').next().unwrap()).text;
        assert!(reading.contains(&format!("id=\"t{turn}\"")), "{door} has its turn");
    }
    let crossing = table(&page, "classes-profiles");
    assert!(crossing.contains(&french(&told["by_profile"]["cramer_v"], 2)), "{crossing}");
    assert!(
        crossing.contains(&french(&told["by_profile"]["p"], 3)) || crossing.contains("< 0,001"),
        "{crossing}"
    );
    // Another number of classes is another result, and both stay.
    let other = complete(&client, "/words?classes=3");
    assert_eq!(other.matches("id=\"class-").count(), 6);
    assert!(!client.get("/words").text.contains("data-waiting"), "the first one is kept");
    for wrong in ["classes=1", "segment=2", "classes=many"] {
        assert_eq!(client.get(&format!("/words?{wrong}")).status, 422, "{wrong}");
    }
}

#[test]
fn a_study_without_codings_has_words_but_no_profiles() {
    let whole = Study::bundled();
    let study = Study::nothing();
    for (path, text) in whole.material() {
        if path.starts_with("transcripts") || path.starts_with("codebook") {
            study.write(path.to_str().unwrap(), text);
        }
    }
    study.write("study.toml", whole.read("study.toml"));
    study.run(["import"]).succeeds();
    let client = Client::open(&study, "c1");
    let page = complete(&client, "/words");
    assert!(page.contains("id=\"class-1\""), "{page}");
    assert!(
        !page.contains("tab-classes-profiles") && !page.contains("tab-vocabulary"),
        "no profile is made up"
    );
    let trials = client.get("/typology/solidity");
    assert_eq!(trials.status, 200);
    assert!(!trials.text.contains("data-waiting"), "nothing is waited for that cannot come");
    let curve = client.get("/matrices?view=accumulation");
    assert_eq!(curve.status, 200);
}
