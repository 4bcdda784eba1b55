//! Agreement: Python `krippendorff`, scikit-learn, statsmodels, pygamma-agreement, and published formulas.
//!
//! `published/` holds worked examples that papers print, a file each.

use crate::harness::{Case, Exception, Plan, Rule, check_topic, number};
use propos::analysis::agreement::alignment::{Passage, Weights};
use propos::analysis::agreement::alpha::{Coincidences, Level, alpha};
use propos::analysis::agreement::gamma::{Sampling, gamma as measure_gamma};
use propos::analysis::agreement::kappa::{Weight, cohen, fleiss, weighted};
use propos::analysis::agreement::pattern::{Patterns, patterns};
use propos::analysis::agreement::percent::{holsti, pairwise};
use propos::analysis::agreement::ratings::Ratings;
use propos::analysis::agreement::unit::{Layout, Rule as Projection};
use propos::analysis::agreement::unitizing::Unitizing;
use propos::analysis::statistics::bootstrap::percentile_interval;
use propos::text::Span;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[path = "published/cohen_1960.rs"]
mod cohen_1960;
#[path = "published/fleiss_1971.rs"]
mod fleiss_1971;
#[path = "published/gwet_2014.rs"]
mod gwet_2014;
#[path = "published/krippendorff_2011.rs"]
mod krippendorff_2011;

#[test]
fn agreement() {
    check_topic(
        "agreement",
        plan,
        &[Exception {
            kind: "units",
            key: "cohen_kappa_se_under_null",
            rule: Rule::Within(2e-8),
            reason: "with a constant coder the reference is the root of a rounding, 1.3e-8 where the value is 0",
        }],
    );
}

fn plan(kind: &str) -> Option<Plan> {
    match kind {
        "units" => Some(Plan::Compare(units)),
        "unit_bootstrap" => Some(Plan::Compare(bootstrap)),
        "unitizing" => Some(Plan::Compare(unitizing)),
        "text_units" => Some(Plan::Compare(text_units)),
        "gamma" => Some(Plan::Compare(gamma)),
        _ => None,
    }
}

fn read_ratings(case: &Case) -> Ratings {
    let coders: Vec<Vec<Option<f64>>> = case.input["coders_by_units"]
        .as_array()
        .unwrap()
        .iter()
        .map(|coder| coder.as_array().unwrap().iter().map(Value::as_f64).collect())
        .collect();
    let units = (0..coders[0].len()).map(|u| coders.iter().map(|c| c[u]).collect()).collect();
    Ratings::new(units).unwrap()
}

fn units(case: &Case) -> Value {
    let ratings = read_ratings(case);
    let level = match case.input["level"].as_str().unwrap() {
        "nominal" => Level::Nominal,
        "ordinal" => Level::Ordinal,
        "interval" => Level::Interval,
        "ratio" => Level::Ratio,
        other => panic!("{}: unknown level {other}", case.id),
    };
    let kappa = cohen(&ratings);
    json!({
        "alpha": number(alpha(&ratings, level)),
        "krippendorff_nominal": number(alpha(&ratings, Level::Nominal)),
        "alpha_ordinal": number(alpha(&ratings, Level::Ordinal)),
        "alpha_interval": number(alpha(&ratings, Level::Interval)),
        "cohen_kappa": number(kappa.map(|k| k.kappa)),
        "cohen_kappa_asymptotic_se": number(kappa.and_then(|k| k.standard_error)),
        "cohen_kappa_se_under_null": number(kappa.map(|k| k.standard_error_under_null)),
        "cohen_unweighted": number(weighted(&ratings, Weight::Unweighted)),
        "cohen_linear": number(weighted(&ratings, Weight::Linear)),
        "cohen_quadratic": number(weighted(&ratings, Weight::Quadratic)),
        "fleiss_kappa_complete_units": number(fleiss(&ratings)),
        "holsti": number(holsti(&ratings)),
        "percent_agreement_pairwise": number(pairwise(&ratings)),
        "n_pairable_values": ratings.pairable_values(),
        "n_units_with_two_or_more": ratings.pairable_units(),
    })
}

fn bootstrap(case: &Case) -> Value {
    let ratings = read_ratings(case);
    let categories = ratings.categories();
    let clusters: Vec<Coincidences> = ratings
        .rows()
        .map(|(unit, _)| {
            let mut own = Coincidences::empty(&categories);
            own.add_unit(unit);
            own
        })
        .collect();
    let replicates: Vec<_> = case.input["draws"]
        .as_array()
        .unwrap()
        .iter()
        .map(|draw| {
            let mut sum = Coincidences::empty(&categories);
            for unit in draw.as_array().unwrap() {
                sum.add(&clusters[usize::try_from(unit.as_u64().unwrap()).unwrap()]);
            }
            sum.alpha(Level::Nominal)
        })
        .collect();
    let defined: Vec<f64> = replicates.iter().filter_map(|r| r.ok()).collect();
    json!({
        "alpha": number(alpha(&ratings, Level::Nominal)),
        "replicates": replicates.into_iter().map(number).collect::<Vec<_>>(),
        "percentile_95_type7": percentile_interval(&defined, 0.95).map_or(json!([null, null]), |i| json!(i)),
    })
}

/// A passage of a coder with the rank of its code.
type Coded = Vec<(Span, usize)>;

/// The names of the codes, and each coder's passages.
fn read_coders(case: &Case) -> (Vec<String>, Vec<Coded>) {
    let place = |one: &Value, key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
    let coders: Vec<&Vec<Value>> =
        case.input["coders"].as_array().unwrap().iter().map(|own| own.as_array().unwrap()).collect();
    let mut codes: Vec<String> =
        coders.iter().copied().flatten().map(|one| one["code"].as_str().unwrap().to_owned()).collect();
    codes.sort();
    codes.dedup();
    let rank = |one: &Value| codes.iter().position(|code| one["code"] == code.as_str()).unwrap();
    let passages = coders
        .iter()
        .map(|own| {
            own.iter().map(|one| (Span::new(place(one, "start"), place(one, "end")), rank(one))).collect()
        })
        .collect();
    (codes, passages)
}

/// Units judged coded or not by every coder, as counted patterns.
fn projected(layout: &Layout, coders: &[Coded], rule: Projection, code: Option<usize>) -> Patterns {
    let runs: Vec<Option<Vec<Span>>> = coders
        .iter()
        .map(|own| {
            let wanted = own.iter().filter(|(_, of)| code.is_none_or(|code| *of == code));
            Some(layout.project(wanted.map(|(span, _)| *span).collect(), rule))
        })
        .collect();
    patterns(&[Span::new(0, layout.len())], &runs).remove(0)
}

fn family(length: usize, codes: &[String], coders: &[Coded]) -> Map<String, Value> {
    let found = Unitizing::of(length, coders, codes.len()).unwrap();
    let ku: BTreeMap<&String, Value> =
        codes.iter().enumerate().map(|(at, code)| (code, number(found.ku_alpha(at)))).collect();
    let values: Vec<(&str, Option<usize>)> = std::iter::once(("∅", None))
        .chain(codes.iter().enumerate().map(|(at, code)| (code.as_str(), Some(at))))
        .collect();
    let observed: BTreeMap<&str, BTreeMap<&str, f64>> = values
        .iter()
        .map(|(name, one)| {
            (*name, values.iter().map(|(name, other)| (*name, found.observed(*one, *other))).collect())
        })
        .collect();
    let all = json!({
        "u_alpha": number(found.u_alpha()),
        "u_alpha_binary": number(found.binary()),
        "cu_alpha": number(found.cu_alpha()),
        "ku_alpha": ku,
        "coverage_valued_intersections": number(found.coverage()),
        "observed_coincidence": observed,
    });
    all.as_object().unwrap().clone()
}

fn unitizing(case: &Case) -> Value {
    let (codes, coders) = read_coders(case);
    let length = usize::try_from(case.input["length"].as_u64().unwrap()).unwrap();
    let layout = Layout::every(vec![Span::new(0, length)]);
    let of = |code: Option<usize>| projected(&layout, &coders, Projection::Any, code);
    let per_code = |coefficient: &dyn Fn(&Patterns) -> Value| -> BTreeMap<&String, Value> {
        codes.iter().enumerate().map(|(at, code)| (code, coefficient(&of(Some(at))))).collect()
    };
    let binary = |found: &Patterns| number(found.coincidences().alpha(Level::Nominal));
    let mut all = family(length, &codes, &coders);
    all.insert("codepoint_binary_alpha_any_code".to_owned(), binary(&of(None)));
    all.insert("codepoint_binary_alpha_per_code".to_owned(), json!(per_code(&binary)));
    let kappa = |found: &Patterns| number(found.ratings().and_then(|r| cohen(&r)).map(|k| k.kappa));
    all.insert("codepoint_cohen_per_code".to_owned(), json!(per_code(&kappa)));
    Value::Object(all)
}

fn text_units(case: &Case) -> Value {
    let (codes, coders) = read_coders(case);
    let text = case.input["text"].as_str().unwrap();
    let length = text.chars().count();
    let line = vec![Span::new(0, length)];
    let bounds = |key: &str| -> Vec<Span> {
        let place = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let list = case.input[key].as_array().unwrap();
        list.iter().map(|two| Span::new(place(&two[0]), place(&two[1]))).collect()
    };
    let mut all = Map::new();
    all.insert("n_codepoints".to_owned(), json!(length));
    all.insert("n_bytes_utf8".to_owned(), json!(text.len()));
    all.insert("u_alpha_family".to_owned(), Value::Object(family(length, &codes, &coders)));
    for (unit, layout) in [
        ("codepoint", Layout::every(line.clone())),
        ("token", Layout::of(line.clone(), bounds("token_bounds"))),
        ("sentence", Layout::of(line.clone(), bounds("sentence_bounds"))),
        ("turn", Layout::of(line.clone(), bounds("turn_bounds"))),
    ] {
        for rule in Projection::ALL {
            let per_code: BTreeMap<&String, Value> = codes
                .iter()
                .enumerate()
                .map(|(at, code)| {
                    let ratings = projected(&layout, &coders, rule, Some(at)).ratings().unwrap();
                    let coded_by = |coder: usize| -> u64 {
                        ratings
                            .rows()
                            .filter(|(row, _)| row[coder] == Some(1.0))
                            .map(|(_, units)| units)
                            .sum()
                    };
                    let found = json!({
                        "units": ratings.count(),
                        "coded_by": (0..coders.len()).map(coded_by).collect::<Vec<_>>(),
                        "cohen": number(cohen(&ratings).map(|k| k.kappa)),
                        "alpha": number(alpha(&ratings, Level::Nominal)),
                        "percent": number(pairwise(&ratings)),
                    });
                    (code, found)
                })
                .collect();
            all.insert(format!("{unit}_{}", rule.name()), json!(per_code));
        }
    }
    Value::Object(all)
}

/// Draws for the expected disorder: ours adds next to no error to the reference's.
const DRAWS: u32 = 2_000;

fn gamma(case: &Case) -> Value {
    let (_, coders) = read_coders(case);
    let passage = |(span, code): &(Span, usize)| Passage {
        start: span.start.0 as f64,
        end: span.end.0 as f64,
        code: *code,
    };
    let coders: Vec<Vec<Passage>> = coders.iter().map(|own| own.iter().map(passage).collect()).collect();
    let weight = |key: &str| case.input[key].as_f64().unwrap();
    let weights =
        Weights { position: weight("alpha"), category: weight("beta"), empty: weight("delta_empty") };
    let found = measure_gamma(&coders, &weights, Sampling { draws: DRAWS, seed: 1, stream: 0 });
    json!({
        "observed_disorder_best_alignment": number(found.map(|g| g.observed)),
        "expected_disorder": number(found.map(|g| g.expected)),
        "gamma": number(found.map(|g| g.gamma)),
    })
}
