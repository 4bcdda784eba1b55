//! Durations: R `survival` (survfit, survdiff) and `quantile`.

use crate::harness::{Case, Plan, check_topic, number};
use propos::analysis::statistics::descriptive::{present, summarise};
use propos::analysis::statistics::log_rank::log_rank;
use propos::analysis::statistics::quantile::{Rule, quantile};
use propos::analysis::statistics::survival::{Duration, KaplanMeier, Step, kaplan_meier};
use propos::analysis::statistics::undefined::Defined;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[test]
fn survival() {
    check_topic("survival", plan, &[]);
}

fn plan(kind: &str) -> Option<Plan> {
    match kind {
        "quantiles" => Some(Plan::Compare(quantiles)),
        "kaplan_meier" => Some(Plan::Compare(curve)),
        _ => None,
    }
}

fn quantiles(case: &Case) -> Value {
    let values = case.numbers("x");
    let summary = summarise(&values);
    let x = present(&values);
    let at = |p, rule| number(quantile(&x, p, rule));
    json!({
        "n": summary.n,
        "median": number(summary.median),
        "q1_type7": at(0.25, Rule::Type7),
        "q3_type7": at(0.75, Rule::Type7),
        "q1_type6_spss": at(0.25, Rule::Type6),
        "q3_type6_spss": at(0.75, Rule::Type6),
        "q1_type2_sas_stata": at(0.25, Rule::Type2),
        "q3_type2_sas_stata": at(0.75, Rule::Type2),
    })
}

fn durations(case: &Case) -> Vec<Duration> {
    let times = case.numbers("time");
    let status = case.numbers("status");
    times.iter().zip(status).map(|(t, s)| Duration { time: t.unwrap(), ended: s == Some(1.0) }).collect()
}

fn curve(case: &Case) -> Value {
    let all = durations(case);
    let fitted = kaplan_meier(&all, 0.95).unwrap();
    let closed: Vec<f64> = all.iter().filter(|d| d.ended).map(|d| d.time).collect();
    let mean = fitted.restricted_mean(None);
    let quartiles = [0.25, 0.5, 0.75].map(|p| number(fitted.quantile(p)));
    let mut result = object(json!({
        "time": column(&fitted, |s| json!(s.time)),
        "n_risk": column(&fitted, |s| json!(s.at_risk)),
        "n_event": column(&fitted, |s| json!(s.events)),
        "n_censor": column(&fitted, |s| json!(s.censored)),
        "surv": column(&fitted, |s| json!(s.survival)),
        "std_err_greenwood": column(&fitted, |s| number(s.standard_error)),
        "lower_loglog": column(&fitted, |s| bound(s.log_log, 0)),
        "upper_loglog": column(&fitted, |s| bound(s.log_log, 1)),
        "lower_log": column(&fitted, |s| bound(s.log, 0)),
        "upper_log": column(&fitted, |s| bound(s.log, 1)),
        "quartiles_25_50_75": quartiles,
        "median_ci95_loglog": fitted.quantile_interval(0.5).map(number),
        "rmst": number(mean.map(|m| m.mean)),
        "rmst_se": number(mean.map(|m| m.standard_error)),
        "naive_median_of_closed_only": number(quantile(&closed, 0.5, Rule::Type7)),
    }));
    if let Some(labels) = case.input["group"].as_array() {
        let mut groups: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
        for (label, duration) in labels.iter().zip(&all) {
            groups.entry(label.as_str().unwrap()).or_default().push(*duration);
        }
        let test = log_rank(&groups.values().cloned().collect::<Vec<_>>()).unwrap();
        let medians: Map<String, Value> = groups
            .iter()
            .map(|(label, d)| {
                ((*label).to_owned(), number(kaplan_meier(d, 0.95).and_then(|c| c.quantile(0.5))))
            })
            .collect();
        result.insert("logrank_chi2".into(), json!(test.chi2));
        result.insert("logrank_df".into(), json!(test.df));
        result.insert("logrank_p".into(), json!(test.p));
        result.insert("median_by_group".into(), Value::Object(medians));
    }
    Value::Object(result)
}

fn column(curve: &KaplanMeier, of: impl Fn(&Step) -> Value) -> Vec<Value> {
    curve.steps.iter().map(of).collect()
}

fn bound(interval: Defined<[f64; 2]>, i: usize) -> Value {
    number(interval.map(|b| b[i]))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is not an object"),
    }
}
