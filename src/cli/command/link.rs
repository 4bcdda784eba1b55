//! `propos link`: links profiles and questionnaire.

use crate::app::Context;
use crate::app::link::{LinkOutcome, NearProfiles, link};
use crate::cli::error::CommandError;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
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
    own(ui, &outcome)?;
    if let Some(near) = &outcome.near {
        ui.line("")?;
        placed(ui, near)?;
    }
    Ok(())
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
    for own in &outcome.own {
        let mut row = vec![own.title.clone()];
        let score = |score: &Option<f64>| {
            score.map_or_else(|| "–".to_owned(), |score| number::decimal(score, 0, language))
        };
        row.extend(own.scores.iter().map(|(_, value)| score(value)));
        let p = |p: Option<f64>| p.map_or_else(|| "–".to_owned(), |p| interval::p_value(p, language));
        row.push(p(own.test.as_ref().ok().map(|test| test.p)));
        row.push(p(own.p_holm.ok()));
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
    rows.push(vec![ui.catalog.plain("link-outside"), linkage.outside.to_string()]);
    for line in lay_out(&[Align::Left, Align::Right], &rows) {
        ui.line(&line)?;
    }
    if let Some(hits) = near.leave_one_out.as_ref().ok().and_then(|out| out.accuracy.as_ref().ok()) {
        let bounds = interval::interval(hits.lower * 100.0, hits.upper * 100.0, 0, language);
        let arguments = [("n", hits.n.into()), ("hits", hits.count.into()), ("interval", bounds.into())];
        ui.say("link-validation", &arguments)?;
    }
    ui.line("")?;
    let title = ui.style(Style::Strong, &ui.catalog.plain("link-scores"));
    ui.line(&title)?;
    let mut rows = vec![vec![
        ui.catalog.plain("link-scale"),
        ui.catalog.plain("link-n"),
        ui.catalog.plain("link-epsilon"),
        ui.catalog.plain("link-p-holm"),
    ]];
    for scores in &near.scores {
        let n: usize = scores.sizes.iter().sum();
        let mut row = vec![scores.title.clone(), n.to_string()];
        match (&scores.test, &scores.p_holm) {
            (Ok(test), Ok(p)) => {
                row.push(number::decimal(test.epsilon2, 2, language));
                row.push(interval::p_value(*p, language));
            }
            _ if scores.active => row.extend([String::new(), ui.catalog.plain("link-active")]),
            _ => row.extend(["–".to_owned(), "–".to_owned()]),
        }
        rows.push(row);
    }
    for line in lay_out(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows) {
        ui.line(&line)?;
    }
    ui.line("")?;
    for crosstab in &near.crosstabs {
        let Ok(test) = &crosstab.test else { continue };
        let v = test
            .cramer_v_bias_corrected
            .as_ref()
            .map_or_else(|_| "–".to_owned(), |v| number::decimal(*v, 2, language));
        ui.say(
            "link-crosstab",
            &[
                ("variable", crosstab.title.as_str().into()),
                ("chi2", number::decimal(test.chi2, 2, language).into()),
                ("p", interval::p_equals("p", test.p, language).into()),
                ("v", v.into()),
                ("n", test.n.into()),
            ],
        )?;
    }
    Ok(())
}
