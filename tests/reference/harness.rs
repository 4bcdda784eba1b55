//! Reads the cases of a topic, asks the topic for its numbers and compares every expected key.

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Names the folder that stands in for `tests/fixtures/reference`.
const FOLDER: &str = "PROPOS_REFERENCE_DIR";

/// One reference case, as its file tells it.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) input: Value,
    pub(crate) expected: Map<String, Value>,
    tolerance: Map<String, Value>,
}

/// What a topic does with a kind.
#[allow(dead_code, reason = "topics take what they need")]
pub(crate) enum Plan {
    /// Computes an object with the keys of `expected`; null says "undefined".
    Compare(fn(&Case) -> Value),
    /// Not computed yet: the reason is printed, the case is not compared.
    Later(&'static str),
}

/// A key that is compared otherwise than its case says, with the reason. `kind` and `key` are exact.
pub(crate) struct Exception {
    pub(crate) kind: &'static str,
    pub(crate) key: &'static str,
    pub(crate) rule: Rule,
    pub(crate) reason: &'static str,
}

/// What is done instead.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "topics take what they need")]
pub(crate) enum Rule {
    /// The key is read and not compared.
    Skip,
    /// Not compared when the case holds null.
    SkipNull,
    /// Compared with this absolute tolerance, because the reference value is less exact than stated.
    Within(f64),
}

/// Checks every case of `topic`; panics with the list of all differences.
///
/// `plan` answers `None` for a kind it does not know, which is a failure. Cases are those of
/// `tests/fixtures/reference`, or of the folder that `PROPOS_REFERENCE_DIR` names: there a topic without
/// a folder is left out.
pub(crate) fn check_topic(topic: &str, plan: fn(&str) -> Option<Plan>, exceptions: &[Exception]) {
    let elsewhere = std::env::var_os(FOLDER).map(PathBuf::from);
    let own = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reference");
    let folder = elsewhere.clone().unwrap_or_else(own).join(topic);
    if elsewhere.is_some() && !folder.is_dir() {
        println!("{topic}: no folder {}, left out", folder.display());
        return;
    }
    let cases = read_cases(&folder, topic);
    assert!(elsewhere.is_some() || !cases.is_empty(), "no reference case for {topic}");
    let faults = faults(topic, &cases, plan, exceptions);
    assert!(faults.is_empty(), "{} differences\n{}", faults.len(), faults.join("\n"));
}

/// Lists all that differs, and every kind and key that nobody computes.
fn faults(
    topic: &str,
    cases: &[Case],
    plan: fn(&str) -> Option<Plan>,
    exceptions: &[Exception],
) -> Vec<String> {
    let mut faults = Vec::new();
    for case in cases {
        match plan(&case.kind) {
            None => faults.push(format!("{topic}/{}: unknown kind {}", case.id, case.kind)),
            Some(Plan::Later(reason)) => println!("{topic}/{}: later, {reason}", case.id),
            Some(Plan::Compare(compute)) => {
                compare_case(topic, case, &compute(case), exceptions, &mut faults);
            }
        }
    }
    faults
}

fn compare_case(
    topic: &str,
    case: &Case,
    computed: &Value,
    exceptions: &[Exception],
    faults: &mut Vec<String>,
) {
    for (key, expected) in &case.expected {
        let exception = exceptions.iter().find(|e| e.kind == case.kind && e.key == key);
        let rule = exception.map(|e| e.rule);
        if matches!(rule, Some(Rule::Skip)) || (matches!(rule, Some(Rule::SkipNull)) && expected.is_null()) {
            let reason = exception.map_or("", |e| e.reason);
            println!("{topic}/{}: {key} not compared, {reason}", case.id);
            continue;
        }
        let place = format!("{topic}/{}: {key}", case.id);
        let tolerance = match rule {
            Some(Rule::Within(wider)) => Some(Tolerance::Absolute(wider)),
            _ => case.tolerance_of(key, None),
        };
        if tolerance.is_none() {
            println!("{place} not compared, information only, but for what states a tolerance inside it");
        }
        match computed.get(key) {
            None if tolerance.is_none() => {}
            None => faults.push(format!("{place} is not computed")),
            Some(value) => compare(case, &place, expected, value, tolerance, faults),
        }
    }
}

/// A distance that is allowed, absolute or relative to the expected value.
#[derive(Clone, Copy)]
pub(crate) enum Tolerance {
    Absolute(f64),
    Relative(f64),
}

impl Case {
    /// The longest tolerance key that starts `key`, else `inherited`, else `default`, else exact.
    ///
    /// `None` says that the key is information only.
    fn tolerance_of(&self, key: &str, inherited: Option<Option<Tolerance>>) -> Option<Tolerance> {
        let stated =
            self.tolerance.iter().filter(|(k, _)| key.starts_with(k.as_str())).max_by_key(|(k, _)| k.len());
        match (stated, inherited) {
            (Some((_, value)), _) => read_tolerance(value),
            (None, Some(tolerance)) => tolerance,
            (None, None) => {
                self.tolerance.get("default").map_or(Some(Tolerance::Absolute(0.0)), read_tolerance)
            }
        }
    }

    /// A list of numbers of the input; null is a missing value.
    pub(crate) fn numbers(&self, key: &str) -> Vec<Option<f64>> {
        let list = self.input[key].as_array();
        list.unwrap_or_else(|| panic!("{}: input {key} is not a list", self.id))
            .iter()
            .map(Value::as_f64)
            .collect()
    }
}

fn read_tolerance(value: &Value) -> Option<Tolerance> {
    if let Some(number) = value.as_f64() {
        return Some(Tolerance::Absolute(number));
    }
    let text = value.as_str()?;
    if let Ok(number) = text.parse() {
        return Some(Tolerance::Absolute(number));
    }
    let percent = text.strip_suffix("relative")?.trim().strip_suffix('%')?.trim();
    percent.parse::<f64>().ok().map(|p| Tolerance::Relative(p / 100.0))
}

fn compare(
    case: &Case,
    place: &str,
    expected: &Value,
    computed: &Value,
    tolerance: Option<Tolerance>,
    faults: &mut Vec<String>,
) {
    match (expected, computed) {
        (Value::Array(e), Value::Array(c)) if e.len() == c.len() => {
            for (i, (e, c)) in e.iter().zip(c).enumerate() {
                compare(case, &format!("{place}[{i}]"), e, c, tolerance, faults);
            }
        }
        (Value::Object(e), Value::Object(c)) => {
            for (key, e) in e {
                let place = format!("{place}.{key}");
                let tolerance = case.tolerance_of(key, Some(tolerance));
                match c.get(key) {
                    None if tolerance.is_none() => {}
                    None => faults.push(format!("{place} is not computed")),
                    Some(c) => compare(case, &place, e, c, tolerance, faults),
                }
            }
        }
        // Information only.
        _ if tolerance.is_none() => {}
        (Value::Number(_), Value::Number(_)) => {
            let (e, c) = (expected.as_f64().unwrap_or(f64::NAN), computed.as_f64().unwrap_or(f64::NAN));
            // R prints 15 digits: an "exact" tolerance below that would test the printing.
            let allowed = match tolerance {
                Some(Tolerance::Absolute(t)) => t.max(1e-12),
                Some(Tolerance::Relative(t)) => t * e.abs(),
                None => f64::INFINITY,
            };
            let close = (e - c).abs() <= allowed;
            if !close {
                faults.push(format!("{place}: expected {e}, computed {c} (allowed {allowed})"));
            }
        }
        _ if expected == computed => {}
        _ => faults.push(format!("{place}: expected {expected}, computed {computed}")),
    }
}

fn read_cases(folder: &Path, topic: &str) -> Vec<Case> {
    let listing = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = listing
        .map(|entry| entry.expect("a readable folder entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| read_case(path, topic)).collect()
}

fn read_case(path: &Path, topic: &str) -> Case {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert_eq!(value["topic"], topic, "{}", path.display());
    let field =
        |key: &str| value[key].as_str().unwrap_or_else(|| panic!("{}: no {key}", path.display())).to_owned();
    Case {
        id: field("id"),
        kind: field("kind"),
        input: value["input"].clone(),
        expected: value["expected"].as_object().expect("expected is an object").clone(),
        // An empty list stands for "exact" in the cases that R wrote.
        tolerance: value["tolerance"].as_object().cloned().unwrap_or_default(),
    }
}

/// A computed number, or null when it is undefined.
pub(crate) fn number<E>(value: Result<f64, E>) -> Value {
    value.map_or(Value::Null, Value::from)
}

mod tests {
    use super::*;
    use serde_json::json;

    fn double(case: &Case) -> Value {
        json!({ "double": 2.0 * case.input["x"].as_f64().unwrap() })
    }

    fn plan(kind: &str) -> Option<Plan> {
        (kind == "doubling").then_some(Plan::Compare(double))
    }

    /// Writes one case into a folder of its own and lists its faults.
    fn judged(kind: &str, expected: &Value) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let case = json!({
            "id": "one", "topic": "numbers", "kind": kind, "input": {"x": 2}, "expected": expected,
            "tolerance": {"default": 1e-9},
        });
        std::fs::write(folder.path().join("one.json"), case.to_string()).unwrap();
        faults("numbers", &read_cases(folder.path(), "numbers"), plan, &[])
    }

    #[test]
    fn a_case_that_holds_has_no_fault() {
        assert_eq!(judged("doubling", &json!({"double": 4.0})), Vec::<String>::new());
    }

    #[test]
    fn a_kind_or_a_key_that_nobody_knows_is_a_fault() {
        assert_eq!(judged("halving", &json!({"half": 1.0})), ["numbers/one: unknown kind halving"]);
        assert_eq!(
            judged("doubling", &json!({"double": 4.0, "treble": 6.0})),
            ["numbers/one: treble is not computed"]
        );
    }

    #[test]
    fn a_difference_or_a_number_in_place_of_undefined_is_a_fault() {
        assert_eq!(judged("doubling", &json!({"double": 4.1})).len(), 1);
        assert_eq!(judged("doubling", &json!({"double": null})).len(), 1);
    }
}
