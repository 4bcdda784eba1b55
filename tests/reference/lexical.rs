//! Words: R `phyper`, `textometry`, `chisq.test`; Reinert's cut by an independent implementation.

use crate::harness::{Case, Plan, check_topic, number};
use propos::analysis::lexical::split::{CONTINGENCY, LEAST_SEGMENTS};
use propos::analysis::lexical::{
    Margins, SegmentTable, share_terms, signed_chi2, signed_g2, specificity, split, tf_idf,
};
use serde_json::{Value, json};

#[test]
fn lexical() {
    check_topic("lexical", plan, &[]);
}

fn plan(kind: &str) -> Option<Plan> {
    Some(Plan::Compare(match kind {
        "specificity" => one_specificity,
        "specificities" => specificities,
        "tf_idf" => weights,
        "reinert_split" => reinert_split,
        _ => return None,
    }))
}

fn count(case: &Case, key: &str) -> u64 {
    case.input[key].as_u64().unwrap()
}

fn counts(case: &Case) -> Vec<Vec<u64>> {
    let row = |row: &Value| row.as_array().unwrap().iter().map(|x| x.as_u64().unwrap()).collect();
    case.input["counts"].as_array().unwrap().iter().map(row).collect()
}

fn one_specificity(case: &Case) -> Value {
    let margins = Margins {
        in_part: count(case, "f"),
        in_whole: count(case, "F"),
        part: count(case, "t"),
        whole: count(case, "T"),
    };
    json!({ "specificity_log10": number(specificity(margins)) })
}

fn specificities(case: &Case) -> Value {
    let counts = counts(case);
    let parts: Vec<u64> = (0..counts[0].len()).map(|j| counts.iter().map(|row| row[j]).sum()).collect();
    let whole = parts.iter().sum();
    let table = |score: &dyn Fn(Margins) -> Value| -> Value {
        let cell = |row: &Vec<u64>, part: usize| Margins {
            in_part: row[part],
            in_whole: row.iter().sum(),
            part: parts[part],
            whole,
        };
        let row = |row: &Vec<u64>| (0..parts.len()).map(|part| score(cell(row, part))).collect::<Value>();
        counts.iter().map(row).collect()
    };
    json!({
        "specificity_log10": table(&|margins| number(specificity(margins))),
        "signed_chi2": table(&|margins| number(signed_chi2(margins, false))),
        "signed_chi2_yates": table(&|margins| number(signed_chi2(margins, true))),
        "signed_g2_keyness": table(&|margins| number(signed_g2(margins))),
    })
}

fn weights(case: &Case) -> Value {
    let row = |row: &Vec<u64>| tf_idf(row).map_or_else(|_| json!(vec![Value::Null; row.len()]), |w| json!(w));
    json!({ "tfidf": counts(case).iter().map(row).collect::<Value>() })
}

/// The two groups have no order of their own: they are numbered as in the case, whose tolerance for `group`
/// is a sentence that the harness does not compare, so that the groups are compared here.
fn reinert_split(case: &Case) -> Value {
    let rows: Vec<Vec<u32>> = case.input["matrix"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let cells = row.as_array().unwrap();
            (0_u32..).zip(cells).filter(|(_, cell)| cell.as_u64() == Some(1)).map(|(term, _)| term).collect()
        })
        .collect();
    let width = case.input["matrix"][0].as_array().unwrap().len();
    let table = SegmentTable::new(width, rows);
    let found = split(&table).unwrap();
    let expected: Vec<bool> =
        case.expected["group"].as_array().unwrap().iter().map(|group| group.as_u64() == Some(2)).collect();
    let mut second = found.second.clone();
    if second[0] != expected[0] {
        second.iter_mut().for_each(|group| *group = !*group);
    }
    assert_eq!(second, expected, "{}: groups", case.id);
    let shares = share_terms(&table, &second, CONTINGENCY, LEAST_SEGMENTS);
    let kept = |group: usize| -> Vec<usize> {
        (1..).zip(&shares).filter(|(_, share)| share.kept[group]).map(|(term, _)| term).collect()
    };
    let in_first = second.iter().filter(|second| !**second).count() as u64;
    let signed = shares.iter().map(|share| {
        let margins = Margins {
            in_part: u64::from(share.segments[0]),
            in_whole: u64::from(share.segments[0]) + u64::from(share.segments[1]),
            part: in_first,
            whole: second.len() as u64,
        };
        number(signed_chi2(margins, false))
    });
    json!({
        "first_singular_values": found.axis.singular_values,
        "ca_axis1_row_coord_abs": found.axis.segments.iter().map(|x| x.abs()).collect::<Vec<_>>(),
        "chi2_after_axis_cut": found.chi2_cut,
        "chi2_after_switching": found.chi2,
        "group": second.iter().map(|second| 1 + usize::from(*second)).collect::<Vec<_>>(),
        "n_switches": found.moves,
        "terms_kept_group1": kept(0),
        "terms_kept_group2": kept(1),
        "contingency_coefficient": shares.iter().map(|share| share.contingency).collect::<Vec<_>>(),
        "term_chi2_segments_by_group1_signed": signed.collect::<Vec<_>>(),
    })
}
