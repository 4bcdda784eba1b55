//! Grouping of cases: scikit-learn, scipy and enumeration.

use propos::analysis::typology::axis::{Scaling, standardise};
use propos::analysis::typology::exact::{self, Optimum};
use propos::analysis::typology::mixture::{self, Shape};
use propos::analysis::typology::point::{Point, by_first_appearance, total_squares, within_squares};
use propos::analysis::typology::quadrant::{self, Cut};
use propos::analysis::typology::{hierarchical, kmeans, stability, validity};
use serde_json::{Map, Value, json};

use crate::harness::{Case, Plan, check_topic};

#[test]
fn clustering() {
    check_topic("clustering", plan, &[]);
}

fn plan(kind: &str) -> Option<Plan> {
    match kind {
        "typology" => Some(Plan::Compare(typology)),
        "kmeans" => Some(Plan::Compare(optimum)),
        "silhouette" => Some(Plan::Compare(silhouette)),
        "gap" => Some(Plan::Compare(gap)),
        "gaussian_null" => Some(Plan::Compare(gaussian_null)),
        "axis_permutation" => Some(Plan::Compare(axis_permutation)),
        "stability" => Some(Plan::Compare(bootstrap)),
        "partition_comparison" => Some(Plan::Compare(comparison)),
        "gaussian_mixture" => Some(Plan::Compare(mixtures)),
        _ => None,
    }
}

fn points(value: &Value) -> Vec<Point> {
    serde_json::from_value(value.clone()).expect("a list of points")
}

fn labels(value: &Value) -> Vec<usize> {
    by_first_appearance(&serde_json::from_value::<Vec<usize>>(value.clone()).expect("a list of labels"))
}

/// The number of groups: as the case says, else as many as its labels hold, else four.
fn groups(case: &Case) -> usize {
    let said = case.input["k"].as_u64().map(|k| usize::try_from(k).unwrap());
    let counted = || {
        let lists = ["kmeans_labels", "kmeans_optimum_labels", "labels", "ward_labels"];
        let list = lists.into_iter().find_map(|key| case.expected.get(key))?;
        labels(list).into_iter().max().map(|last| last + 1)
    };
    said.or_else(counted).unwrap_or(4)
}

/// Standardises each column; those that are constant are left out.
fn scaled(x: &[Point]) -> (Vec<usize>, Vec<Point>) {
    let columns: Vec<(usize, Vec<f64>)> = (0..x[0].len())
        .filter_map(|axis| {
            let column: Vec<f64> = x.iter().map(|point| point[axis]).collect();
            Some((axis, standardise(&column, Scaling::Z)?))
        })
        .collect();
    let z = (0..x.len()).map(|row| columns.iter().map(|(_, column)| column[row]).collect()).collect();
    (columns.into_iter().map(|(axis, _)| axis).collect(), z)
}

fn typology(case: &Case) -> Value {
    let x = points(&case.input["x"]);
    let (kept, scaled) = scaled(&x);
    let z = if is_standardised(case, &kept) { scaled } else { x };
    let k = groups(case);
    let mut result = Map::new();
    result.insert("axes_kept".into(), json!(kept));
    result.insert("z".into(), json!(z));
    let ward = ward(&z, k, &mut result);
    let found = if z.len() <= exact::MOST_CASES {
        optimum_and_runners_up(case, &z, k, &mut result)
    } else {
        kmeans::best(&z, k, 200, 1).unwrap().0
    };
    compare_partitions(&z, &found, &ward, &mut result);
    indices(&z, &found, &mut result);
    Value::Object(result)
}

/// Tells whether the case is about standardised axes: it says so, or drops an axis that cannot be,
/// or its total squares are those of standardised axes, (n − 1) each.
fn is_standardised(case: &Case, kept: &[usize]) -> bool {
    let n = case.input["x"].as_array().map_or(0, Vec::len) as f64;
    let total = ["total_ss", "kmeans_total_ss"].into_iter().find_map(|key| case.expected.get(key)?.as_f64());
    case.input["standardise"].is_string()
        || case.expected.contains_key("axes_kept")
        || total.is_some_and(|total| (total - kept.len() as f64 * (n - 1.0)).abs() < 1e-6)
}

fn ward(z: &[Point], k: usize, result: &mut Map<String, Value>) -> Vec<usize> {
    let tree = hierarchical::ward(z).unwrap();
    let labels = tree.cut(k);
    let heights: Vec<f64> = tree.merges.iter().map(|merge| merge.height).collect();
    result.insert("ward_heights".into(), json!(heights));
    result.insert("ward_within_ss".into(), json!(within_squares(z, &labels)));
    result.insert("ward_cophenetic_correlation".into(), json!(tree.cophenetic_correlation(z)));
    result.insert("ward_labels".into(), json!(labels));
    labels
}

fn indices(z: &[Point], labels: &[usize], result: &mut Map<String, Value>) {
    let silhouettes: Option<Vec<f64>> =
        validity::silhouettes(z, labels).map(|all| all.iter().map(|one| one.value).collect());
    let mean = silhouettes.as_ref().map(|all| all.iter().sum::<f64>() / all.len() as f64);
    for prefix in ["", "kmeans_"] {
        let mut insert = |key: &str, value: Value| result.insert(format!("{prefix}{key}"), value);
        insert("silhouette_samples", json!(silhouettes));
        insert("silhouette_mean", json!(mean));
        insert("calinski_harabasz", json!(validity::calinski_harabasz(z, labels)));
        insert("davies_bouldin", json!(validity::davies_bouldin(z, labels)));
        insert("within_ss", json!(within_squares(z, labels)));
        insert("total_ss", json!(total_squares(z)));
        insert("labels", json!(by_first_appearance(labels)));
    }
}

/// The exact optimum, the partitions after it, and the optimum of every number of groups asked.
fn optimum_and_runners_up(case: &Case, z: &[Point], k: usize, result: &mut Map<String, Value>) -> Vec<usize> {
    let best: Optimum = exact::solve(z, k, 5).unwrap();
    let mut insert = |key: &str, value: Value| result.insert(key.to_owned(), value);
    insert("n_partitions_enumerated", json!(best.partitions));
    insert("kmeans_optimum_within_ss", json!(best.within));
    insert("optimum_within_ss_on_kept_axis", json!(best.within));
    insert("kmeans_optimum_labels", json!(best.labels));
    insert("five_smallest_within_ss", json!(best.smallest));
    let asked = case.expected.get("optimum_by_k").and_then(Value::as_object);
    let by_k: Map<String, Value> = asked
        .into_iter()
        .flat_map(Map::keys)
        .map(|asked| {
            let (labels, within) = exact::find(z, asked.parse().unwrap()).unwrap();
            let silhouettes = validity::silhouettes(z, &labels);
            let mean = silhouettes.map(|all| all.iter().map(|one| one.value).sum::<f64>() / z.len() as f64);
            (asked.clone(), json!({ "labels": labels, "within_ss": within, "silhouette_mean": mean }))
        })
        .collect();
    insert("optimum_by_k", Value::Object(by_k));
    // The same optimum must come from linfa's starts.
    if let Some(found) = kmeans::run(z, k, 200, 1) {
        assert!((within_squares(z, &found) - best.within).abs() < 1e-8, "k-means missed the optimum");
    }
    best.labels
}

fn compare_partitions(z: &[Point], found: &[usize], ward: &[usize], result: &mut Map<String, Value>) {
    let mut insert = |key: &str, value: Value| result.insert(key.to_owned(), value);
    let quadrants = quadrant::cut(z, Cut::Mean);
    let median = by_first_appearance(&quadrant::cut(z, Cut::Median));
    insert("quadrant_mean_cut_labels", json!(by_first_appearance(&quadrants)));
    insert("quadrant_median_cut_labels", json!(median));
    insert("ari", json!(validity::adjusted_rand(found, ward)));
    insert("ari_kmeans_ward", json!(validity::adjusted_rand(found, ward)));
    insert("ari_kmeans_quadrant_mean", json!(validity::adjusted_rand(found, &quadrants)));
    insert("ari_ward_quadrant_mean", json!(validity::adjusted_rand(ward, &quadrants)));
    insert("ami_kmeans_ward", json!(validity::adjusted_mutual_information(found, ward)));
}

fn optimum(case: &Case) -> Value {
    match exact::solve(&points(&case.input["x"]), groups(case), 2) {
        Err(_) => json!({ "error": true }),
        Ok(best) => json!({ "within_ss": best.within, "n_optimal_partitions": best.solutions }),
    }
}

fn silhouette(case: &Case) -> Value {
    let mut result = Map::new();
    indices(&points(&case.input["x"]), &labels(&case.input["labels"]), &mut result);
    Value::Object(result)
}

fn gap(case: &Case) -> Value {
    let sets: Vec<Vec<Point>> = serde_json::from_value(case.input["reference_sets"].clone()).unwrap();
    let groups: Vec<usize> = serde_json::from_value(case.input["k"].clone()).unwrap();
    let gap = validity::gap(&points(&case.input["z"]), &groups, &sets).unwrap();
    json!({
        "log_w": gap.log_within,
        "expected_log_w": gap.expected,
        "gap": gap.gap,
        "s_k": gap.error,
        "k_tibs2001se": gap.chosen,
    })
}

fn gaussian_null(case: &Case) -> Value {
    let sets: Vec<Vec<Point>> = serde_json::from_value(case.input["reference_sets"].clone()).unwrap();
    let test =
        validity::null_test(&points(&case.input["z"]), groups(case), sets.into_iter()).unwrap().unwrap();
    json!({ "observed": test.observed, "null": test.samples, "p_value_plus_one": test.p })
}

fn axis_permutation(case: &Case) -> Value {
    let orders: Vec<Vec<Vec<usize>>> =
        serde_json::from_value(case.input["permutations_0based"].clone()).unwrap();
    let test = validity::axis_permutation(&points(&case.input["z"]), groups(case), &orders).unwrap();
    json!({ "observed": test.observed, "null": test.samples, "p_value_plus_one": test.p })
}

fn bootstrap(case: &Case) -> Value {
    let z = points(&case.input["z"]);
    let reference = labels(&case.input["reference_labels"]);
    let draws: Vec<Vec<usize>> = serde_json::from_value(case.input["bootstrap_draws"].clone()).unwrap();
    let left: Vec<Value> = stability::leave_one_out(&z, &reference, 4, 200, 1)
        .into_iter()
        .map(|one| {
            json!({
                "left_out": one.left_out,
                "labels_of_the_others": one.labels,
                "within_ss": one.within,
                "ari_with_full": one.ari.ok(),
            })
        })
        .collect();
    let result = stability::bootstrap(&z, &reference, 4, &draws);
    json!({
        "leave_one_out": left,
        "jaccard_per_cluster_per_draw": result.jaccard,
        "jaccard_mean": result.jaccard_mean,
        "draw_used": result.used,
        "consensus_matrix": result.consensus,
        "consensus_pairs_seen": result.seen,
    })
}

fn comparison(case: &Case) -> Value {
    let read = |key: &str| labels(&case.input[key]);
    json!({
        "ari": validity::adjusted_rand(&read("a"), &read("b")),
        "ami": validity::adjusted_mutual_information(&read("a"), &read("b")),
    })
}

/// Likelihoods stand in the cases for information, as an optimum that depends on the starts. What can be
/// held to is held to here: the number of parameters, and a likelihood that is no smaller.
fn mixtures(case: &Case) -> Value {
    let z = points(&case.input["z"]);
    let floor = case.input["reg_covar"].as_f64().unwrap();
    let mut result = Map::new();
    for (key, shape) in [("spherical", Shape::Spherical), ("diag", Shape::Diagonal)] {
        let found = mixture::fit(&z, groups(case), shape, floor, 50, 1).unwrap();
        let expected = &case.expected[key];
        assert_eq!(json!(found.parameters), expected["n_parameters"], "{}: {key}", case.id);
        let theirs = expected["log_likelihood"].as_f64().unwrap();
        assert!(
            found.log_likelihood >= theirs - 1e-6,
            "{}: {key}: {} is less likely than {theirs}",
            case.id,
            found.log_likelihood
        );
        result.insert(
            key.to_owned(),
            json!({
                "log_likelihood": found.log_likelihood,
                "bic": found.bic,
                "n_parameters": found.parameters,
                "labels": found.labels,
            }),
        );
    }
    Value::Object(result)
}
