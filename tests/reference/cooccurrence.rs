//! Saturation and co-occurrence: R `vegan`, `fisher.test`, `phyper`, and definitions.

use crate::harness::{Case, Plan, check_topic, number};
use propos::analysis::cooccurrence::{count_rearranged, measure_pairs};
use propos::analysis::saturation::accumulate;
use serde_json::{Value, json};

#[test]
fn cooccurrence() {
    check_topic("cooccurrence", plan, &[]);
}

fn plan(kind: &str) -> Option<Plan> {
    Some(Plan::Compare(match kind {
        "code_accumulation" => accumulation,
        "pairs_of_codes" => pairs,
        "permutation_within_interview" => permutation,
        _ => return None,
    }))
}

fn booleans(value: &Value) -> Vec<bool> {
    value.as_array().unwrap().iter().map(|x| x.as_u64() == Some(1)).collect()
}

fn matrix(value: &Value) -> Vec<Vec<bool>> {
    value.as_array().unwrap().iter().map(booleans).collect()
}

fn accumulation(case: &Case) -> Value {
    let a = accumulate(&matrix(&case.input["interviews_by_codes"])).unwrap();
    json!({
        "exact_mean": a.mean,
        "exact_sd": a.sd,
        "observed_codes": a.observed,
        "chao2_vegan": number(a.chao2),
        "chao2_se": number(a.chao2_se),
        "jack1": number(a.jackknife),
        "boot": number(a.bootstrap),
        "new_codes_in_interview_order": a.new_codes,
        "uniques": a.uniques,
        "duplicates": a.duplicates,
        "coverage_good_turing": number(a.coverage),
    })
}

fn pairs(case: &Case) -> Value {
    let codes = case.input["codes"].as_array().unwrap();
    let pairs: Vec<Value> = measure_pairs(&matrix(&case.input["presence"]))
        .unwrap()
        .into_iter()
        .map(|p| {
            json!({
                "a": codes[p.a],
                "b": codes[p.b],
                "n11": p.n_both,
                "jaccard_c_coefficient": number(p.jaccard),
                "dice": number(p.dice),
                "phi": number(p.phi),
                "lift": number(p.lift),
                "npmi": number(p.npmi),
                "p_upper_hypergeometric": p.p_upper,
                "p_lower_hypergeometric": p.p_lower,
                "p_fisher_two_sided": p.p_fisher,
                "p_bh": number(p.p_adjusted),
            })
        })
        .collect();
    json!({ "pairs": pairs })
}

fn permutation(case: &Case) -> Value {
    let (a, b) = (booleans(&case.input["a"]), booleans(&case.input["b"]));
    let count = |order: &[usize]| count_rearranged(&a, &b, order).unwrap();
    let observed = count(&(0..a.len()).collect::<Vec<_>>());
    let drawn: Vec<u64> = case.input["permutations_1based"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            let order =
                p.as_array().unwrap().iter().map(|i| usize::try_from(i.as_u64().unwrap() - 1).unwrap());
            count(&order.collect::<Vec<_>>())
        })
        .collect();
    let reached = drawn.iter().filter(|x| **x >= observed).count();
    let p = (1 + reached) as f64 / (drawn.len() + 1) as f64;
    json!({ "observed": observed, "null": drawn, "p_upper_plus_one": p })
}
