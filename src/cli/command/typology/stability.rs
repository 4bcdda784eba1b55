//! `propos typology --stability`: every trial with its n, its B and its seed.

use super::{axis_title, kept, method_name};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::analysis::typology::Typology;
use crate::analysis::typology::trials::{Pair, Stability};
use crate::analysis::typology::validity::{Gap, NullTest};
use crate::app::material::Material;
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason, reason as general};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::i18n::Value;
use crate::i18n::format::{interval, number as format};

/// Prints all of it, the headline first.
pub(super) fn show(
    ui: &mut Ui,
    material: &Material,
    typology: &Typology,
    trials: &Stability,
) -> Result<(), CommandError> {
    let seed = trials.seed.to_string();
    title(ui, "stability-title", &[("n", trials.cases.into()), ("seed", seed.into())])?;
    cases(ui, typology, trials)?;
    left_out(ui, typology)?;
    jitter(ui, material, typology, trials)?;
    bootstrap(ui, typology, trials)?;
    without_codes(ui, material, trials)?;
    structure(ui, typology, trials)?;
    numbers(ui, typology, trials)?;
    checks(ui, trials)?;
    pairs(ui, &trials.pairs)
}

fn title(ui: &mut Ui, key: &str, arguments: &[(&str, Value<'_>)]) -> Result<(), CommandError> {
    let text = ui.catalog.text(key, arguments);
    let text = ui.style(Style::Strong, &text);
    ui.line(&text)
}

fn table(ui: &mut Ui, first_left: usize, rows: &[Vec<String>]) -> Result<(), CommandError> {
    let width = rows.first().map_or(0, Vec::len);
    let mut aligns = vec![Align::Left; first_left.min(width)];
    aligns.resize(width, Align::Right);
    for line in lay_out(&aligns, rows) {
        ui.line(&line)?;
    }
    Ok(())
}

fn words(ui: &Ui, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| ui.catalog.plain(key)).collect()
}

fn decimal(ui: &Ui, value: f64) -> String {
    format::decimal(value, 2, ui.catalog.language())
}

/// A figure in a sentence, or why there is none.
fn told(ui: &Ui, value: &Defined) -> String {
    or_reason(ui, value, |value| decimal(ui, *value))
}

fn share(ui: &Ui, value: f64) -> String {
    format::percent(value * 100.0, 0, ui.catalog.language())
}

/// Says why a trial has no result.
fn undefined(ui: &mut Ui, trial: &str, reason: Undefined) -> Result<(), CommandError> {
    let reason = why_not(ui, reason);
    let trial = ui.catalog.plain(trial);
    ui.say("stability-undefined", &[("trial", trial.into()), ("reason", reason.into())])
}

/// What a removal needs and has not.
const FEW: Undefined = Undefined::TooFew { needed: 2, present: 0 };

/// Says why, in the words of cases and coders where there are some.
fn why_not(ui: &Ui, reason: Undefined) -> String {
    match reason {
        Undefined::NoPairableUnit => ui.catalog.plain("stability-why-single-coder"),
        Undefined::UndefinedReplicates => ui.catalog.plain("stability-why-no-draws"),
        Undefined::TooFew { .. } => ui.catalog.plain("stability-why-few"),
        other => general(ui, other),
    }
}

/// Case by case: how often each keeps its profile.
fn cases(ui: &mut Ui, typology: &Typology, trials: &Stability) -> Result<(), CommandError> {
    let mut rows = vec![words(
        ui,
        &[
            "typology-case",
            "typology-profile",
            "typology-silhouette",
            "stability-coders",
            "stability-weights",
            "stability-jitter-column",
            "stability-left-out-column",
            "stability-methods-column",
        ],
    )];
    let mut reasons = Reasons::default();
    let none = Undefined::NoObservations;
    for id in &typology.order {
        let Some(case) = typology.index(id) else { continue };
        let one = &typology.membership[case];
        let jitter = trials.jitter.as_ref().map_err(|why| *why);
        let jitter = jitter.and_then(|jitter| jitter.kept.get(case).copied().ok_or(none));
        let removals = format!("{}/{}", one.stays, one.removals);
        rows.push(vec![
            id.0.clone(),
            format!("P{}", one.profile),
            reasons.cell(ui, &one.silhouette, |value| decimal(ui, *value)),
            kept(ui, &mut reasons, &one.kept),
            reasons.cell(ui, &one.kept_weights, |value| share(ui, *value)),
            jitter.map_or_else(|why| reasons.sign(ui, why_not(ui, why)), |value| share(ui, value)),
            if one.removals > 0 { removals } else { reasons.sign(ui, why_not(ui, FEW)) },
            format!("{}/{}", one.agreeing, typology.grouping(case)),
        ]);
    }
    table(ui, 2, &rows)?;
    reasons.tell(ui)?;
    let draws = [("coders", typology.coder_draws.into()), ("weights", typology.weight_draws.into())];
    ui.say("stability-cases-note", &draws)?;
    let misplaced: Vec<&str> = typology.misplaced().map(|one| one.case.as_str()).collect();
    if !misplaced.is_empty() {
        ui.say("stability-misplaced", &[("cases", misplaced.join(", ").into())])?;
    }
    Ok(())
}

fn left_out(ui: &mut Ui, typology: &Typology) -> Result<(), CommandError> {
    let found = match typology.removals() {
        Ok(found) => found,
        Err(reason) => return undefined(ui, "stability-left-out", reason),
    };
    let arguments = [
        ("same", found.same.into()),
        ("removals", found.made.into()),
        ("mean", decimal(ui, found.mean).into()),
        ("least", decimal(ui, found.least).into()),
    ];
    ui.say("stability-left-out-line", &arguments)
}

fn jitter(
    ui: &mut Ui,
    material: &Material,
    typology: &Typology,
    trials: &Stability,
) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let jitter = match &trials.jitter {
        Ok(jitter) => jitter,
        Err(reason) => return undefined(ui, "stability-jitter", *reason),
    };
    let noise: Vec<String> = jitter
        .noise
        .iter()
        .map(|(axis, size)| {
            let table = typology.axes.iter().find(|table| table.definition.id == *axis);
            let name = table.map_or_else(|| axis.0.clone(), |table| axis_title(material, table, language));
            format!("{name} {}", format::decimal(*size, 2, language))
        })
        .collect();
    let arguments = [
        ("noise", noise.join(", ").into()),
        ("draws", jitter.draws.into()),
        ("ari", decimal(ui, jitter.ari).into()),
        ("whole", share(ui, jitter.whole).into()),
    ];
    ui.say("stability-jitter-line", &arguments)
}

fn bootstrap(ui: &mut Ui, typology: &Typology, trials: &Stability) -> Result<(), CommandError> {
    let found = match &trials.bootstrap {
        Ok(found) => found,
        Err(reason) => return undefined(ui, "stability-bootstrap", *reason),
    };
    ui.line("")?;
    let arguments = [("draws", found.draws.into()), ("used", found.used.into())];
    title(ui, "stability-bootstrap-title", &arguments)?;
    let mut rows = vec![words(
        ui,
        &[
            "typology-profile",
            "stability-jaccard",
            "stability-found",
            "stability-dissolved",
            "stability-reading",
        ],
    )];
    for one in &found.profiles {
        rows.push(vec![
            format!("P{}", one.profile),
            decimal(ui, one.jaccard),
            share(ui, one.found),
            share(ui, one.dissolved),
            ui.catalog.plain(&format!("stability-reading-{}", one.reading.key())),
        ]);
    }
    table(ui, 1, &rows)?;
    let distinct = format::decimal(found.distinct, 1, ui.catalog.language());
    ui.say("stability-bootstrap-note", &[("n", trials.cases.into()), ("distinct", distinct.into())])?;
    ui.line("")?;
    title(ui, "stability-consensus", &[])?;
    let order: Vec<usize> = typology.order.iter().filter_map(|case| typology.index(case)).collect();
    let mut head = vec![String::new()];
    head.extend(order.iter().map(|&case| typology.cases[case].0.clone()));
    let mut rows = vec![head];
    let mut reasons = Reasons::default();
    for &one in &order {
        let mut row = vec![typology.cases[one].0.clone()];
        row.extend(order.iter().map(|&other| match found.consensus[one][other] {
            Some(together) => decimal(ui, together),
            None => reasons.sign(ui, ui.catalog.plain("stability-never-drawn")),
        }));
        rows.push(row);
    }
    table(ui, 1, &rows)?;
    reasons.tell(ui)
}

fn without_codes(ui: &mut Ui, material: &Material, trials: &Stability) -> Result<(), CommandError> {
    if trials.without_codes.is_empty() {
        return Ok(());
    }
    ui.line("")?;
    if let Some(why) = trials.without_codes[0].ari.err()
        && trials.without_codes.iter().all(|one| one.ari.is_err())
    {
        return undefined(ui, "stability-without-code", why);
    }
    title(ui, "stability-without-code", &[])?;
    let mut rows = vec![words(ui, &["stability-code", "stability-ari", "typology-moved"])];
    let (mut quiet, mut reasons) = (0, Reasons::default());
    for one in &trials.without_codes {
        if one.ari.is_ok() && one.moved.is_empty() {
            quiet += 1;
            continue;
        }
        let code = material.codebook.codes().find(|code| code.id == one.code);
        let moved: Vec<&str> = one.moved.iter().map(|case| case.as_str()).collect();
        rows.push(vec![
            code.map_or_else(|| one.code.0.clone(), |code| code.title.clone()),
            reasons.cell(ui, &one.ari, |ari| decimal(ui, *ari)),
            moved.join(", "),
        ]);
    }
    if rows.len() > 1 {
        for line in lay_out(&[Align::Left, Align::Right, Align::Left], &rows) {
            ui.line(&line)?;
        }
    }
    reasons.tell(ui)?;
    let arguments = [("quiet", quiet.into()), ("codes", trials.without_codes.len().into())];
    ui.say("stability-without-code-note", &arguments)
}

fn structure(ui: &mut Ui, typology: &Typology, trials: &Stability) -> Result<(), CommandError> {
    ui.line("")?;
    title(ui, "stability-structure", &[])?;
    let structure = &typology.structure;
    let arguments = [
        ("silhouette", told(ui, &structure.silhouette).into()),
        ("ch", told(ui, &structure.calinski_harabasz).into()),
        ("db", told(ui, &structure.davies_bouldin).into()),
        ("cophenetic", told(ui, &typology.cophenetic).into()),
    ];
    ui.say("stability-indices", &arguments)?;
    null(ui, "gaussian", structure.gaussian_null.as_ref().map_err(|reason| *reason))?;
    null(ui, "uniform", trials.uniform_null.as_ref().map_err(|reason| *reason))?;
    null(ui, "association", trials.association.as_ref().map_err(|reason| *reason))
}

fn null(ui: &mut Ui, which: &str, test: Result<&NullTest, Undefined>) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    match test {
        Ok(test) => {
            let arguments = [
                ("observed", decimal(ui, test.observed).into()),
                ("p", interval::p_equals("p", test.p, language).into()),
                ("draws", test.draws.into()),
            ];
            ui.say(&format!("stability-null-{which}"), &arguments)
        }
        Err(reason) => undefined(ui, &format!("stability-{which}"), reason),
    }
}

fn numbers(ui: &mut Ui, typology: &Typology, trials: &Stability) -> Result<(), CommandError> {
    ui.line("")?;
    title(ui, "stability-numbers", &[("draws", trials.numbers.draws.into())])?;
    let mut rows = vec![words(
        ui,
        &["stability-groups", "stability-within", "typology-silhouette", "stability-gap", "stability-error"],
    )];
    let gap = trials.numbers.gap.as_ref();
    let mut reasons = Reasons::default();
    for (at, one) in trials.numbers.each.iter().enumerate() {
        let of_gap = |of: fn(&Gap) -> &Vec<f64>| -> Defined {
            let values = of(gap.map_err(|why| *why)?);
            values.get(at).copied().ok_or(Undefined::NoObservations)
        };
        let (gap, error) = (of_gap(|gap| &gap.gap), of_gap(|gap| &gap.error));
        let mut row = vec![one.groups.to_string()];
        for value in [&one.within, &one.silhouette, &gap, &error] {
            row.push(reasons.cell(ui, value, |value| decimal(ui, *value)));
        }
        rows.push(row);
    }
    table(ui, 0, &rows)?;
    reasons.tell(ui)?;
    match gap.map(|gap| gap.chosen) {
        Ok(Some(chosen)) => {
            let arguments = [("chosen", chosen.into()), ("groups", typology.groups.len().into())];
            ui.say("stability-gap-note", &arguments)
        }
        Ok(None) => Ok(()),
        Err(reason) => undefined(ui, "stability-gap", *reason),
    }
}

fn checks(ui: &mut Ui, trials: &Stability) -> Result<(), CommandError> {
    ui.line("")?;
    title(ui, "stability-checks", &[])?;
    let none = ui.catalog.plain("typology-none");
    let mut rows = vec![words(ui, &["typology-agreement", "stability-ari", "typology-moved"])];
    let mut reasons = Reasons::default();
    for moves in &trials.checks {
        let moved: Vec<&str> = moves.moved.iter().map(|case| case.as_str()).collect();
        let moved = if moved.is_empty() { none.clone() } else { moved.join(", ") };
        let ari = reasons.cell(ui, &moves.ari, |ari| decimal(ui, *ari));
        rows.push(vec![method_name(ui, &moves.method), ari, moved]);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Left], &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    match &trials.presence {
        Ok(presence) => {
            let arguments = [
                ("axes", presence.axes.into()),
                ("share", share(ui, presence.share).into()),
                ("variables", presence.analysis.variables.into()),
                ("constant", presence.analysis.constant.len().into()),
            ];
            ui.say("stability-presence", &arguments)?;
        }
        Err(reason) => undefined(ui, "typology-method-correspondence", *reason)?,
    }
    let bics: Vec<String> = trials
        .mixtures
        .iter()
        .flatten()
        .map(|one| {
            let name = ui.catalog.plain(&format!(
                "stability-shape-{}",
                if one.shape == crate::analysis::typology::mixture::Shape::Spherical {
                    "spherical"
                } else {
                    "diagonal"
                }
            ));
            let bic = format::decimal(one.bic, 1, ui.catalog.language());
            let arguments =
                [("shape", name.into()), ("parameters", one.parameters.into()), ("bic", bic.into())];
            ui.catalog.text("stability-mixture-one", &arguments)
        })
        .collect();
    if bics.is_empty() {
        return Ok(());
    }
    let (parameters, numbers) = trials.full_mixture;
    let arguments = [
        ("mixtures", bics.join(", ").into()),
        ("parameters", parameters.into()),
        ("numbers", numbers.into()),
    ];
    ui.say("stability-mixtures", &arguments)
}

/// Every two methods: adjusted Rand index, numbered by row.
fn pairs(ui: &mut Ui, pairs: &[Pair]) -> Result<(), CommandError> {
    if pairs.is_empty() {
        return Ok(());
    }
    ui.line("")?;
    title(ui, "stability-pairs", &[])?;
    let mut methods = Vec::new();
    for method in pairs.iter().flat_map(|pair| [&pair.one, &pair.other]) {
        if !methods.contains(&method) {
            methods.push(method);
        }
    }
    let mut head = vec![String::new()];
    head.extend((1..methods.len()).map(|number| number.to_string()));
    let mut rows = vec![head];
    let mut reasons = Reasons::default();
    for (at, method) in methods.iter().enumerate() {
        let mut row = vec![format!("{} {}", at + 1, method_name(ui, method))];
        row.extend(methods[..at.min(methods.len() - 1)].iter().map(|known| {
            let pair = pairs.iter().find(|pair| pair.one == **known && pair.other == **method);
            let ari = pair.map_or(Err(Undefined::NoObservations), |pair| pair.ari);
            reasons.cell(ui, &ari, |ari| decimal(ui, *ari))
        }));
        row.resize(methods.len(), String::new());
        rows.push(row);
    }
    table(ui, 1, &rows)?;
    reasons.tell(ui)
}
