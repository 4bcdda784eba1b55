//! Weights: R `survey` (rake, calibrate, svymean, svyby, svychisq), Kish, and definitions.

use crate::harness::{Case, Plan, check_topic, number};
use propos::analysis::statistics::undefined::Defined;
use propos::analysis::weighting::{
    Design, Fitting, Refused, Variable, WeightedMean, calibrate_linear, design_effect, fit_cells, rake,
    rao_scott,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[test]
fn raking() {
    check_topic("raking", plan, &[]);
}

fn plan(kind: &str) -> Option<Plan> {
    Some(Plan::Compare(match kind {
        "rake" => weighted,
        "rake_refused" => refused,
        "ipf_cells" => cells,
        "design_effect" => effect,
        _ => return None,
    }))
}

fn texts(case: &Case, key: &str) -> Vec<String> {
    let list = case.input[key].as_array().unwrap_or_else(|| panic!("{}: no {key}", case.id));
    list.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// The variables of the margins; a sample that the case does not give is one person a category.
fn variables(case: &Case) -> Result<Vec<Variable>, Refused> {
    let margins = case.input["margins"].as_object().unwrap();
    margins
        .iter()
        .map(|(name, counts)| {
            let categories: Vec<(String, f64)> =
                counts.as_object().unwrap().iter().map(|(c, n)| (c.clone(), n.as_f64().unwrap())).collect();
            let sample = match case.input.get(name) {
                Some(_) => texts(case, name),
                None => categories.iter().map(|(category, _)| category.clone()).collect(),
            };
            Variable::new(name, categories, &sample)
        })
        .collect()
}

fn refused(case: &Case) -> Value {
    let outcome = variables(case).and_then(|variables| rake(&variables, Fitting::default()));
    let category = match &outcome {
        Err(Refused::EmptyCategory { category, .. } | Refused::UnknownCategory { category, .. }) => {
            json!(category)
        }
        _ => Value::Null,
    };
    json!({
        "error": outcome.is_err(),
        "category": category,
        // Refused, as methods.md asks: the totals are told and nothing is rescaled in silence.
        "warning_or_error": matches!(outcome, Err(Refused::InconsistentTotals { .. })),
    })
}

fn cells(case: &Case) -> Value {
    let line = |value: &Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect()
    };
    let table: Vec<Vec<f64>> = case.input["cells"].as_array().unwrap().iter().map(line).collect();
    let fitted =
        fit_cells(&table, &line(&case.input["row_margin"]), &line(&case.input["col_margin"])).unwrap();
    let odds = |t: &[Vec<f64>]| t[0][0] * t[1][1] / (t[0][1] * t[1][0]);
    assert!((odds(&table) - odds(&fitted.fitted)).abs() < 1e-9);
    let bound = case.expected["iterations_bound"].as_u64().unwrap();
    json!({
        "fitted": fitted.fitted,
        "weight_per_cell": fitted.weights,
        // The bound is one on the passes: it holds when no more were needed.
        "iterations_bound": if u64::from(fitted.passes) <= bound { bound } else { u64::from(fitted.passes) },
        "odds_ratio_preserved": odds(&fitted.fitted),
    })
}

fn effect(case: &Case) -> Value {
    let weights: Vec<f64> = case.numbers("w").into_iter().flatten().collect();
    let found = design_effect(&weights).unwrap();
    let n = weights.len() as f64;
    let mean = weights.iter().sum::<f64>() / n;
    let variance = weights.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / n;
    json!({
        "deff": found.deff,
        "effective_n": found.effective_n,
        "cv2_plus_1": variance / (mean * mean) + 1.0,
    })
}

fn weighted(case: &Case) -> Value {
    let variables = variables(case).unwrap();
    let raked = rake(&variables, Fitting::default()).unwrap();
    assert_eq!((raked.trimmed, raked.beyond), (0, 0));
    let total = case.input["population"].as_f64().unwrap();
    assert!((raked.population - total).abs() < 1e-9);
    let effect = design_effect(&raked.weights).unwrap();
    let design = Design::new(&raked.weights, &variables).unwrap();
    let score = case.numbers("score");
    let mean = design.mean(&score);
    let employed = design.mean(&case.numbers("emploi"));
    let of = |estimate: &Defined<WeightedMean>, pick: fn(&WeightedMean) -> f64| {
        number(estimate.as_ref().map(pick))
    };
    let profiles = texts(case, "profil");
    let mut groups: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
    for name in &profiles {
        groups.entry(name).or_insert_with(|| {
            profiles.iter().zip(&score).map(|(own, x)| x.filter(|_| own == name)).collect()
        });
    }
    let by = |pick: fn(&WeightedMean) -> f64| -> Value {
        Value::Object(
            groups
                .iter()
                .map(|(name, values)| ((*name).to_owned(), of(&design.mean(values), pick)))
                .collect::<Map<_, _>>(),
        )
    };
    let coded = |key: &str| -> Vec<Option<usize>> {
        let list: Vec<String> = case.input[key].as_array().unwrap().iter().map(ToString::to_string).collect();
        let mut names = list.clone();
        names.sort();
        names.dedup();
        list.iter().map(|own| names.iter().position(|name| name == own)).collect()
    };
    let test = rao_scott(&design, &coded("profil"), &coded("emploi")).unwrap();
    json!({
        "weights": raked.weights,
        "weights_linear_calibration": calibrate_linear(&variables).unwrap(),
        "sum": raked.weights.iter().sum::<f64>(),
        "kish_deff": effect.deff,
        "effective_n": effect.effective_n,
        "weighted_mean_score": of(&mean, |m| m.mean),
        "se_linearised_calibration_aware": of(&mean, |m| m.standard_error),
        "se_ignoring_calibration": of(&mean, |m| m.ignoring_calibration),
        "weighted_share_emploi": of(&employed, |m| m.mean),
        "se_emploi": of(&employed, |m| m.standard_error),
        "rao_scott_f": test.f,
        "rao_scott_ddf": test.df,
        "rao_scott_p": test.p,
        "mean_by_profile": by(|m| m.mean),
        "se_by_profile": by(|m| m.standard_error),
    })
}
