//! Agreement: Python `krippendorff`, scikit-learn, statsmodels, and published formulas.

use crate::harness::{Case, Exception, Plan, Rule, check_topic, number};
use propos::analysis::agreement::alpha::{Coincidences, Level, alpha};
use propos::analysis::agreement::kappa::{Weight, cohen, fleiss, weighted};
use propos::analysis::agreement::percent::{holsti, pairwise};
use propos::analysis::agreement::ratings::Ratings;
use propos::analysis::statistics::bootstrap::percentile_interval;
use serde_json::{Value, json};

const LATER: &str = "agreement on spans (unitizing, gamma) comes with the coders' rounds";

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
        "gamma" | "unitizing" | "text_units" => Some(Plan::Later(LATER)),
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
        .units()
        .iter()
        .map(|unit| {
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
