//! `propos link`: links profiles and questionnaire.

use crate::analysis::linkage::OverDraws;
use crate::analysis::statistics::bca::Bca;
use crate::analysis::statistics::bootstrap::Interval;
use crate::analysis::statistics::undefined::Defined;
use crate::app::Context;
use crate::app::link::{GroupComparison, LinkOutcome, NearProfiles, link};
use crate::cli::error::CommandError;
use crate::cli::reason::{Reasons, or_reason, reason};
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::domain::settings::LinkKind;
use crate::i18n::format::{interval, number};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) async fn run(ui: &mut Ui, context: &Context, args: &Args) -> Result<(), CommandError> {
    let outcome = link(context, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    if let Some(kind) = outcome.kind {
        let text = ui.catalog.plain(&format!("link-kind-{}", kind.name()));
        ui.line(&text)?;
        ui.line("")?;
    }
    if !outcome.own.is_empty() {
        own(ui, &outcome)?;
    } else if outcome.kind != Some(LinkKind::Groups) {
        ui.say("link-nobody", &[])?;
    }
    if let Some(near) = &outcome.near {
        ui.line("")?;
        placed(ui, near)?;
    }
    if let Some(why) = outcome.near_undefined {
        let text = or_reason(ui, &Defined::<f64>::Err(why), |_| String::new());
        ui.say("link-no-assignment", &[("reason", text.into())])?;
    }
    for comparison in &outcome.groups {
        groups(ui, comparison)?;
    }
    changes(ui, &outcome)
}

/// Groups of respondents compared, nobody being linked.
fn groups(ui: &mut Ui, comparison: &GroupComparison) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let title = ui.style(Style::Strong, &comparison.title);
    ui.line(&title)?;
    let mut head = vec![ui.catalog.plain("link-scale")];
    head.extend(comparison.groups.iter().map(|group| group.title.clone()));
    head.extend([ui.catalog.plain("link-epsilon"), ui.catalog.plain("link-p-holm")]);
    let mut rows = vec![head];
    let mut sizes = vec![ui.catalog.plain("link-n")];
    sizes.extend(comparison.groups.iter().map(|group| group.respondents.to_string()));
    rows.push(sizes);
    let mut profiles = vec![ui.catalog.plain("link-interviewees")];
    profiles.extend(comparison.groups.iter().map(|group| {
        let named = group.interviewees.iter().zip(1..).filter(|(count, _)| **count > 0);
        named.map(|(count, profile)| format!("P{profile}\u{a0}{count}")).collect::<Vec<_>>().join(" ")
    }));
    rows.push(profiles);
    let mut reasons = Reasons::default();
    for scores in &comparison.scores {
        let mut row = vec![scores.title.clone()];
        let decimal = |value: &f64| number::decimal(*value, 0, language);
        row.extend(scores.medians.iter().map(|median| reasons.cell(ui, median, decimal)));
        let test = scores.test.as_ref().map_err(|why| *why);
        row.push(reasons.cell(ui, &test, |test| number::decimal(test.epsilon2, 2, language)));
        row.push(reasons.cell(ui, &scores.p_holm, |p| interval::p_value(*p, language)));
        rows.push(row);
        let mut row = vec![ui.catalog.plain("link-mean")];
        row.extend(scores.means.iter().map(|found| mean(ui, found)));
        row.resize(rows[0].len(), String::new());
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    ui.line("")
}

/// What is asked before and after: who starts, who stops, who changes category.
fn changes(ui: &mut Ui, outcome: &LinkOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let p = |p: &f64| interval::p_value(*p, language);
    if !outcome.practices.is_empty() {
        ui.line("")?;
        let title = ui.style(Style::Strong, &ui.catalog.plain("link-practices"));
        ui.line(&title)?;
        let head = [
            "link-practice",
            "link-pairs",
            "link-starts",
            "link-stops",
            "link-exact",
            "link-chi2",
            "link-p-holm",
        ];
        let mut rows = vec![head.iter().map(|key| ui.catalog.plain(key)).collect::<Vec<_>>()];
        for one in &outcome.practices {
            let test = &one.transition.test;
            rows.push(vec![
                one.title.clone(),
                test.n.to_string(),
                one.transition.start.to_string(),
                one.transition.stop.to_string(),
                or_reason(ui, &test.p_exact, p),
                or_reason(ui, &test.p_chi2, p),
                or_reason(ui, &one.p_holm, p),
            ]);
        }
        let mut aligns = vec![Align::Left];
        aligns.resize(rows[0].len(), Align::Right);
        for line in lay_out(&aligns, &rows) {
            ui.line(&line)?;
        }
        for one in outcome.practices.iter().filter(|one| one.transition.not_asked > 0) {
            not_asked(ui, &one.title, one.transition.not_asked)?;
        }
    }
    for one in &outcome.changes {
        ui.line("")?;
        let title = ui.catalog.text("link-change", &[("title", one.title.as_str().into())]);
        let title = ui.style(Style::Strong, &title);
        ui.line(&title)?;
        let mut rows = vec![vec![String::new()]];
        rows[0].extend(one.categories.iter().cloned());
        for (category, counts) in one.categories.iter().zip(&one.change.counts) {
            let mut row = vec![category.clone()];
            row.extend(counts.iter().map(ToString::to_string));
            rows.push(row);
        }
        let mut aligns = vec![Align::Left];
        aligns.resize(rows[0].len(), Align::Right);
        for line in lay_out(&aligns, &rows) {
            ui.line(&line)?;
        }
        match &one.change.test {
            Ok(test) => ui.say(
                "link-stuart",
                &[
                    ("chi2", number::decimal(test.chi2, 2, language).into()),
                    ("df", test.df.into()),
                    ("p", interval::p_equals("p", test.p, language).into()),
                    ("n", test.n.into()),
                    ("changed", test.changed.into()),
                    ("missing", one.change.missing.into()),
                ],
            )?,
            Err(_) => {
                let text = or_reason(ui, &one.change.test, |_| String::new());
                ui.line(&text)?;
            }
        }
        if one.change.not_asked > 0 {
            not_asked(ui, &one.title, one.change.not_asked)?;
        }
    }
    Ok(())
}

/// Says how many were not asked, and are in no denominator.
fn not_asked(ui: &mut Ui, title: &str, count: u64) -> Result<(), CommandError> {
    let arguments = [("title", title.into()), ("count", (count as usize).into())];
    ui.say("link-not-asked", &arguments)
}

/// The median p over draws, with its range.
fn over_draws(ui: &Ui, draws: &OverDraws) -> String {
    let p = |p| interval::p_value(p, ui.catalog.language());
    let arguments = [
        ("median", p(draws.median).into()),
        ("least", p(draws.least).into()),
        ("most", p(draws.most).into()),
    ];
    ui.catalog.text("link-draws", &arguments)
}

/// The interviewees' own scores, scale by scale.
fn own(ui: &mut Ui, outcome: &LinkOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let title = ui.style(Style::Strong, &ui.catalog.plain("link-own"));
    ui.line(&title)?;
    let mut head = vec![ui.catalog.plain("link-scale")];
    let cases = outcome.own.first().map(|own| own.scores.iter().map(|(case, _)| case.clone()));
    head.extend(cases.into_iter().flatten());
    head.extend([ui.catalog.plain("link-p"), ui.catalog.plain("link-p-holm")]);
    let mut rows = vec![head];
    let mut reasons = Reasons::default();
    for own in &outcome.own {
        let mut row = vec![own.title.clone()];
        row.extend(own.scores.iter().map(|(_, score)| match score {
            Ok(score) => number::decimal(*score, 0, language),
            Err(_) => reasons.sign(ui, ui.catalog.plain("link-no-score")),
        }));
        let p = |p: &f64| interval::p_value(*p, language);
        row.push(reasons.cell(ui, &own.test.as_ref().map(|test| test.p).map_err(|why| *why), p));
        row.push(reasons.cell(ui, &own.p_holm, p));
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)
}

/// A mean with its interval, or why there is none.
fn mean(ui: &Ui, found: &Defined<Bca>) -> String {
    let language = ui.catalog.language();
    or_reason(ui, found, |found| {
        let bounds = interval::interval(found.lower, found.upper, 0, language);
        format!("{} {bounds}", number::decimal(found.estimate, 0, language))
    })
}

/// The mean scores near each profile, of the scales that did not serve the assignment.
fn means(ui: &mut Ui, near: &NearProfiles) -> Result<(), CommandError> {
    let tested: Vec<_> = near.scores.iter().filter(|scores| !scores.active).collect();
    let Some(drawn) = tested.iter().flat_map(|scores| &scores.means).find_map(|mean| mean.as_ref().ok())
    else {
        return Ok(());
    };
    let arguments = [("draws", drawn.draws.into()), ("seed", drawn.seed.to_string().into())];
    ui.line("")?;
    let title = ui.catalog.text("link-means", &arguments);
    let title = ui.style(Style::Strong, &title);
    ui.line(&title)?;
    let mut rows = vec![vec![ui.catalog.plain("link-scale")]];
    rows[0].extend((1..=near.linkage.counts.len()).map(|profile| format!("P{profile}")));
    for scores in tested {
        let mut row = vec![scores.title.clone()];
        row.extend(scores.means.iter().map(|found| mean(ui, found)));
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    Ok(())
}

/// The respondents brought near to profiles.
fn placed(ui: &mut Ui, near: &NearProfiles) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let linkage = &near.linkage;
    let title = ui.style(Style::Strong, &ui.catalog.plain("link-assigned"));
    ui.line(&title)?;
    let mut rows: Vec<Vec<String>> = linkage
        .counts
        .iter()
        .zip(1..)
        .map(|(count, profile)| vec![format!("P{profile}"), count.to_string()])
        .collect();
    rows.push(vec![ui.catalog.plain("link-indeterminate"), linkage.indeterminate.to_string()]);
    let mut reasons = Reasons::default();
    let outside = reasons.cell(ui, &linkage.outside, usize::to_string);
    rows.push(vec![ui.catalog.plain("link-outside"), outside]);
    for line in lay_out(&[Align::Left, Align::Right], &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    let limits: Vec<f64> = linkage.outside_beyond.iter().flatten().copied().collect();
    if let (Ok(sigma), false) = (linkage.pooled_deviation, limits.is_empty()) {
        let decimal = |value: f64| number::decimal(value, 2, language);
        let arguments = [
            ("least", decimal(limits.iter().copied().fold(f64::INFINITY, f64::min)).into()),
            ("most", decimal(limits.iter().copied().fold(f64::NEG_INFINITY, f64::max)).into()),
            ("sigma", decimal(sigma).into()),
        ];
        ui.say("link-outside-rule", &arguments)?;
    }
    let hits = near.leave_one_out.as_ref().map_err(|why| *why);
    let hits = hits.and_then(|out| out.accuracy.as_ref().map_err(|why| *why));
    if let Err(why) = hits {
        ui.say("link-no-validation", &[("reason", reason(ui, why).into())])?;
    }
    if let Ok(hits) = hits {
        let bounds = interval::interval(hits.lower * 100.0, hits.upper * 100.0, 0, language);
        let arguments = [("n", hits.n.into()), ("hits", hits.count.into()), ("interval", bounds.into())];
        ui.say("link-validation", &arguments)?;
    }
    let mut margins: Vec<f64> =
        linkage.assignments.iter().filter_map(|one| Some(one.as_ref().ok()?.margin)).collect();
    margins.sort_by(f64::total_cmp);
    let doubts: Vec<f64> =
        linkage.assignments.iter().filter_map(|one| one.as_ref().ok()?.entropy.ok()).collect();
    if let (Some(margin), false) = (margins.get(margins.len() / 2), doubts.is_empty()) {
        let entropy = doubts.iter().sum::<f64>() / doubts.len() as f64;
        ui.say(
            "link-doubt",
            &[
                ("margin", number::decimal(*margin, 2, language).into()),
                ("least", number::decimal(linkage.settings.min_margin, 2, language).into()),
                ("entropy", number::decimal(entropy, 2, language).into()),
            ],
        )?;
    }
    ui.line("")?;
    let title = ui.style(Style::Strong, &ui.catalog.plain("link-scores"));
    ui.line(&title)?;
    let mut rows = vec![vec![
        ui.catalog.plain("link-scale"),
        ui.catalog.plain("link-n"),
        ui.catalog.plain("link-epsilon"),
        ui.catalog.plain("link-p-holm"),
        ui.catalog.plain("link-over-draws"),
    ]];
    let mut reasons = Reasons::default();
    for scores in &near.scores {
        let n: usize = scores.sizes.iter().sum();
        let mut row = vec![scores.title.clone(), n.to_string()];
        if scores.active {
            row.extend([String::new(), ui.catalog.plain("link-active")]);
        } else {
            let test = scores.test.as_ref().map_err(|why| *why);
            row.push(reasons.cell(ui, &test, |test| number::decimal(test.epsilon2, 2, language)));
            row.push(reasons.cell(ui, &scores.p_holm, |p| interval::p_value(*p, language)));
            row.push(reasons.cell(ui, &scores.draws, |draws| over_draws(ui, draws)));
        }
        rows.push(row);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right, Align::Right], &rows) {
        ui.line(&line)?;
    }
    reasons.tell(ui)?;
    means(ui, near)?;
    if let Some(Ok(draws)) = near.scores.iter().map(|one| &one.draws).find(|draws| draws.is_ok()) {
        let arguments = [("draws", draws.draws.into()), ("respondents", draws.respondents.into())];
        ui.say("link-drawn", &arguments)?;
    }
    ui.line("")?;
    for crosstab in &near.crosstabs {
        let test = match &crosstab.test {
            Ok(test) => test,
            Err(why) => {
                let arguments =
                    [("variable", crosstab.title.as_str().into()), ("reason", reason(ui, *why).into())];
                ui.say("link-no-crosstab", &arguments)?;
                continue;
            }
        };
        let v = or_reason(ui, &test.cramer_v_bias_corrected, |v| number::decimal(*v, 2, language));
        let bounds = |at: &Interval| format!(" {}", interval::interval(at.lower, at.upper, 2, language));
        let v = v + &crosstab.v_interval.as_ref().map_or_else(|_| String::new(), bounds);
        ui.say(
            "link-crosstab",
            &[
                ("variable", crosstab.title.as_str().into()),
                ("chi2", number::decimal(test.chi2, 2, language).into()),
                ("p", interval::p_equals("p", test.p, language).into()),
                ("v", v.into()),
                ("n", test.n.into()),
                ("draws", or_reason(ui, &crosstab.draws, |draws| over_draws(ui, draws)).into()),
            ],
        )?;
    }
    let drawn = near.crosstabs.iter().find_map(|crosstab| crosstab.v_interval.as_ref().ok());
    drawn.map_or(Ok(()), |drawn| {
        ui.say(
            "link-v-drawn",
            &[
                ("level", number::percent(drawn.level * 100.0, 0, language).into()),
                ("draws", (drawn.draws as usize).into()),
                ("seed", drawn.seed.to_string().into()),
            ],
        )
    })
}
