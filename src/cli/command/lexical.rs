//! `propos lexical`: what interviewees say, counted and classified.

use std::path::PathBuf;

use crate::analysis::lexical::vocabulary::DistinctiveWord;
use crate::analysis::lexical::{ClassesByProfile, Settings, Term, TreeSettings};
use crate::analysis::statistics::undefined::{Defined, Undefined};
use crate::app::Context;
use crate::app::lexical::{
    ClassOutcome, ClassesOutcome, LexicalExport, LexicalOutcome, LexicalRequest, USUAL_SHARE, compute, export,
};
use crate::app::material::Material;
use crate::cli::environment::Environment;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::reason::reason as general;
use crate::cli::table::{Align, lay_out};
use crate::cli::ui::{Style, Ui};
use crate::i18n::format::number;

/// Words listed of a class, and of a profile.
const LISTED: usize = 12;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Number of classes.
    #[arg(long, value_name = "K", default_value_t = 6, value_parser = between(2, 200))]
    classes: usize,
    /// Words of a segment.
    #[arg(long, value_name = "WORDS", default_value_t = 40, value_parser = between(5, 1_000))]
    segment: usize,
    /// Words of a segment of a second classification, crossed with the first.
    #[arg(long, value_name = "WORDS", value_parser = between(5, 1_000))]
    double: Option<usize>,
    /// Counts forms as they are written instead of stems.
    #[arg(long)]
    forms: bool,
    /// Crosses classes with profiles.
    #[arg(long)]
    profiles: bool,
    /// Tells what each profile says more or less than the others.
    #[arg(long)]
    specificities: bool,
    /// Writes the interviewees' words for another program: `iramuteq FILE`.
    #[arg(long, num_args = 2, value_names = ["FORMAT", "FILE"])]
    export: Option<Vec<String>>,
    /// Writes JSON.
    #[arg(long)]
    json: bool,
}

fn between(least: u64, most: u64) -> impl clap::builder::TypedValueParser<Value = usize> {
    use clap::builder::TypedValueParser;
    clap::value_parser!(u64).range(least..=most).try_map(usize::try_from)
}

pub(in crate::cli) async fn run(
    ui: &mut Ui,
    context: &Context,
    environment: &Environment,
    args: &Args,
) -> Result<(), CommandError> {
    let material = Material::load(context).await?;
    if let Some(place) = &args.export {
        return write(ui, context, environment, &material, place, args.json);
    }
    let tree = TreeSettings::of(args.classes);
    let settings = Settings { tree, segment: args.segment, double: args.double, ..Settings::default() };
    let request = LexicalRequest {
        settings,
        term: if args.forms { Term::Form } else { Term::Stem },
        profiles: args.profiles,
        specificities: args.specificities,
    };
    let outcome = compute(context, &material, request, ui.catalog.language()).await?;
    if args.json {
        return ui.json(&outcome);
    }
    ui.say(
        "lexical-words",
        &[
            ("interviews", outcome.interviews.len().into()),
            ("words", outcome.words.into()),
            ("entries", outcome.entries.into()),
        ],
    )?;
    match &outcome.classes {
        Ok(found) => classes(ui, &outcome, found)?,
        Err(why) => {
            let why = reason(ui, *why);
            ui.say("lexical-no-classes", &[("reason", why.into())])?;
        }
    }
    if let Some(crossed) = &outcome.by_profile {
        ui.line("")?;
        by_profile(ui, &outcome, crossed)?;
    }
    if outcome.vocabulary.is_some() {
        ui.line("")?;
        specificities(ui, &outcome)?;
    }
    Ok(())
}

/// Says why in the words of segments and profiles where there are some.
fn reason(ui: &Ui, why: Undefined) -> String {
    let key = match why {
        Undefined::ConstantValues => "constant",
        Undefined::NoObservations => "nothing",
        Undefined::SingleGroup => "single-group",
        Undefined::EmptyTable => "empty-table",
        Undefined::NeverPresent => "never",
        Undefined::AlwaysPresent => "always",
        Undefined::TooFew { needed, present } => {
            let arguments = [("needed", needed.into()), ("present", present.into())];
            return ui.catalog.text("lexical-reason-few", &arguments);
        }
        other => return general(ui, other),
    };
    ui.catalog.plain(&format!("lexical-reason-{key}"))
}

fn classes(ui: &mut Ui, outcome: &LexicalOutcome, found: &ClassesOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    ui.say(
        "lexical-segments",
        &[
            ("segments", found.segments.into()),
            ("size", outcome.request.settings.segment.into()),
            ("terms", found.terms.into()),
            ("share", number::percent(found.classified_share * 100.0, 0, language).into()),
        ],
    )?;
    if found.classified_share < USUAL_SHARE {
        ui.say("lexical-few-classified", &[])?;
    }
    let stopped = found.tree.stopped.filter(|_| found.double.is_none());
    if let Some(why) = stopped {
        let why = reason(ui, why);
        ui.say("lexical-stopped", &[("classes", found.tree.classes.into()), ("reason", why.into())])?;
    }
    match &found.double {
        Some(Ok(double)) => ui.say("lexical-double", &[("classes", double.classes.len().into())])?,
        Some(Err(why)) => {
            let why = reason(ui, *why);
            ui.say("lexical-no-double", &[("reason", why.into())])?;
        }
        None => {}
    }
    for class in &found.classes {
        ui.line("")?;
        one_class(ui, class)?;
    }
    ui.line("")?;
    ui.say("lexical-discourse", &[])
}

fn one_class(ui: &mut Ui, class: &ClassOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let title = ui.catalog.text(
        "lexical-class",
        &[
            ("number", class.number.into()),
            ("segments", class.segments.into()),
            ("share", number::percent(class.share * 100.0, u8::from(class.share < 0.01), language).into()),
            ("interviews", class.interviews.into()),
        ],
    );
    let title = ui.style(Style::Strong, &title);
    ui.line(&title)?;
    let words: Vec<String> = class
        .shared()
        .take(LISTED)
        .map(|term| format!("{} ({})", term.word, number::decimal(term.chi2, 0, language)))
        .collect();
    ui.line(&format!("  {}", words.join(", ")))?;
    if let Some(typical) = class.typical.first() {
        let text = ui.catalog.text(
            "lexical-typical",
            &[
                ("text", typical.text.as_str().into()),
                ("case", typical.case.as_str().into()),
                ("turn", typical.turn.into()),
            ],
        );
        let text = ui.style(Style::Quiet, &text);
        ui.line(&format!("  {text}"))?;
    }
    Ok(())
}

fn by_profile(
    ui: &mut Ui,
    outcome: &LexicalOutcome,
    crossed: &Defined<ClassesByProfile>,
) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let crossed = match crossed {
        Ok(crossed) => crossed,
        Err(why) => {
            let why = reason(ui, *why);
            return ui.say("lexical-no-crossing", &[("reason", why.into())]);
        }
    };
    let mut head = vec![ui.catalog.plain("lexical-column-class")];
    head.extend(outcome.profiles.iter().map(|(label, _)| label.clone()));
    let mut rows = vec![head];
    for (class, cells) in crossed.cells.iter().enumerate() {
        let mut row = vec![(class + 1).to_string()];
        row.extend(cells.iter().map(|cell| match cell.chi2 {
            Ok(chi2) => format!("{} ({})", cell.segments, number::signed(chi2, 1, language)),
            Err(_) => cell.segments.to_string(),
        }));
        rows.push(row);
    }
    let mut aligns = vec![Align::Left];
    aligns.resize(rows[0].len(), Align::Right);
    for line in lay_out(&aligns, &rows) {
        ui.line(&line)?;
    }
    ui.say(
        "lexical-crossing",
        &[
            ("v", number::decimal(crossed.cramer_v, 2, language).into()),
            ("p", number::decimal(crossed.p, 3, language).into()),
            ("draws", i64::from(crossed.draws).into()),
        ],
    )
}

fn specificities(ui: &mut Ui, outcome: &LexicalOutcome) -> Result<(), CommandError> {
    let language = ui.catalog.language();
    let parts = match &outcome.vocabulary {
        Some(Ok(parts)) => parts,
        Some(Err(why)) => {
            let why = reason(ui, *why);
            return ui.say("lexical-no-vocabulary", &[("reason", why.into())]);
        }
        None => return Ok(()),
    };
    for part in parts {
        let title = ui.style(Style::Strong, &format!("{} – {}", part.label, part.name));
        ui.line(&title)?;
        let own = &part.vocabulary;
        let listed = |words: &[DistinctiveWord]| -> String {
            let word = |word: &DistinctiveWord| {
                let arguments = [
                    ("word", word.word.as_str().into()),
                    ("score", number::signed(word.specificity, 1, language).into()),
                    ("count", word.in_part.into()),
                    ("interviews", word.interviews.into()),
                ];
                ui.catalog.text("lexical-word", &arguments)
            };
            words.iter().take(LISTED).map(word).collect::<Vec<_>>().join(", ")
        };
        let (more, less) = (listed(&own.more), listed(&own.less));
        let none = ui.catalog.plain("lexical-none");
        for (key, words) in [("lexical-more", more), ("lexical-less", less)] {
            let words = if words.is_empty() { none.clone() } else { words };
            let text = ui.catalog.text(key, &[("words", words.into())]);
            ui.line(&format!("  {text}"))?;
        }
        if own.of_one_interview > 0 {
            let text = ui.catalog.text("lexical-one-person", &[("count", own.of_one_interview.into())]);
            ui.line(&format!("  {text}"))?;
        }
    }
    ui.line("")?;
    ui.say("lexical-specificity", &[])
}

fn write(
    ui: &mut Ui,
    context: &Context,
    environment: &Environment,
    material: &Material,
    place: &[String],
    json: bool,
) -> Result<(), CommandError> {
    let [format, file] = place else { return Ok(()) };
    if format != "iramuteq" {
        let text = ui.catalog.text("lexical-unknown-format", &[("name", format.as_str().into())]);
        ui.note(&text);
        return Err(CommandError::Told(Exit::Usage));
    }
    let path: PathBuf = environment.folder.join(file);
    let written = export(context, material, &path, ui.catalog.language())?;
    if json {
        return ui.json(&written);
    }
    told(ui, &written)
}

fn told(ui: &mut Ui, written: &LexicalExport) -> Result<(), CommandError> {
    ui.say(
        "lexical-exported",
        &[("file", written.file.as_str().into()), ("interviews", written.interviews.into())],
    )?;
    for loss in &written.losses {
        let arguments = [("count", loss.count.into()), ("names", loss.names.join(", ").into())];
        let text = ui.catalog.text(&format!("lexical-loss-{}", loss.kind.replace('_', "-")), &arguments);
        ui.line(&format!("  {text}"))?;
    }
    Ok(())
}
